package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.practiceaudit.AuditKind;

/** What is still missing in an audit that its mover has in scope. */
@ApplicationScoped
public class CompletenessStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** Grades that agencies gave to cases in the sample, signed for, and no panel has looked at. */
    public long notModerated(long audit) {
        return Sql.number(new Sql()
                .add("select count(*) from return_case rc join self_grade g on g.return_case_id = rc.id")
                .add(ResultStore.COUNTED + " and g.grade <> '' and not exists (select 1 from moderation m", audit)
                .add("where m.return_case_id = rc.id and m.subject = g.subject)")
                .on(em)
                .getSingleResult());
    }

    public boolean hasReport(long audit) {
        return Sql.number(new Sql()
                        .add("select count(*) from audit_report r where r.audit_id = ?", audit)
                        .on(em)
                        .getSingleResult())
                > 0;
    }

    /** Whether one of these boards approved the newest version of the report; an agency's own audit is not the board's. */
    public boolean approved(long audit, Set<String> boards) {
        return !new Sql()
                .add(
                        "select 1 from practice_audit a where a.id = ? and (a.kind = ? or exists",
                        audit,
                        AuditKind.SINGLE_AGENCY.name())
                .add("(select 1 from report_approval p join audit_report r on r.id = p.report_id")
                .add("where r.audit_id = a.id and p.board in (?)", boards)
                .add("and r.version = (select max(v.version) from audit_report v where v.audit_id = a.id)))")
                .on(em)
                .getResultList()
                .isEmpty();
    }

    /** Numbers of recommendations, such as R2, on which no board has decided. */
    public List<String> undecided(long audit) {
        return numbers("r.decision is null", audit);
    }

    /** Of those that a board accepted, if in part, which are not closed. */
    public List<String> notClosed(long audit) {
        return numbers("r.closed_on is null and (r.decision is null or r.decision <> 'NOT')", audit);
    }

    private List<String> numbers(String which, long audit) {
        return new Sql()
                        .add("select r.number, r.id from recommendation r where r.audit_id = ? and " + which, audit)
                        .add("order by r.number")
                        .rows(em)
                        .stream()
                        .map(row -> "R" + Sql.number(row[0]))
                        .toList();
    }
}
