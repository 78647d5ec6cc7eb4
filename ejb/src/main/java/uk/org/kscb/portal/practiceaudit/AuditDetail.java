package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One audit as the viewer may see it.
 *
 * @param headline the viewer sees no more than that there is this audit, and its state
 * @param reminders days on which agencies that have not signed off are reminded
 * @param agencies all of them for who may see all, otherwise the own one alone
 * @param openings what the viewer may do with it now, each with what still holds it up
 * @param samples cases by status; empty for the headline
 * @param version for the ETag: changes with the audit
 */
public record AuditDetail(
        AuditRow summary,
        boolean headline,
        String theme,
        String question,
        String gradingScheme,
        @Nullable String tool,
        @Nullable LocalDate scopeApproved,
        @Nullable String scopeMinute,
        @Nullable String reportMinute,
        @Nullable LocalDate closed,
        @Nullable LocalDate released,
        @Nullable String reauditOf,
        List<StepView> steps,
        List<LocalDate> reminders,
        List<Standing> agencies,
        List<Happened> history,
        List<Opening> openings,
        SampleFigures samples,
        long version) {

    /**
     * How one agency stands.
     *
     * @param state null until its return is open
     * @param cases cases that it answers for
     * @param complete of them, answered in full
     */
    public record Standing(
            AgencyName agency,
            AgencyPart part,
            @Nullable LocalDate receipt,
            @Nullable LocalDate withdrawn,
            @Nullable String withdrawnReason,
            @Nullable ReturnState state,
            @Nullable Instant signedAt,
            long cases,
            long complete,
            long excluded,
            @Nullable LocalDate chased,
            int timesChased) {

        public boolean takesPart() {
            return withdrawn == null;
        }

        public boolean signedOff() {
            return state == ReturnState.SIGNED_OFF;
        }
    }

    /** Something that happened. @param agency null when it is not about one */
    public record Happened(
            LocalDate on,
            Instant at,
            String by,
            String what,
            AuditState state,
            @Nullable AgencyName agency,
            String detail,
            @Nullable String reason) {}

    /** A move that could be made. @param shut why not yet, null when its gate is open */
    public record Opening(AuditMove move, @Nullable String shut) {}

    /** @param codesWaiting the list of codes is still to be taken */
    public record SampleFigures(long inSample, long reserves, long replaced, long excluded, boolean codesWaiting) {
        public static final SampleFigures NONE = new SampleFigures(0, 0, 0, 0, false);
    }
}
