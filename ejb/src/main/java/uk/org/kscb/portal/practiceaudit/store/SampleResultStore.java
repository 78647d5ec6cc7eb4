package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** Puts invented answers and grades of sample data in, as if agencies had returned them; only ever at the first start. */
@ApplicationScoped
public class SampleResultStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public Optional<PracticeAudit> audit(String code) {
        return em.createQuery("select a from PracticeAudit a where a.code = :code", PracticeAudit.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Somebody, for rows that must name a member. */
    public long anybody() {
        return Sql.number(em.createNativeQuery("select min(id) from member").getSingleResult());
    }

    public long agency(String code) {
        return Sql.number(new Sql()
                .add("select id from agency where code = ?", code)
                .on(em)
                .getSingleResult());
    }

    /** The agency's return and its row for the case, made where opening the returns has not. @return id of the row */
    public long row(PracticeAudit audit, String caseCode, long agency, String part, Instant at) {
        em.flush();
        new Sql()
                .add("insert into agency_return (public_id, audit_id, agency_id, state, round, opened_at)")
                .add(
                        "select ?, p.id, ?, 'OPEN', 1, ? from practice_audit p",
                        Secret.publicId(),
                        agency,
                        at.toEpochMilli())
                .add("where p.id = ? and not exists (select 1 from agency_return r", audit.id())
                .add("where r.audit_id = p.id and r.agency_id = ?)", agency)
                .on(em)
                .executeUpdate();
        new Sql()
                .add("insert into return_case (return_id, case_id, part, known, concern)")
                .add(
                        "select r.id, c.id, ?, 1, 'NO' from agency_return r join audit_case c on c.audit_id ="
                                + " r.audit_id",
                        part)
                .add("where r.audit_id = ? and r.agency_id = ? and c.code = ?", audit.id(), agency, caseCode)
                .add("and not exists (select 1 from return_case x where x.return_id = r.id and x.case_id = c.id")
                .add("and x.part = ?)", part)
                .on(em)
                .executeUpdate();
        return Sql.number(new Sql()
                .add("select rc.id from return_case rc join agency_return r on r.id = rc.return_id")
                .add(
                        "join audit_case c on c.id = rc.case_id where r.audit_id = ? and r.agency_id = ?",
                        audit.id(),
                        agency)
                .add("and c.code = ? and rc.part = ?", caseCode, part)
                .on(em)
                .getSingleResult());
    }

    /** @param answers by ref; those that the tool does not ask are left out */
    public void answer(PracticeAudit audit, long row, Map<String, String> answers, long member, Instant at) {
        answers.forEach((ref, value) -> new Sql()
                .add("insert into answer (return_case_id, question_id, value, answered_by, answered_at, version)")
                .add("select ?, q.id, ?, ?, ?, 1 from tool_question q", row, value, member, at.toEpochMilli())
                .add(
                        "where q.version_id = ? and q.ref = ?",
                        audit.toolVersionId().orElse(-1L),
                        ref)
                .on(em)
                .executeUpdate());
    }

    public void selfGrade(long row, String subject, String grade, String reason, long member, Instant at) {
        new Sql()
                .add("insert into self_grade (return_case_id, subject, grade, reason, graded_by, graded_at, version)")
                .add("values (?, ?, ?, ?, ?, ?, 1)", row, subject, grade, reason, member, at.toEpochMilli())
                .on(em)
                .executeUpdate();
    }

    public void moderated(
            long row, String subject, String grade, String self, String reason, String panel, long member, Instant at) {
        new Sql()
                .add("insert into moderation (return_case_id, subject, grade, self_grade, reason, panel, moderated_by,")
                .add(
                        "moderated_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        row,
                        subject,
                        grade,
                        self,
                        reason,
                        panel,
                        member,
                        at.toEpochMilli())
                .on(em)
                .executeUpdate();
    }

    public void signOff(PracticeAudit audit, long member, Instant at) {
        new Sql()
                .add("update return_case set completed_at = ?, completed_by = ?", at.toEpochMilli(), member)
                .add("where return_id in (select r.id from agency_return r where r.audit_id = ?)", audit.id())
                .on(em)
                .executeUpdate();
        new Sql()
                .add(
                        "update agency_return set state = 'SIGNED_OFF', signed_by = ?, signed_at = ?",
                        member,
                        at.toEpochMilli())
                .add("where audit_id = ?", audit.id())
                .on(em)
                .executeUpdate();
    }

    public <T> T add(T row) {
        em.persist(row);
        return row;
    }

    public void flush() {
        em.flush();
    }
}
