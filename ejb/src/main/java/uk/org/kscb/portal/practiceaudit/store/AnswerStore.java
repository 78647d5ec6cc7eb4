package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.persistence.TextList;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.AnsweredBy;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.ReturnState;
import uk.org.kscb.portal.practiceaudit.SaveAnswer;

/** Saving one answer: one row to look at, one lock, one row to write, however large the return is. */
@ApplicationScoped
public class AnswerStore {
    private static final TextList LISTS = new TextList();

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /**
     * All that decides whether and where an answer is saved.
     *
     * @param wrote whether the member has answered something of this case before
     * @param version of the answer there is; 0 for none
     * @param answeredBy who gave it, or null
     */
    public record Place(
            long returnId,
            long returnCase,
            long question,
            AuditState audit,
            @Nullable LocalDate due,
            @Nullable Instant closedAt,
            boolean withdrawn,
            ReturnState state,
            @Nullable Long auditor,
            @Nullable Long helper,
            boolean declared,
            boolean wrote,
            boolean complete,
            AgencyPart part,
            AnswerKind kind,
            AnsweredBy asks,
            List<String> choices,
            @Nullable String onlyAgency,
            @Nullable GradeSubject subject,
            String gradingScheme,
            @Nullable String value,
            @Nullable String note,
            int version,
            @Nullable Long answeredBy) {}

    /** Where the own agency's answer stands; empty when the agency has no such case or question. */
    public Optional<Place> place(SaveAnswer save, long agencyId, long memberId) {
        return new Sql()
                        .add(
                                "select r.id, rc.id, q.id, a.state, a.returns_due_on, a.returns_closed_at, g.withdrawn_on, r.state,")
                        .add(
                                "rc.auditor_member_id, rc.helper_member_id, d.declared_at, d.first_wrote_at, rc.completed_at, rc.part, q.answer_kind,")
                        .add("q.answered_by, q.choices, q.agency_variant, q.grade_subject, a.grading_scheme,")
                        .add(
                                "coalesce(s.grade, x.value), coalesce(s.reason, x.note), coalesce(s.version, x.version, 0),")
                        .add("coalesce(s.graded_by, x.answered_by)")
                        .add(
                                "from practice_audit a join agency_return r on r.audit_id = a.id and r.agency_id = ?",
                                agencyId)
                        .add("join audit_agency g on g.audit_id = a.id and g.agency_id = r.agency_id")
                        .add(
                                "join audit_case c on c.audit_id = a.id and c.code = ? and c.status = 'IN_SAMPLE'",
                                save.caseCode())
                        .add(
                                "join return_case rc on rc.return_id = r.id and rc.case_id = c.id and rc.part = ?",
                                save.part().name())
                        .add("join tool_question q on q.version_id = a.tool_version_id and q.ref = ?", save.ref())
                        .add("left join return_declaration d on d.return_case_id = rc.id and d.member_id = ?", memberId)
                        .add("left join answer x on x.return_case_id = rc.id and x.question_id = q.id")
                        .add("left join self_grade s on s.return_case_id = rc.id and s.subject = q.grade_subject")
                        .add("where a.code = ?", save.audit())
                        .rows(em)
                        .stream()
                        .map(AnswerStore::place)
                        .findFirst();
    }

    private static Place place(Object[] row) {
        return new Place(
                Sql.number(row[0]),
                Sql.number(row[1]),
                Sql.number(row[2]),
                AuditState.valueOf((String) row[3]),
                Sql.day(row[4]),
                row[5] == null ? null : Instant.ofEpochMilli(Sql.number(row[5])),
                row[6] != null,
                ReturnState.valueOf((String) row[7]),
                Sql.numberOrNull(row[8]),
                Sql.numberOrNull(row[9]),
                row[10] != null,
                row[11] != null,
                row[12] != null,
                AgencyPart.valueOf((String) row[13]),
                AnswerKind.valueOf((String) row[14]),
                AnsweredBy.valueOf((String) row[15]),
                LISTS.convertToEntityAttribute((String) row[16]),
                (String) row[17],
                row[18] == null ? null : GradeSubject.valueOf((String) row[18]),
                (String) row[19],
                blankToNull((String) row[20]),
                blankToNull((String) row[21]),
                (int) Sql.number(row[22]),
                Sql.numberOrNull(row[23]));
    }

    /** An answer to what is no longer asked counts nowhere: it loses its value and keeps its note. A grade goes whole. */
    public void forgetUnasked(long returnCase, List<String> refs) {
        if (refs.isEmpty()) {
            return;
        }
        new Sql()
                .add("update answer a join tool_question q on q.id = a.question_id set a.value = null,")
                .add("a.version = a.version + 1 where a.return_case_id = ? and q.ref in (?)", returnCase, refs)
                .on(em)
                .executeUpdate();
        new Sql()
                .add("delete s from self_grade s join return_case rc on rc.id = s.return_case_id")
                .add("join agency_return r on r.id = rc.return_id join practice_audit a on a.id = r.audit_id")
                .add("join tool_question q on q.version_id = a.tool_version_id and q.grade_subject = s.subject")
                .add("where s.return_case_id = ? and q.ref in (?)", returnCase, refs)
                .on(em)
                .executeUpdate();
    }

    /** Savers share the return; whoever signs it waits for them, and they for the signature. */
    public ReturnState shareReturn(long returnId) {
        return ReturnState.valueOf((String) new Sql()
                .add("select state from agency_return where id = ? lock in share mode", returnId)
                .on(em)
                .getSingleResult());
    }

    /** @return whether it was written; if not, somebody else wrote in between */
    public boolean write(
            Place at,
            @Nullable String value,
            @Nullable String note,
            @Nullable String confirmed,
            long by,
            Instant when) {
        if (!at.wrote()) {
            // an answer tells only who gave it last; who signs must not have given any
            new Sql()
                    .add("update return_declaration set first_wrote_at = ?", when.toEpochMilli())
                    .add("where return_case_id = ? and member_id = ? and first_wrote_at is null", at.returnCase(), by)
                    .on(em)
                    .executeUpdate();
        }
        boolean grade = at.subject() != null;
        String sql = at.version() == 0
                ? grade
                        ? "insert into self_grade (grade, reason, confirmed, graded_by, graded_at, return_case_id,"
                                + " subject, version) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 + 1)"
                        : "insert into answer (value, note, confirmed, answered_by, answered_at, return_case_id,"
                                + " question_id, version) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 + 1)"
                : grade
                        ? "update self_grade set grade = ?1, reason = ?2, confirmed = ?3, graded_by = ?4, graded_at = ?5,"
                                + " version = version + 1 where return_case_id = ?6 and subject = ?7 and version = ?8"
                        : "update answer set value = ?1, note = ?2, confirmed = ?3, answered_by = ?4, answered_at = ?5,"
                                + " version = version + 1 where return_case_id = ?6 and question_id = ?7 and version = ?8";
        try {
            return em.createNativeQuery(sql)
                            .setParameter(1, grade && value == null ? "" : value)
                            .setParameter(2, grade && note == null ? "" : note)
                            .setParameter(3, confirmed)
                            .setParameter(4, by)
                            .setParameter(5, when.toEpochMilli())
                            .setParameter(6, at.returnCase())
                            .setParameter(7, grade ? String.valueOf(at.subject()) : (Object) at.question())
                            .setParameter(8, at.version())
                            .executeUpdate()
                    == 1;
        } catch (PersistenceException e) {
            if (duplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean duplicate(@Nullable Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
