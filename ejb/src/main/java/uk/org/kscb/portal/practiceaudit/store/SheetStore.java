package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** Signed-off returns row by row, in pages: what the master sheet is made of. */
@ApplicationScoped
public class SheetStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** A row of the master sheet before its answers. */
    public record SheetRow(
            long id,
            String caseCode,
            String agency,
            String part,
            String stratum,
            String age,
            String district,
            String outcome) {}

    /** @param agency only this agency's, or all when null; @param after id of the last row before */
    public List<SheetRow> sheet(
            PracticeAudit audit, @Nullable Long agency, @Nullable Long member, long after, int most) {
        Sql sql = new Sql()
                .add("select rc.id, c.code, g.short_name, rc.part, c.stratum, coalesce(c.age_band, ''),")
                .add("coalesce(c.district, ''), coalesce(c.outcome, '')")
                .add("from return_case rc join agency_return r on r.id = rc.return_id and r.state = 'SIGNED_OFF'")
                .add("join audit_case c on c.id = rc.case_id and c.status = 'IN_SAMPLE'")
                .add("join agency g on g.id = r.agency_id where r.audit_id = ? and rc.id > ?", audit.id(), after);
        if (agency != null) {
            sql.add("and r.agency_id = ?", agency);
        }
        givenTo(member, sql);
        return sql.add("order by rc.id limit ?", most).rows(em).stream()
                .map(row -> new SheetRow(
                        Sql.number(row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7]))
                .toList();
    }

    /** @param member an auditor, who sees the cases that they answered alone or with another; null for all */
    static void givenTo(@Nullable Long member, Sql sql) {
        if (member != null) {
            sql.add("and ? in (rc.auditor_member_id, rc.helper_member_id)", member);
        }
    }

    /** Answers of these rows, by row and ref; text that somebody wrote stays behind. */
    public Map<Long, Map<String, String>> answers(List<Long> rows) {
        Map<Long, Map<String, String>> answers = new HashMap<>();
        new Sql()
                .add("select a.return_case_id, q.ref, a.value from answer a join tool_question q on q.id ="
                        + " a.question_id")
                .add("where a.return_case_id in (?) and a.value is not null", rows)
                .rows(em)
                .forEach(row -> answers.computeIfAbsent(Sql.number(row[0]), id -> new HashMap<>())
                        .put((String) row[1], (String) row[2]));
        return answers;
    }

    /** @param moderated whether the panel's grades are wanted, in place of the agencies' own */
    public Map<Long, Map<GradeSubject, String>> gradesOf(List<Long> rows, boolean moderated) {
        Sql sql = moderated
                ? new Sql()
                        .add(
                                "select m.return_case_id, m.subject, m.grade from moderation m where m.return_case_id"
                                        + " in (?)",
                                rows)
                        .add("and m.id = (select max(n.id) from moderation n where n.return_case_id = m.return_case_id")
                        .add("and n.subject = m.subject)")
                : new Sql()
                        .add("select g.return_case_id, g.subject, g.grade from self_grade g")
                        .add("where g.return_case_id in (?)", rows);
        Map<Long, Map<GradeSubject, String>> grades = new HashMap<>();
        sql.rows(em)
                .forEach(row -> grades.computeIfAbsent(Sql.number(row[0]), id -> new HashMap<>())
                        .put(GradeSubject.valueOf((String) row[1]), (String) row[2]));
        return grades;
    }
}
