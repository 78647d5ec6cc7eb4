package uk.org.kscb.portal.threshold.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Kept;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.ReadingService.Coverage;
import uk.org.kscb.portal.threshold.ReadingService.Unclear;
import uk.org.kscb.portal.threshold.ReadingService.Use;
import uk.org.kscb.portal.threshold.ReadingService.Week;

/** Confirmations, feedback and use, of one agency or of all. */
@ApplicationScoped
public class ReadingStore {
    private static final int MOST_WORDS = 20;
    private static final int KEPT = 64;

    @Inject
    private EntityManager em;

    private final Kept<Asked, Counted> kept = new Kept<>(KEPT);

    public boolean hasRead(long edition, long member, long agency) {
        return !new Sql()
                .add(
                        "select c.id from guidance_confirmation c where c.edition_id = ? and c.member_id = ? and c.agency_id = ?",
                        edition,
                        member,
                        agency)
                .on(em)
                .getResultList()
                .isEmpty();
    }

    /** Once for each member, agency and edition, with the post held on that day. */
    public void confirm(long edition, long member, long agency, LocalDate on, Instant at) {
        new Sql()
                .add("insert ignore into guidance_confirmation")
                .add("(edition_id, member_id, agency_id, post_id, confirmed_on, confirmed_at)")
                .add(
                        "select ?, ?, ?, (select max(h.post_id) from post_holding h join post p on p.id = h.post_id",
                        edition,
                        member,
                        agency)
                .add("where h.member_id = ? and p.agency_id = ? and h.from_on <= ?", member, agency, on)
                .add("and (h.until_on is null or h.until_on > ?)), ?, ?", on, on, at.toEpochMilli())
                .on(em)
                .executeUpdate();
    }

    public void unclear(long edition, String example, long agency, String why, LocalDate on) {
        new Sql()
                .add(
                        "insert into guidance_unclear (edition_id, example, agency_id, why, said_on) values (?, ?, ?, ?, ?)",
                        edition,
                        example,
                        agency,
                        why,
                        on)
                .on(em)
                .executeUpdate();
    }

    private record Counted(List<Part> parts, List<Week> weeks) {}

    /** Members of one agency with one post. */
    private record Part(
            long agency,
            String post,
            long members,
            long confirmed,
            long afterAWeek,
            long afterFour,
            @Nullable LocalDate last) {}

    private record Asked(long edition, @Nullable Long agency) {}

    /**
     * People who may confirm, and who did, by agency and the post they hold now.
     *
     * @param from first day in force of the edition
     */
    public List<Coverage> coverage(long edition, LocalDate from, @Nullable Long agency) {
        Map<Long, List<Part>> parts = new HashMap<>();
        counted(edition, from, agency)
                .parts()
                .forEach(p -> parts.computeIfAbsent(p.agency(), id -> new ArrayList<>())
                        .add(p));
        return new Sql()
                .add("select a.id, a.code, a.name from agency a order by a.position, a.name").rows(em).stream()
                        .flatMap(row -> parts.getOrDefault(Sql.number(row[0]), List.of()).stream()
                                .map(p -> new Coverage(
                                        (String) row[1],
                                        (String) row[2],
                                        p.post().isEmpty() ? "No post" : p.post(),
                                        p.members(),
                                        p.confirmed(),
                                        p.afterAWeek(),
                                        p.afterFour(),
                                        p.last())))
                        .toList();
    }

    public List<Week> overTime(long edition, LocalDate from, @Nullable Long agency) {
        return counted(edition, from, agency).weeks();
    }

    private Counted counted(long edition, LocalDate from, @Nullable Long agency) {
        return kept.get(
                new Asked(edition, agency),
                stamp(),
                () -> new Counted(parts(edition, from, agency), weeks(edition, agency)));
    }

    /** Rows are only added, and a role or a post only ends: what comes and what goes cannot cancel out. */
    private String stamp() {
        return Kept.stamp(new Sql()
                .add("select (select max(c.id) from guidance_confirmation c), max(r.id),")
                .add(
                        "sum(r.withdrawn_at is null), sum(r.waiting_since is null), (select max(h.id) from post_holding h),")
                .add("(select count(*) from post_holding h where h.until_on is null) from member_role r")
                .rows(em)
                .getFirst());
    }

