package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;

/** What one audit found, and what it recommends. */
public record AuditFindings(
        String code,
        String title,
        LocalDate today,
        List<FindingView> findings,
        List<RecommendationRow> recommendations,
        List<AgencyBadge> agencies,
        boolean mayManage) {

    /** @param caseCodes null to all but those who run audits */
    public record FindingView(
            String id,
            String number,
            String text,
            @Nullable String questionRef,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            @Nullable String caseCodes) {}
}
