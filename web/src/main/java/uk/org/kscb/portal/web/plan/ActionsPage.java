package uk.org.kscb.portal.web.plan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.ActionFilter.Sort;
import uk.org.kscb.portal.plan.ActionList;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.web.plan.FilterLinks.Chip;
import uk.org.kscb.portal.web.shell.Assets;
import uk.org.kscb.portal.web.shell.Pager;
import uk.org.kscb.portal.web.shell.Words;

/** The list of actions, exactly as its address says. */
@Named
@RequestScoped
public class ActionsPage {
    @EJB
    private ActionService actions;

    @EJB
    private RecommendationService recommendations;

    @Inject
    private PortalClock clock;

    @Inject
    private Assets assets;

    private @Nullable ActionList list;
    private @Nullable List<ActionLine> rows;

    public ActionList getList() {
        if (list == null) {
            list = actions.list(asked(
                    FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap(),
                    CurrentViewer.require()));
        }
        return list;
    }

    /** How many recommendations of practice audits are open to the viewer's agency, beside its part of the plan. */
    public long getFromAudits() {
        return getList().filter().show() == Show.MINE
                        && CurrentViewer.require().reach(Permission.READ_RECOMMENDATIONS) == Reach.OWN
                ? recommendations.owed().rows().size()
                : 0;
    }

    /** The filter in an address; who owes nothing sees all actions, unless the address says otherwise. */
    public static ActionFilter asked(Map<String, String[]> address, Viewer viewer) {
        Map<String, List<String>> parameters = new HashMap<>();
        address.forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        return ActionFilter.from(parameters, viewer.may(Permission.REPORT_PROGRESS) ? Show.MINE : Show.ALL);
    }

    public ActionFilter getFilter() {
        return getList().filter();
    }

    public List<ActionLine> getRows() {
        if (rows == null) {
            String day = getDay();
            String drawings = assets.getBase() + "/status.svg";
            rows = getList().rows().stream()
                    .map(r -> ActionLine.of(r, getList().asAt(), day, drawings))
                    .toList();
        }
        return rows;
    }

    public boolean isTravelling() {
        return !getList().asAt().equals(clock.today());
    }

    /** What links to an action carry so that it shows the same day; empty today. */
    public String getDay() {
        return isTravelling() ? "?asAt=" + getList().asAt() : "";
    }

    public List<Tab> getTabs() {
        ActionList l = getList();
        if (!CurrentViewer.require().may(Permission.READ_CONTRIBUTIONS)) {
            return List.of(tab("All", Show.ALL, l.all()));
        }
        String mine = CurrentViewer.require().agencyName() + " owes";
        return List.of(
                tab(mine, Show.MINE, l.mine()), tab("Joint", Show.JOINT, l.joint()), tab("All", Show.ALL, l.all()));
    }

    /** A tab: which of the three lists, and how long it is. */
    public record Tab(String words, long count, String href, boolean here) {}

    private Tab tab(String words, Show show, long count) {
        ActionFilter f = getFilter();
        return new Tab(words, count, FilterLinks.href(f.showing(show)), f.show() == show);
    }

    public List<Chip> getChips() {
        return FilterLinks.chips(getList());
    }

    public String getClearHref() {
        return FilterLinks.href(FilterLinks.unfiltered(getFilter()));
    }

    public String getTodayHref() {
        return FilterLinks.href(FilterLinks.on(getFilter(), null));
    }

    /** The whole list without filters, for when the agency's own list is empty. */
    public String getAllHref() {
        return FilterLinks.href(FilterLinks.unfiltered(getFilter()).showing(Show.ALL));
    }

    /** One parameter of the address. */
    public record Parameter(String name, String value) {}

    /** The filter as hidden fields, for the form that asks for another day. */
    public List<Parameter> getParameters() {
        return Arrays.stream(FilterLinks.on(getFilter(), null).toQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)))
                .toList();
    }

    public String getFound() {
        return Words.count(getList().total(), "action");
    }

    /** Address part of exactly this list, for the files. */
    public String getQuery() {
        return getFilter().onPage(1).toQuery();
    }

    public String sortHref(String column) {
        return FilterLinks.href(getFilter().sortedBy(sort(column)));
    }

    public String order(String column) {
        ActionFilter f = getFilter();
        if (f.sort() != sort(column)) {
            return "";
        }
        return f.descending() ? "descending" : "ascending";
    }

    /** The sort as it stands in the address, for the hidden field of the filter form. */
    public String getSortAsAsked() {
        return (getFilter().descending() ? "-" : "") + getFilter().sort().slug();
    }

    private static Sort sort(String column) {
        return Sort.valueOf(column.toUpperCase(Locale.ROOT));
    }

    public Pager getPager() {
        ActionFilter f = getFilter();
        return Pager.of(getList().total(), f.page(), f.size(), page -> FilterLinks.href(f.onPage(page)));
    }

    /** Rows a page: a choice, its address, and whether it is the one in use. */
    public record Size(int rows, String href, boolean here) {}

    public List<Size> getSizes() {
        ActionFilter f = getFilter();
        return IntStream.of(25, 50, 100)
                .mapToObj(n -> new Size(n, FilterLinks.href(FilterLinks.sized(f, n)), n == f.size()))
                .toList();
    }
}