    private List<Part> parts(long edition, LocalDate from, @Nullable Long agency) {
        List<String> roles = Arrays.stream(Role.values())
                .filter(r -> Permission.CONFIRM_READING.reach(r) != Reach.NONE)
                .map(Role::name)
                .toList();
        Sql sql = new Sql()
                .add("select m.agency_id, coalesce(w.title, ''), count(*), count(c.id), max(c.confirmed_on),")
                .add("coalesce(sum(c.confirmed_on < ?), 0),", from.plusWeeks(1))
                .add("coalesce(sum(c.confirmed_on < ?), 0)", from.plusWeeks(Coverage.WEEKS))
                .add("from (select distinct r.member_id, r.agency_id from member_role r")
                .add("where r.withdrawn_at is null and r.waiting_since is null and r.role in (?)", roles);
        of(agency, "r.agency_id", sql)
                .add(") m")
                .add("left join (select h.member_id, p.agency_id, min(p.title) as title from post_holding h")
                .add("join post p on p.id = h.post_id where h.until_on is null");
        of(agency, "p.agency_id", sql)
                .add("group by h.member_id, p.agency_id) w")
                .add("on w.member_id = m.member_id and w.agency_id = m.agency_id")
                .add("left join guidance_confirmation c on c.edition_id = ? and c.member_id = m.member_id", edition)
                .add("and c.agency_id = m.agency_id");
        return sql.add("group by m.agency_id, w.title order by m.agency_id, w.title").rows(em).stream()
                .map(row -> new Part(
                        Sql.number(row[0]),
                        (String) row[1],
                        Sql.number(row[2]),
                        Sql.number(row[3]),
                        Sql.number(row[5]),
                        Sql.number(row[6]),
                        Sql.day(row[4])))
                .toList();
    }

    /** Narrowed where the rows are first read: a database does not carry it into an inner query by itself. */
    private static Sql of(@Nullable Long agency, String column, Sql sql) {
        return agency == null ? sql : sql.add("and " + column + " = ?", agency);
    }

    private List<Week> weeks(long edition, @Nullable Long agency) {
        Sql sql = new Sql()
                .add("select c.confirmed_on, count(*) from guidance_confirmation c where c.edition_id = ?", edition);
        Map<LocalDate, Long> weeks = new TreeMap<>();
        for (Object[] row :
                of(agency, "c.agency_id", sql).add("group by c.confirmed_on").rows(em)) {
            LocalDate day = Sql.day(row[0]);
            if (day != null) {
                weeks.merge(
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), Sql.number(row[1]), Long::sum);
            }
        }
        return weeks.entrySet().stream()
                .map(e -> new Week(e.getKey(), e.getValue()))
                .toList();
    }

    public List<Unclear> unclearExamples(Edition edition, @Nullable Long agency) {
        Sql sql = new Sql()
                .add(
                        "select u.example, u.agency_id, u.why from guidance_unclear u where u.edition_id = ?",
                        edition.head().id());
        if (agency != null) {
            sql.add("and u.agency_id = ?", agency);
        }
        Map<String, List<Object[]>> byExample = new LinkedHashMap<>();
        for (Object[] row : sql.add("order by u.id desc").rows(em)) {
            byExample.computeIfAbsent((String) row[0], key -> new ArrayList<>()).add(row);
        }
        return byExample.entrySet().stream()
                .map(e -> new Unclear(
                        e.getKey(),
                        edition.text()
                                .indicator(e.getKey())
                                .map(Indicator::statement)
                                .orElse(""),
                        e.getValue().size(),
                        e.getValue().stream()
                                .map(r -> Sql.number(r[1]))
                                .distinct()
                                .count(),
                        e.getValue().stream()
                                .map(r -> (String) r[2])
                                .limit(MOST_WORDS)
                                .toList()))
                .sorted(java.util.Comparator.comparingLong(Unclear::times).reversed())
                .toList();
    }

    public List<Use> uses(LocalDate since, @Nullable Long agency) {
        Sql sql = new Sql()
                .add("select coalesce(a.name, ''), u.level, sum(u.times) from guidance_use u")
                .add("left join agency a on a.id = u.agency_id where u.day >= ?", since);
        if (agency != null) {
            sql.add("and u.agency_id = ?", agency);
        }
        return sql.add("group by a.position, a.name, u.level order by a.position, a.name, u.level").rows(em).stream()
                .map(row -> new Use(
                        String.valueOf(row[0]).isEmpty() ? "Without an account" : String.valueOf(row[0]),
                        (int) Sql.number(row[1]),
                        Sql.number(row[2])))
                .toList();
    }
}
