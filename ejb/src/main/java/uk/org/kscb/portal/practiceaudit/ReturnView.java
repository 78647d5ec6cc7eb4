package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agency's return to one audit.
 *
 * @param due last day, null while none is set
 * @param canAnswer whether answers are taken now; if not, {@code closed} says why
 * @param toSign what still stands in the way of signing off; empty when it may be signed
 * @param signsNot why the viewer, who may sign for the agency, does not sign this return; null when nothing is against it
 * @param reopening asked for and not yet agreed, or null
 * @param auditors who may be given cases; empty for those who may not give them
 */
public record ReturnView(
        Head head,
        ReturnState state,
        boolean canAnswer,
        @Nullable String closed,
        List<CaseLine> cases,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        int round,
        List<String> toSign,
        boolean maySign,
        @Nullable String signsNot,
        boolean mayAssign,
        boolean mayReopen,
        @Nullable Reopening reopening,
        List<AuditorLine> auditors) {

    /** The audit and the agency that a page is about. */
    public record Head(
            String audit,
            String title,
            AuditState state,
            @Nullable LocalDate due,
            @Nullable LocalDate released,
            String agency,
            String agencyName,
            String agencyShort,
            String gradingScheme,
            @Nullable String toolName,
            int toolVersion) {}

    /**
     * @param known null while nobody has said
     * @param asked questions that are wanted now; conditions may change it
     * @param concern YES, NO or null
     * @param mine whether the viewer answers it
     */
    public record CaseLine(
            String code,
            AgencyPart part,
            @Nullable Boolean known,
            @Nullable String auditor,
            @Nullable String helper,
            @Nullable String auditorUser,
            @Nullable String helperUser,
            int answered,
            int asked,
            @Nullable String concern,
            @Nullable Instant completedAt,
            boolean mine) {
        public boolean done() {
            return completedAt != null;
        }
    }

    public record Reopening(String reason, String askedBy, Instant askedAt, boolean mayAgree) {}

    public record AuditorLine(String userName, String name) {}

    public long done() {
        return cases.stream().filter(CaseLine::done).count();
    }
}
