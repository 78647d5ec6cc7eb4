package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.plan.AgencyBadge;

/**
 * Recommendations as a viewer may see them, past their date first.
 *
 * @param counts by {@code show}, of all that the other filters leave
 * @param agencies those that any recommendation is addressed to, for the filter
 */
public record RecommendationList(
        RecommendationFilter filter,
        LocalDate today,
        List<RecommendationRow> rows,
        Map<String, Long> counts,
        List<AgencyBadge> agencies,
        boolean headlines) {}
