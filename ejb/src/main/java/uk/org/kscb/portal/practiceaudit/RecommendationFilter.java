package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import java.util.Map;

/**
 * Which recommendations are asked for; the address of the list holds it.
 *
 * @param show {@code open}, {@code late}, {@code waiting}, {@code closed} or {@code all}
 * @param agency code, or empty; @param audit code, or empty; @param older months since it was made, 0 for any
 */
public record RecommendationFilter(String show, String agency, String audit, int older, boolean mine) {
    public static final List<String> SHOWS = List.of("open", "late", "waiting", "closed", "all");
    public static final List<Integer> AGES = List.of(0, 3, 6, 12);
    public static final RecommendationFilter OPEN = new RecommendationFilter("open", "", "", 0, false);

    /** Whatever is not understood counts as not asked for. */
    public static RecommendationFilter from(Map<String, String> address) {
        String show = address.getOrDefault("show", "open");
        return new RecommendationFilter(
                SHOWS.contains(show) ? show : "open",
                address.getOrDefault("agency", ""),
                address.getOrDefault("audit", ""),
                AGES.stream()
                        .filter(a -> String.valueOf(a).equals(address.get("older")))
                        .findFirst()
                        .orElse(0),
                "mine".equals(address.get("whose")));
    }
}
