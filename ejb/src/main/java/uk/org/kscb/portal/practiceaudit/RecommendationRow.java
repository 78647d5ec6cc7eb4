package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;

/**
 * One line of the report that a board must have: what was recommended to whom, how old it is, how it stands.
 *
 * @param number R2
 * @param text empty to those who see headlines alone
 * @param word of the status, more exact than the status's own
 */
public record RecommendationRow(
        String id,
        String audit,
        String auditTitle,
        String number,
        String text,
        AgencyBadge owner,
        FindingPriority priority,
        LocalDate madeOn,
        LocalDate due,
        long daysOld,
        long daysLate,
        @Nullable Decision decision,
        DeliveryStatus status,
        String word,
        ImpactLevel impact,
        long actions,
        @Nullable LocalDate closedOn) {

    public boolean late() {
        return daysLate > 0;
    }
}
