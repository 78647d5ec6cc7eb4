package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.practiceaudit.Bridge;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** An agency's own grades, and how far panels moved everybody's over the audits. */
@ApplicationScoped
public class GradeStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** @param moderated null until the panel has graded it */
    public record OwnGrade(
            String code,
            GradeSubject subject,
            String self,
            @Nullable String moderated,
            @Nullable String reason) {}

    /**
     * One agency's own cases; nobody else's leave the database this way.
     *
     * @param member only cases that were given to this auditor; all of the agency's when null
     */
    public List<OwnGrade> ownGrades(PracticeAudit audit, long agency, @Nullable Long member) {
        Sql sql = new Sql()
                .add("select c.code, g.subject, " + ResultStore.SELF + ", m.grade, m.reason, c.position")
                .add("from return_case rc join self_grade g on g.return_case_id = rc.id")
                .add(ResultStore.NEWEST_MODERATION)
                .add(ResultStore.COUNTED + " and r.agency_id = ?", audit.id(), agency);
        SheetStore.givenTo(member, sql);
        return sql.add("order by c.position, g.subject").rows(em).stream()
                .map(row -> new OwnGrade(
                        (String) row[0],
                        GradeSubject.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4]))
                .toList();
    }

    /** @param self and @param moderated slugs of the audit's grading scheme */
    public record Moved(
            String code, LocalDate on, String scheme, long agency, String self, String moderated, long cases) {}

    /**
     * Every moderated grade of every audit, counted: of one agency in what is released, or of all agencies.
     *
     * @param agency null for all
     * @param asked the audit that the viewer reads now
     * @param all whether of all agencies also in other audits that are not released: for whoever runs them
     */
    public List<Moved> moved(@Nullable Long agency, PracticeAudit asked, boolean all, LocalDate today) {
        Sql sql = new Sql()
                .add("select p.code, p.period_until, p.grading_scheme, r.agency_id, " + ResultStore.SELF
                        + ", m.grade, count(*)")
                .add("from return_case rc join self_grade g on g.return_case_id = rc.id")
                .add("join moderation m on m.return_case_id = rc.id and m.subject = g.subject and m.id = (select")
                .add("max(n.id) from moderation n where n.return_case_id = rc.id and n.subject = g.subject)")
                .add("join agency_return r on r.id = rc.return_id and r.state = 'SIGNED_OFF'")
                .add("join audit_case c on c.id = rc.case_id and c.status = 'IN_SAMPLE'")
                .add("join practice_audit p on p.id = r.audit_id");
        if (agency != null) {
            sql.add("where r.agency_id = ? and p.released_on <= ?", agency, today);
        } else if (!all) {
            sql.add("where (p.released_on <= ? or p.id = ?)", today, asked.id());
        }
        return sql
                .add("group by p.code, p.period_until, p.grading_scheme, r.agency_id, " + ResultStore.SELF
                        + ", m.grade")
                .add("order by r.agency_id, p.period_until")
                .rows(em)
                .stream()
                .map(row -> new Moved(
                        (String) row[0],
                        Objects.requireNonNull(Sql.day(row[1])),
                        (String) row[2],
                        Sql.number(row[3]),
                        (String) row[4],
                        (String) row[5],
                        Sql.number(row[6])))
                .toList();
    }

    /** Which question of the earlier tool each question of the newer one continues; its own ref where nothing is said. */
    public Map<String, String> bridge(PracticeAudit before, PracticeAudit now) {
        List<Bridge.Line> lines = new Sql()
                        .add("select b.from_version, b.to_version, b.ref_from, b.ref_to from tool_bridge b")
                        .add("join tool_version v on v.id = b.to_version")
                        .add("join tool_version n on n.tool_id = v.tool_id and n.id = ?", ResultStore.version(now))
                        .rows(em)
                        .stream()
                        .map(row -> new Bridge.Line(
                                Sql.number(row[0]), Sql.number(row[1]), (String) row[2], (String) row[3]))
                        .toList();
        return Bridge.between(ResultStore.version(before), ResultStore.version(now), lines);
    }

    /** Agencies in the order of lists. */
    public Map<Long, AgencyBadge> agencies(long own) {
        Map<Long, AgencyBadge> badges = new LinkedHashMap<>();
        new Sql()
                .add("select g.id, g.code, g.short_name, g.name from agency g order by g.position, g.id")
                .rows(em)
                .forEach(row -> badges.put(
                        Sql.number(row[0]),
                        new AgencyBadge(
                                (String) row[1], (String) row[2], (String) row[3], false, Sql.number(row[0]) == own)));
        return badges;
    }
}
