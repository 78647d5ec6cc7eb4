package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A year's programme as the viewer may see it.
 *
 * @param year in which it begins, in April
 * @param started false when nobody has begun to write it
 * @param hints what a balanced year still lacks; empty for those who do not write or approve it
 * @param boards boards of the viewer that can still approve it
 */
public record ProgrammeView(
        int year,
        boolean started,
        State state,
        @Nullable LocalDate approvedOn,
        List<Approval> approvals,
        List<Line> lines,
        List<Change> changes,
        List<String> hints,
        List<String> boards,
        List<Integer> years) {

    /** Where a programme stands. */
    public enum State {
        DRAFT("Draft"),
        PROPOSED("Before the board"),
        APPROVED("Approved");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Where a line stands. */
    public enum LineState {
        PLANNED("Planned"),
        PROPOSED("Proposed in the year"),
        DROPPED("Dropped");

        private final String words;

        LineState(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public record Approval(String board, String minute, LocalDate on) {}

    /**
     * @param agencies only the own one, unless the viewer sees all
     * @param rounds one for each quarter in which it comes round by its rule, or in which an audit carries it out
     */
    public record Line(
            String id,
            String theme,
            String why,
            AuditKind kind,
            String lead,
            List<AgencyName> agencies,
            int quarterFrom,
            int quarterUntil,
            List<Round> rounds,
            @Nullable Integer sample,
            @Nullable Integer hours,
            String tests,
            Set<ProgrammeTopic> topics,
            Recurrence recurrence,
            LineState state) {

        /** What carries it out, of whatever quarter. */
        public List<Audit> audits() {
            return rounds.stream().flatMap(r -> r.audits().stream()).toList();
        }
    }

    /** A line's coming round. @param quarter 1 to 4; @param audits what carries it out then, as a rule one */
    public record Round(int quarter, List<Audit> audits) {

        /** Nothing carries it out, or nothing any more. */
        public boolean open() {
            return audits.stream().allMatch(a -> a.state() == AuditState.CANCELLED);
        }
    }

    public record Audit(String code, AuditState state, int quarter) {}

    /** What changes a line in an approved year. */
    public enum What {
        ADD("Add"),
        MOVE("Move"),
        DROP("Drop");

        private final String words;

        What(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param agreed null until the chair has decided */
    public record Change(
            String id,
            String line,
            What what,
            @Nullable Integer quarterFrom,
            @Nullable Integer quarterUntil,
            String reason,
            LocalDate askedOn,
            @Nullable Boolean agreed,
            @Nullable LocalDate decidedOn,
            @Nullable String note) {}
}
