package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** Writes invented returns into the database of a newcomer's portal. */
@ApplicationScoped
public class SampleReturnStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** @param answers ref and value; @param grades subject, and slug and reason with a bar between */
    public record Row(
            String audit,
            String caseCode,
            String agency,
            AgencyPart part,
            String auditor,
            String concern,
            boolean complete,
            List<String[]> answers,
            List<String[]> grades) {}

    public Optional<PracticeAudit> audit(String code) {
        return em.createQuery("select a from PracticeAudit a where a.code = :code", PracticeAudit.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public void fill(Row row, Instant at) {
        List<?> ids = returnCase(row.caseCode(), row.agency(), row.part());
        if (ids.isEmpty()) {
            return;
        }
        long id = Sql.number(ids.getFirst());
        long by = member(row.auditor());
        long millis = at.toEpochMilli();
        new Sql()
                .add(
                        "update return_case set known = 1, known_by = ?, known_at = ?, auditor_member_id = ?",
                        by,
                        millis,
                        by)
                .add("where id = ?", id)
                .on(em)
                .executeUpdate();
        if (!row.answers().isEmpty()) {
            new Sql()
                    .add(
                            "insert into return_declaration (return_case_id, member_id, declared_at, first_wrote_at) values (?, ?, ?, ?)",
                            id,
                            by,
                            millis,
                            millis)
                    .on(em)
                    .executeUpdate();
        }
        if (!row.concern().isBlank()) {
            new Sql()
                    .add(
                            "update return_case set concern = ?, concern_by = ?, concern_recorded_at = ?",
                            row.concern(),
                            by,
                            millis)
                    .add("where id = ?", id)
                    .on(em)
                    .executeUpdate();
        }
        if (row.concern().equals("YES")) {
            new Sql()
                    .add(
                            "update return_case set concern_at = ?, concern_told = 'Duty social worker' where id = ?",
                            millis,
                            id)
                    .on(em)
                    .executeUpdate();
        }
        if (row.complete()) {
            new Sql()
                    .add("update return_case set completed_at = ?, completed_by = ? where id = ?", millis, by, id)
                    .on(em)
                    .executeUpdate();
        }
        answer(row, id, by, millis);
    }

    private void answer(Row row, long id, long by, long millis) {
        Map<String, Long> questions = questions(row.audit());
        Sql sql = new Sql()
                .add(
                        "insert into answer (return_case_id, question_id, value, answered_by, answered_at, version) values");
        String comma = "";
        for (String[] pair : row.answers()) {
            sql.add(
                    comma + "(?, ?, ?, ?, ?, 1)",
                    id,
                    Objects.requireNonNull(questions.get(pair[0]), pair[0]),
                    pair[1],
                    by,
                    millis);
            comma = ", ";
        }
        if (!comma.isEmpty()) {
            sql.on(em).executeUpdate();
        }
        for (String[] grade : row.grades()) {
            String[] says = grade[1].split("\\|", 2);
            new Sql()
                    .add(
                            "insert into self_grade (return_case_id, subject, grade, reason, graded_by, graded_at, version)")
                    .add("values (?, ?, ?, ?, ?, ?, 1)", id, grade[0], says[0], says[1], by, millis)
                    .on(em)
                    .executeUpdate();
        }
    }

    private List<?> returnCase(String caseCode, String agency, AgencyPart part) {
        return new Sql()
                .add("select rc.id from return_case rc join agency_return r on r.id = rc.return_id")
                .add("join agency g on g.id = r.agency_id join audit_case c on c.id = rc.case_id")
                .add("where c.code = ? and g.code = ? and rc.part = ?", caseCode, agency, part.name())
                .on(em)
                .getResultList();
    }

    private long member(String userName) {
        return Sql.number(new Sql()
                .add("select id from member where user_name = ?", userName)
                .on(em)
                .getSingleResult());
    }

    private Map<String, Long> questions(String audit) {
        Map<String, Long> ids = new HashMap<>();
        new Sql()
                .add(
                        "select q.ref, q.id from tool_question q join practice_audit a on a.tool_version_id = q.version_id")
                .add("where a.code = ?", audit)
                .rows(em)
                .forEach(row -> ids.put((String) row[0], Sql.number(row[1])));
        return ids;
    }
}
