package uk.org.kscb.portal.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.HomeView;
import uk.org.kscb.portal.plan.HomeView.Change;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer.Scope;

/** What the home page needs beside the census: words of the few debts it shows, own private updates, what changed. */
@ApplicationScoped
public class HomeStore {
    private static final int CHANGES = 12;
    private static final int QUERIES = 50;
    private static final int SHORT = 160;
    private static final String OFFER = "Offered to you: accept or query it.";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** @param publicId of the contribution */
    public record Words(
            String publicId, String owes, @Nullable String post) {}

    /** Words of the given contributions, by contribution id. */
    public Map<Long, Words> words(Set<Long> contributions) {
        Map<Long, Words> words = new HashMap<>();
        if (contributions.isEmpty()) {
            return words;
        }
        new Sql()
                .add("select c.id, c.public_id, coalesce(c.owes, w.text), p.title from contribution c")
                .add("join action_wording w on w.action_id = c.action_id and w.valid_until = '9999-12-31'")
                .add("left join post p on p.id = c.post_id where c.id in (?)", contributions)
                .rows(em)
                .forEach(row ->
                        words.put(Sql.number(row[0]), new Words((String) row[1], (String) row[2], (String) row[3])));
        return words;
    }

    /** Contributions that the own agency has reported on since the day, if only for itself. */
    public Set<Long> reportedByUsSince(LocalDate since, Scope scope) {
        Set<Long> reported = new HashSet<>();
        new Sql()
                .add("select u.contribution_id, max(u.id) from progress_update u")
                .add("where u.agency_id = ? and u.agency_only = 1 and u.reported_on >= ?", scope.agencyId(), since)
                .add("group by u.contribution_id")
                .rows(em)
                .forEach(row -> reported.add(Sql.number(row[0])));
        return reported;
    }

    /** Queries that agencies wait for an answer to, oldest first. */
    public List<HomeView.Query> queries(Census census, Scope scope) {
        List<HomeView.Query> queries = new ArrayList<>();
        new Sql()
                .add("select w.ref, c.answered_on, c.agency_id, c.query_reason from contribution c")
                .add("join action_wording w on w.action_id = c.action_id and w.valid_until = '9999-12-31'")
                .add("where c.state = 'QUERIED' and c.removed_on is null")
                .add("order by c.answered_on, w.ref, c.agency_id limit " + QUERIES)
                .rows(em)
                .forEach(row -> {
                    LocalDate on = Sql.day(row[1]);
                    queries.add(new HomeView.Query(
                            (String) row[0],
                            on == null ? census.day() : on,
                            ActionListStore.badge(census, Sql.number(row[2]), null, scope),
                            (String) row[3]));
                });
        return queries;
    }

    /**
     * What partners reported and what was offered to the own agency since a moment, newest first.
     *
     * @param everywhere also on actions to which the own agency owes nothing
     */
    public List<Change> changes(Census census, Instant since, Scope scope, boolean everywhere) {
        if (scope.contributions() == Reach.NONE) {
            return List.of();
        }
        List<Long> own = List.of(scope.agencyId(), scope.umbrellaOrNone());
        Sql sql = new Sql()
                .add("(select x.ref, u.reported_on, u.agency_id, u.status, u.done,")
                .add("u.recorded_at as at from progress_update u")
                .add("join contribution c on c.id = u.contribution_id join action x on x.id = c.action_id")
                .add("where u.recorded_at > ? and u.agency_only = 0", since.toEpochMilli())
                .add("and u.agency_id not in (?)", own);
        concerning("c.action_id", own, everywhere, sql)
                .add("order by u.recorded_at desc, u.id desc limit " + CHANGES + ")")
                .add("union all (select x.ref, c.added_on, c.agency_id, null, c.owes, c.added_at")
                .add("from contribution c join action x on x.id = c.action_id where c.basis = 'MANAGER'")
                .add("and c.removed_on is null and c.added_at > ?", since.toEpochMilli())
                .add("and c.agency_id in (?)", own)
                .add("order by c.added_at desc, c.id desc limit " + CHANGES + ")")
                .add("order by at desc, ref, agency_id limit " + CHANGES);
        List<Change> changes = new ArrayList<>();
        for (Object[] row : sql.rows(em)) {
            LocalDate on = Sql.day(row[1]);
            AgencyBadge agency = ActionListStore.badge(census, Sql.number(row[2]), null, scope);
            String reported = (String) row[3]; // null where something was offered
            changes.add(new Change(
                    (String) row[0],
                    on == null ? census.day() : on,
                    agency,
                    reported == null ? OFFER : said((String) row[4], scope),
                    reported == null ? null : status(ReportedStatus.valueOf(reported))));
        }
        return changes;
    }

    /** A count, because "exists" would be joined first: all that the agency owes, before the newest change is read. */
    private static Sql concerning(String action, List<Long> own, boolean everywhere, Sql sql) {
        return everywhere
                ? sql
                : sql.add("and (select count(*) from contribution o where o.action_id = " + action)
                        .add("and o.agency_id in (?) and o.removed_on is null) > 0", own);
    }

    private static String said(@Nullable String done, Scope scope) {
        if (done == null || scope.contributions() != Reach.ALL) {
            return "";
        }
        return done.length() <= SHORT ? done : done.substring(0, SHORT).strip() + "…";
    }

    private static DeliveryStatus status(ReportedStatus reported) {
        return reported == ReportedStatus.COMPLETE
                ? DeliveryStatus.REPORTED_COMPLETE
                : DeliveryStatus.valueOf(reported.name());
    }
}
