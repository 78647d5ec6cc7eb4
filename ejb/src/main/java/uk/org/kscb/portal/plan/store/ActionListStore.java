package uk.org.kscb.portal.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Due;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.store.Census.Line;
import uk.org.kscb.portal.plan.store.Census.Own;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.persistence.TextList;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer.Scope;
import uk.org.kscb.portal.platform.time.PortalClock;

/** Which actions a filter shows, filtered, sorted and paged by the database. */
@ApplicationScoped
public class ActionListStore {
    private static final Pattern ACTION_REF = Pattern.compile("\\d+(\\.\\d+)*\\.?");
    private static final Pattern REFERENCE = Pattern.compile("(?i)(IN|O|CT)\\s*(\\d+)");
    private static final TextList TEXTS = new TextList();

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    public List<ActionRow> rows(Census census, ActionFilter filter, Scope scope) {
        Sql sql = select(census.day(), scope);
        where(sql, census, filter, scope);
        orderBy(sql, filter, census.day());
        int from = (filter.page() - 1) * filter.size();
        return sql.add("limit ? offset ?", filter.size(), from).rows(em).stream()
                .map(row -> row(row, census, scope))
                .toList();
    }

    /** Lines for these actions, in the plan's order. */
    public List<ActionRow> rowsOf(Census census, Set<String> refs, Scope scope) {
        List<Long> ids = census.actionIds(refs);
        if (ids.isEmpty()) {
            return List.of();
        }
        Sql sql = select(census.day(), scope);
        Standing.inForce(sql, census.day(), clock.today());
        return sql.add("and w.action_id in (?) order by w.sort_key", ids).rows(em).stream()
                .map(row -> row(row, census, scope))
                .toList();
    }

    /** Actions that the filter's words are found in; null when it has none. */
    public @Nullable Set<Long> found(Census census, ActionFilter filter) {
        if (filter.text().isEmpty()) {
            return null;
        }
        Sql sql = new Sql().add("select w.action_id, w.id from action_wording w where");
        Standing.inForce(sql, census.day(), clock.today());
        words(sql, filter.text());
        Set<Long> found = new HashSet<>();
        sql.rows(em).forEach(row -> found.add(Sql.number(row[0])));
        return found;
    }

    private static Sql select(LocalDate day, Scope scope) {
        Sql sql = new Sql()
                .add("select w.ref, w.text, w.leads, w.priority, w.outcome, w.due_on, w.date_unconfirmed,")
                .add("w.lead_agency_id,");
        lastUpdate(sql, day, scope);
        return sql.add("last_update from action_wording w where");
    }

    private static void lastUpdate(Sql sql, LocalDate day, Scope scope) {
        if (scope.contributions() == Reach.NONE) {
            sql.add("null");
            return;
        }
        sql.add("""
                (select max(u.reported_on) from contribution c join progress_update u on u.contribution_id = c.id
                 where c.action_id = w.action_id and u.reported_on <= ? and (u.agency_only = 0 or u.agency_id = ?))""", day, scope.ownMaterial() ? scope.agencyId() : -1L);
    }

    private void where(Sql sql, Census census, ActionFilter filter, Scope scope) {
        LocalDate day = census.day();
        Standing.inForce(sql, day, clock.today());
        switch (filter.show()) {
            case MINE -> owedBy(sql, day, List.of(scope.agencyId(), scope.umbrellaOrNone()));
            case JOINT -> {
                sql.add(
                        "and (select count(distinct c.agency_id) from contribution c where c.action_id = w.action_id and");
                Standing.present(sql, day);
                sql.add(") > 1");
            }
            case ALL -> {}
        }
        if (!filter.agencies().isEmpty()) {
            Set<Long> ids = census.idsOf(filter.agencies());
            owedBy(sql, day, ids.isEmpty() ? List.of(-1L) : List.copyOf(ids));
        }
        if (!filter.statuses().isEmpty()) {
            List<Integer> ranks = Standing.actionRanks(filter.statuses());
            sql.add("and");
            Standing.actionRank(sql, day);
            sql.add("in (?)", ranks.isEmpty() ? List.of(-1) : ranks);
        }
        if (!filter.priorities().isEmpty()) {
            sql.add("and w.priority in (?)", filter.priorities());
        }
        if (!filter.outcomes().isEmpty()) {
            sql.add("and w.outcome in (?)", filter.outcomes());
        }
        if (!filter.references().isEmpty()) {
            sql.add(
                    "and exists (select 1 from action_reference r where r.wording_id = w.id and r.ref in (?))",
                    filter.references());
        }
        due(sql, filter.due(), day);
        if (!filter.text().isEmpty()) {
            words(sql, filter.text());
        }
    }

