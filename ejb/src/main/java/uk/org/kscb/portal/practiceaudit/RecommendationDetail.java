package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.ReportedStatus;

/**
 * One recommendation from finding to impact.
 *
 * @param caseCodes only to those who run audits
 * @param proposed newest level that nobody has agreed to yet, or null
 */
public record RecommendationDetail(
        RecommendationRow row,
        LocalDate today,
        String finding,
        String findingNumber,
        @Nullable String questionRef,
        @Nullable Integer numerator,
        @Nullable Integer denominator,
        @Nullable String caseCodes,
        List<EventView> events,
        List<ActionView> actions,
        List<ReviewView> reviews,
        @Nullable ReviewView proposed,
        boolean mayAct,
        boolean mayDecide,
        boolean mayAgree) {

    /** @param where the board and its minute; empty for what was decided before minutes were asked for */
    public record EventView(
            LocalDate on, String what, @Nullable String reason, String by, String where) {}

    public record ActionView(
            String id,
            AgencyBadge owner,
            List<AgencyBadge> contributors,
            String text,
            @Nullable String measure,
            @Nullable String start,
            @Nullable String target,
            String betterOff,
            LocalDate due,
            DeliveryStatus status,
            boolean own,
            List<UpdateView> updates) {

        public boolean late() {
            return status == DeliveryStatus.LATE;
        }
    }

    public record UpdateView(
            LocalDate on,
            ReportedStatus status,
            String done,
            @Nullable String evidence,
            @Nullable String link) {}

    public record ReviewView(
            String id,
            ImpactLevel level,
            ShownBy shownBy,
            String evidence,
            @Nullable String reaudit,
            LocalDate on,
            String by,
            @Nullable LocalDate agreedOn) {}
}
