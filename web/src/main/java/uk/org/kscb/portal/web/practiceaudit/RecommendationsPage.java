package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.RecommendationFilter;
import uk.org.kscb.portal.practiceaudit.RecommendationList;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** The one report: recommendations by age, status and agency, exactly as the address says. */
@Named
@RequestScoped
public class RecommendationsPage {
    private static final Map<String, String> TABS = Map.of(
            "open",
            "Open",
            "late",
            "Past their date",
            "waiting",
            "Waiting for a board",
            "closed",
            "Closed",
            "all",
            "All");

    @EJB
    private RecommendationService recommendations;

    private @Nullable RecommendationList list;

    public RecommendationList getList() {
        if (list == null) {
            list = recommendations.list(RecommendationFilter.from(Sent.everything()));
        }
        return list;
    }

    public record Tab(String words, String href, long count, boolean here) {}

    public List<Tab> getTabs() {
        List<Tab> tabs = new ArrayList<>();
        RecommendationFilter filter = getList().filter();
        for (String show : RecommendationFilter.SHOWS) {
            tabs.add(new Tab(
                    TABS.getOrDefault(show, show),
                    "/recommendations?" + query(show, filter),
                    getList().counts().getOrDefault(show, 0L),
                    show.equals(filter.show())));
        }
        return tabs;
    }

    /** What stands behind the question mark, for the download of the same list. */
    public String getQuery() {
        return query(getList().filter().show(), getList().filter());
    }

    private static String query(String show, RecommendationFilter filter) {
        StringBuilder query = new StringBuilder("show=").append(show);
        if (!filter.agency().isEmpty()) {
            query.append("&agency=").append(Words.url(filter.agency()));
        }
        if (!filter.audit().isEmpty()) {
            query.append("&audit=").append(Words.url(filter.audit()));
        }
        if (filter.older() > 0) {
            query.append("&older=").append(filter.older());
        }
        if (filter.mine()) {
            query.append("&whose=mine");
        }
        return query.toString();
    }

    public boolean isNarrowed() {
        RecommendationFilter filter = getList().filter();
        return !filter.agency().isEmpty() || !filter.audit().isEmpty() || filter.older() > 0 || filter.mine();
    }

    public String getLead() {
        long late = getList().counts().getOrDefault("late", 0L);
        return late == 0
                ? "No recommendation is past its date."
                : Words.capital(Words.inWords(late, "recommendation")) + (late == 1 ? " is" : " are") + " past "
                        + (late == 1 ? "its" : "their") + " date.";
    }

    public record Age(int months, String words, boolean chosen) {}

    public List<Age> getAges() {
        return RecommendationFilter.AGES.stream()
                .map(a -> new Age(
                        a,
                        a == 0 ? "Any age" : "Made " + a + " months ago or more",
                        a == getList().filter().older()))
                .toList();
    }
}
