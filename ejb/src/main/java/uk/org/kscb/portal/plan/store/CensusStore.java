package uk.org.kscb.portal.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.exchange.PlanJson;
import uk.org.kscb.portal.plan.store.Census.Line;
import uk.org.kscb.portal.plan.store.Census.Owed;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.time.PortalClock;

/** Takes the census of a day, and keeps the newest few until the plan's version moves on. */
@ApplicationScoped
public class CensusStore {
    private static final int KEPT = 4;
    private static final String[] NO_REFERENCES = {};
    private static final Owed[] NOTHING_OWED = {};

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @jakarta.inject.Inject
    private PortalClock clock;

    private final Map<Key, Census> kept = Collections.synchronizedMap(new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Census> eldest) {
            return size() > KEPT;
        }
    });

    private record Key(long version, LocalDate day, boolean current) {}

    /** One cheap query when nothing has changed since the last look. */
    public Census on(LocalDate day) {
        long version = Sql.number(em.createNativeQuery("select version from plan_version where what = 'everything'")
                .getSingleResult());
        LocalDate today = clock.today();
        Key key = new Key(version, day, day.equals(today));
        Census census = kept.get(key);
        if (census == null) {
            census = take(day, today);
            kept.put(key, census);
        }
        return census;
    }

    private Census take(LocalDate day, LocalDate today) {
        Map<Long, List<Owed>> owed = owed(day, today);
        Map<Long, List<String>> references = references(day, today);
        Sql sql = new Sql().add("select w.action_id, w.ref, w.priority, w.outcome, w.due_on, w.lead_agency_id,");
        Standing.actionRank(sql, day);
        sql.add("from action_wording w where");
        Standing.inForce(sql, day, today);
        sql.add("order by w.sort_key");
        List<Line> lines = new ArrayList<>();
        for (Object[] row : sql.rows(em)) {
            long action = Sql.number(row[0]);
            lines.add(new Line(
                    action,
                    (String) row[1],
                    (int) Sql.number(row[2]),
                    ((String) row[3]).intern(),
                    Sql.day(row[4]),
                    Standing.ofAction(Sql.number(row[6])),
                    Sql.numberOrNull(row[5]),
                    owed.getOrDefault(action, List.of()).toArray(NOTHING_OWED),
                    references.getOrDefault(action, List.of()).toArray(NO_REFERENCES)));
        }
        return new Census(day, lines, agencies(), headings(day));
    }

    private Map<Long, List<Owed>> owed(LocalDate day, LocalDate today) {
        Sql sql = new Sql()
                .add("select c.action_id, c.id, c.agency_id, c.state, c.answered_on, c.queried_on,")
                .add("coalesce(c.due_on, w.due_on), u.reported_on,");
        Standing.rank(sql, day);
        sql.add("from action_wording w join contribution c on c.action_id = w.action_id");
        sql.add("join agency a on a.id = c.agency_id");
        Standing.joinLatestSharedUpdate(sql, day);
        sql.add("where");
        Standing.inForce(sql, day, today);
        sql.add("and");
        Standing.present(sql, day);
        sql.add("order by c.action_id, a.position, a.name");
        Map<Long, List<Owed>> owed = new HashMap<>();
        for (Object[] row : sql.rows(em)) {
            ContributionState state = ContributionState.on(
                    day, ContributionState.valueOf((String) row[3]), Sql.day(row[4]), Sql.day(row[5]));
            owed.computeIfAbsent(Sql.number(row[0]), a -> new ArrayList<>(2))
                    .add(new Owed(
                            Sql.number(row[1]),
                            Sql.number(row[2]),
                            state,
                            Sql.day(row[6]),
                            Standing.ofContribution(Sql.number(row[8])),
                            Sql.day(row[7])));
        }
        return owed;
    }

    private Map<Long, List<String>> references(LocalDate day, LocalDate today) {
        Sql sql = new Sql()
                .add("select w.action_id, r.ref from action_wording w")
                .add("join action_reference r on r.wording_id = w.id where");
        Standing.inForce(sql, day, today);
        Map<Long, List<String>> references = new HashMap<>();
        for (Object[] row : sql.rows(em)) {
            references
                    .computeIfAbsent(Sql.number(row[0]), a -> new ArrayList<>(2))
                    .add(((String) row[1]).intern());
        }
        return references;
    }

    private Map<Long, AgencyBadge> agencies() {
        Map<Long, AgencyBadge> agencies = new LinkedHashMap<>();
        new Sql()
                .add("select id, code, short_name, name from agency order by position, name")
                .rows(em)
                .forEach(row -> agencies.put(
                        Sql.number(row[0]),
                        new AgencyBadge((String) row[1], (String) row[2], (String) row[3], false, false)));
        return agencies;
    }

    private Headings headings(LocalDate day) {
        List<?> documents = new Sql()
                .add("select document from plan_edition where valid_from <= ? and valid_until > ?", day, day)
                .add("order by id desc")
                .on(em)
                .setMaxResults(1)
                .getResultList();
        if (documents.isEmpty()) {
            return new Headings(new PlanDocument(JsonValue.EMPTY_JSON_OBJECT, List.of()));
        }
        try (var reader = Json.createReader(new StringReader((String) documents.getFirst()))) {
            return new Headings(PlanJson.fromJson(reader.readObject()));
        }
    }
}
