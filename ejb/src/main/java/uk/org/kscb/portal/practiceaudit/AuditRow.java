package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One audit in the list.
 *
 * @param daysLeft working days until returns are due, below 0 when that day is over; null when there is no such day
 * @param agencies who takes part; empty for those who see the headline only
 * @param signedOff returns signed off; null where the viewer may not know
 * @param next the next step that is not done, null when all are
 * @param ours how the viewer's own agency stands in it, null when it does not take part
 */
public record AuditRow(
        String code,
        String title,
        AuditKind kind,
        AuditState state,
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable LocalDate returnsDue,
        @Nullable Integer daysLeft,
        List<AgencyName> agencies,
        @Nullable Integer signedOff,
        @Nullable StepView next,
        @Nullable Ours ours) {

    /** When an agency was last reminded by the portal, chased by the lead, and when its return went to the chair. */
    public record Nudged(
            @Nullable LocalDate reminded,
            @Nullable LocalDate chased,
            @Nullable LocalDate escalated) {
        public static final Nudged NEVER = new Nudged(null, null, null);
    }

    /** What is asked of the viewer's own agency. */
    public record Ours(
            AgencyPart part, boolean receiptConfirmed, boolean signedOff, boolean withdrawn, Nudged nudged) {}

    /** Something is asked of the own agency now. */
    public boolean asked() {
        return ours != null
                && !ours.withdrawn()
                && !ours.signedOff()
                && (state == AuditState.NOTIFIED || state == AuditState.COLLECTING);
    }
}