    private static void owedBy(Sql sql, LocalDate day, List<Long> agencies) {
        sql.add("and exists (select 1 from contribution c where c.action_id = w.action_id");
        sql.add("and c.agency_id in (?) and", agencies);
        Standing.present(sql, day);
        sql.add(")");
    }

    private static void due(Sql sql, Due due, LocalDate day) {
        switch (due) {
            case ANY -> {}
            case NONE -> sql.add("and w.due_on is null");
            case PAST -> {
                sql.add("and w.due_sort < ? and", day);
                Standing.actionRank(sql, day);
                sql.add("< 7");
            }
            case SOON -> sql.add("and w.due_sort between ? and ?", day, day.plusDays(30));
            case QUARTER -> sql.add("and w.due_sort between ? and ?", day, day.plusMonths(3));
        }
    }

    /** A number finds the action and what is below it, a reference what answers to it, words what holds all of them. */
    private static void words(Sql sql, String text) {
        var reference = REFERENCE.matcher(text.strip());
        if (ACTION_REF.matcher(text.strip()).matches()) {
            String ref = text.strip().replaceAll("\\.$", "");
            sql.add("and (w.ref = ? or w.ref like ?)", ref, ref + ".%");
        } else if (reference.matches()) {
            sql.add(
                    "and exists (select 1 from action_reference r where r.wording_id = w.id and r.ref = ?)",
                    reference.group(1).toUpperCase(Locale.ROOT) + " " + reference.group(2));
        } else {
            for (String word : text.strip().split("\\s+")) {
                sql.add("and w.search_text like ? escape '!'", "%" + word.replaceAll("([!%_])", "!$1") + "%");
            }
        }
    }

    private static void orderBy(Sql sql, ActionFilter filter, LocalDate day) {
        String way = filter.descending() ? " desc" : "";
        sql.add("order by");
        switch (filter.sort()) {
            // No date is never first: descending, the far future stands for it.
            case DUE -> sql.add("w.due_sort" + way + ", w.sort_key");
            case REF -> sql.add("w.sort_key" + way);
            case TEXT -> sql.add("w.text" + way + ", w.sort_key");
            case STATUS -> {
                Standing.actionRank(sql, day);
                sql.add(way + ", w.due_sort, w.sort_key");
            }
            case UPDATE -> sql.add("last_update" + way + ", w.sort_key");
        }
    }

    private static ActionRow row(Object[] row, Census census, Scope scope) {
        String ref = (String) row[0];
        LocalDate due = Sql.day(row[5]);
        // counted once for every viewer: working it out again for a hundred rows cost more than all the rest of the
        // query
        Line line = census.line(ref).orElseThrow(() -> new IllegalStateException("Action not in the census: " + ref));
        List<String> leads = TEXTS.convertToEntityAttribute((String) row[2]);
        List<AgencyBadge> badges =
                scope.contributions() == Reach.NONE ? List.of() : badges(census, ref, Sql.numberOrNull(row[7]), scope);
        return new ActionRow(
                ref,
                (String) row[1],
                leads.isEmpty() ? "" : leads.getFirst(),
                (int) Sql.number(row[3]),
                (String) row[4],
                badges,
                due,
                daysLate(due, line.status(), census.day()),
                line.status(),
                Sql.day(row[8]),
                line.joint(),
                Sql.flag(row[6]));
    }

    static long daysLate(@Nullable LocalDate due, DeliveryStatus status, LocalDate day) {
        boolean finished = status == DeliveryStatus.REPORTED_COMPLETE || status == DeliveryStatus.COMPLETE;
        return due == null || finished ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, day));
    }

    static List<AgencyBadge> badges(Census census, String ref, @Nullable Long leadAgency, Scope scope) {
        List<AgencyBadge> badges = new ArrayList<>(4);
        census.line(ref).ifPresent(line -> {
            for (Census.Owed owed : line.owed()) {
                badges.add(badge(census, owed.agencyId(), leadAgency, scope));
            }
        });
        return badges;
    }

    static AgencyBadge badge(Census census, long agencyId, @Nullable Long leadAgency, Scope scope) {
        AgencyBadge plain = census.agencies().getOrDefault(agencyId, new AgencyBadge("?", "?", "?", false, false));
        return new AgencyBadge(
                plain.code(),
                plain.shortName(),
                plain.name(),
                leadAgency != null && leadAgency == agencyId,
                new Own(scope.agencyId(), scope.umbrellaOrNone()).is(agencyId));
    }
}
