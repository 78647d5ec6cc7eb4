package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.CaseView.Released;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.ReturnScope;
import uk.org.kscb.portal.practiceaudit.ReturnView.AuditorLine;
import uk.org.kscb.portal.practiceaudit.ReturnView.Reopening;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.ReturnCase;

/** Returns and what stands in them, as far as a scope reaches; each question a fixed number of queries. */
@ApplicationScoped
public class ReturnStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** One case in a return; @param agencyId whose return; people as user name and name. */
    public record CaseRow(
            long returnId,
            long id,
            long caseId,
            String code,
            AgencyPart part,
            @Nullable Boolean known,
            @Nullable Long auditorId,
            @Nullable String auditorUser,
            @Nullable String auditor,
            @Nullable Long helperId,
            @Nullable String helperUser,
            @Nullable String helper,
            @Nullable String concern,
            @Nullable Instant concernAt,
            @Nullable String concernTold,
            @Nullable Instant completedAt) {}

    /** @param value of a grade its slug */
    public record AnswerRow(
            long returnCase,
            String ref,
            @Nullable String value,
            @Nullable String note,
            int version,
            String by,
            Instant at) {}

    /** A moderated grade, the newest of its subject. */
    public record ModeratedRow(long returnCase, GradeSubject subject, Released grade, long id) {}

    /**
     * The return of an agency, if the scope reaches it. A panel sees signed returns; whoever's own agency takes part and
     * has not signed yet sees no other's (blind first).
     */
    public Optional<AgencyReturn> find(PracticeAudit audit, long agencyId, ReturnScope scope) {
        boolean own = agencyId == scope.agencyId();
        if (!own && (!scope.all() || ownUnsigned(audit, scope.agencyId()))) {
            return Optional.empty();
        }
        return em.createQuery(
                        "select r from AgencyReturn r where r.auditId = :audit and r.agencyId = :agency",
                        AgencyReturn.class)
                .setParameter("audit", audit.id())
                .setParameter("agency", agencyId)
                .getResultStream()
                .filter(r -> own || !scope.panel() || !r.state().open())
                .findFirst();
    }

    public AgencyReturn require(PracticeAudit audit, long agencyId, ReturnScope scope) {
        return find(audit, agencyId, scope).orElseThrow(() -> new NotVisible("return"));
    }

    /** Whether the agency takes part itself and has not signed: then it sees nobody else's. */
    public boolean ownUnsigned(PracticeAudit audit, long agencyId) {
        return !new Sql()
                .add("select 1 from agency_return r where r.audit_id = ? and r.agency_id = ?", audit.id(), agencyId)
                .add("and r.state <> 'SIGNED_OFF'")
                // who has no case, or has withdrawn, will never sign
                .add("and exists (select 1 from return_case x join audit_case c on c.id = x.case_id")
                .add("where x.return_id = r.id and c.status = 'IN_SAMPLE')")
                .add("and not exists (select 1 from audit_agency g where g.audit_id = r.audit_id")
                .add("and g.agency_id = r.agency_id and g.withdrawn_on is not null)")
                .on(em)
                .getResultList()
                .isEmpty();
    }

    /** Held until the transaction ends, so that nothing is saved into what is being signed. */
    public void lock(AgencyReturn signed) {
        em.lock(signed, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        em.refresh(signed);
    }

    /** Cases of a return in the order of the draw; a replaced or excluded one is left out. */
    public List<CaseRow> cases(AgencyReturn of, ReturnScope scope) {
        return cases(List.of(of), scope).getOrDefault(of.id(), List.of());
    }

    /** Cases of several returns, by the return's id. */
    public Map<Long, List<CaseRow>> cases(List<AgencyReturn> of, ReturnScope scope) {
        if (of.isEmpty()) {
            return Map.of();
        }
        Sql sql = new Sql()
                .add("select rc.return_id, rc.id, rc.case_id, c.code, rc.part, rc.known, rc.auditor_member_id,")
                .add("m.user_name, m.name, rc.helper_member_id, h.user_name, h.name, rc.concern, rc.concern_at,")
                .add("rc.concern_told, rc.completed_at from return_case rc join audit_case c on c.id = rc.case_id")
                .add("left join member m on m.id = rc.auditor_member_id")
                .add("left join member h on h.id = rc.helper_member_id")
                .add(
                        "where rc.return_id in (?) and c.status = 'IN_SAMPLE'",
                        of.stream().map(AgencyReturn::id).toList());
        scope.memberId()
                .ifPresent(
                        member -> sql.add("and (rc.auditor_member_id = ? or rc.helper_member_id = ?)", member, member));
        sql.add("order by c.position, rc.part");
        return sql.rows(em).stream()
                .map(ReturnStore::caseRow)
                .collect(Collectors.groupingBy(CaseRow::returnId, LinkedHashMap::new, Collectors.toList()));
    }

    private static CaseRow caseRow(Object[] row) {
        return new CaseRow(
                Sql.number(row[0]),
                Sql.number(row[1]),
                Sql.number(row[2]),
                (String) row[3],
                AgencyPart.valueOf((String) row[4]),
                row[5] == null ? null : Sql.flag(row[5]),
                Sql.numberOrNull(row[6]),
                (String) row[7],
                (String) row[8],
                Sql.numberOrNull(row[9]),
                (String) row[10],
                (String) row[11],
                (String) row[12],
                moment(row[13]),
                (String) row[14],
                moment(row[15]));
    }

    /** Answers and self-grades of these cases; grades come under the ref of the question that asks for them. */
    public List<AnswerRow> answers(List<Long> returnCases) {
        if (returnCases.isEmpty()) {
            return List.of();
        }
        List<AnswerRow> answers = new ArrayList<>();
        new Sql()
                .add("select x.return_case_id, q.ref, x.value, x.note, x.version, m.name, x.answered_at")
                .add("from answer x join tool_question q on q.id = x.question_id join member m on m.id = x.answered_by")
                .add("where x.return_case_id in (?)", returnCases)
                .add("union all select g.return_case_id, q.ref, g.grade, g.reason, g.version, m.name, g.graded_at")
                .add("from self_grade g join return_case rc on rc.id = g.return_case_id")
                .add("join agency_return r on r.id = rc.return_id join practice_audit a on a.id = r.audit_id")
                .add("join tool_question q on q.version_id = a.tool_version_id and q.grade_subject = g.subject")
                .add("join member m on m.id = g.graded_by where g.return_case_id in (?)", returnCases)
                .rows(em)
                .forEach(row -> answers.add(new AnswerRow(
                        Sql.number(row[0]),
                        (String) row[1],
                        empty((String) row[2]),
                        empty((String) row[3]),
                        (int) Sql.number(row[4]),
                        (String) row[5],
                        Instant.ofEpochMilli(Sql.number(row[6])))));
        return answers;
    }

    /** The newest moderated grade of each subject of these cases. */
    public List<ModeratedRow> moderated(List<Long> returnCases) {
        if (returnCases.isEmpty()) {
            return List.of();
        }
        return new Sql()
                        .add("select m.return_case_id, m.subject, m.grade, m.reason, m.id from moderation m")
                        .add("where m.return_case_id in (?) and not exists (select 1 from moderation n", returnCases)
                        .add("where n.return_case_id = m.return_case_id and n.subject = m.subject and n.id > m.id)")
                        .rows(em)
                        .stream()
                        .map(row -> new ModeratedRow(
                                Sql.number(row[0]),
                                GradeSubject.valueOf((String) row[1]),
                                new Released((String) row[2], (String) row[3]),
                                Sql.number(row[4])))
                        .toList();
    }

    public static Map<GradeSubject, Released> bySubject(List<ModeratedRow> rows, long returnCase) {
        Map<GradeSubject, Released> grades = new EnumMap<>(GradeSubject.class);
        rows.stream().filter(r -> r.returnCase() == returnCase).forEach(r -> grades.put(r.subject(), r.grade()));
        return grades;
    }

    public ReturnCase requireCase(long id) {
        return Optional.ofNullable(em.find(ReturnCase.class, id)).orElseThrow(() -> new NotVisible("case"));
    }

    public boolean declared(long returnCase, long member) {
        return !new Sql()
                .add("select 1 from return_declaration where return_case_id = ? and member_id = ?", returnCase, member)
                .on(em)
                .getResultList()
                .isEmpty();
    }

    public void declare(long returnCase, long member, Instant at) {
        new Sql()
                .add(
                        "insert into return_declaration (return_case_id, member_id, declared_at) values (?, ?, ?)",
                        returnCase,
                        member,
                        at.toEpochMilli())
                .on(em)
                .executeUpdate();
    }

    /**
     * Whether the member is an auditor of this return: is given one of its cases, completed one, said that it gave no
     * cause for concern or that the agency does not know the child, or has ever written an answer or a grade in it, though
     * somebody else may have written over it.
     */
    public boolean audited(AgencyReturn of, long member) {
        return !new Sql()
                .add(
                        "select 1 from return_case rc join audit_case c on c.id = rc.case_id where rc.return_id = ?",
                        of.id())
                .add("and (? in (rc.completed_by, rc.concern_by) or rc.known = 0 and rc.known_by = ?", member, member)
                .add("or exists (select 1 from return_declaration d")
                .add("where d.return_case_id = rc.id and d.member_id = ? and d.first_wrote_at is not null)", member)
                .add("or c.status = 'IN_SAMPLE' and ? in (rc.auditor_member_id, rc.helper_member_id)) limit 1", member)
                .on(em)
                .getResultList()
                .isEmpty();
    }

    /** Members of an agency who may answer, by name. */
    public List<AuditorLine> auditors(long agencyId) {
        return new Sql()
                        .add(
                                "select distinct m.user_name, m.name from member m join member_role r on r.member_id = m.id")
                        .add("where r.agency_id = ? and r.withdrawn_at is null and r.waiting_since is null", agencyId)
                        .add("and r.role in ('AUDITOR', 'COORDINATOR') order by m.name, m.user_name")
                        .rows(em)
                        .stream()
                        .map(row -> new AuditorLine((String) row[0], (String) row[1]))
                        .toList();
    }

    /** Id of a member of that list. @throws NotVisible when nobody of the agency who may answer has this user name */
    public long requireAuditor(long agencyId, String userName) {
        List<?> ids = new Sql()
                .add(
                        "select m.id from member m join member_role r on r.member_id = m.id where m.user_name = ?",
                        userName)
                .add("and r.agency_id = ? and r.withdrawn_at is null and r.waiting_since is null", agencyId)
                .add("and r.role in ('AUDITOR', 'COORDINATOR')")
                .on(em)
                .getResultList();
        if (ids.isEmpty()) {
            throw new NotVisible("auditor of your agency");
        }
        return Sql.number(ids.getFirst());
    }

    public @Nullable String nameOf(@Nullable Long member) {
        List<?> names = member == null
                ? List.of()
                : new Sql()
                        .add("select name from member where id = ?", member)
                        .on(em)
                        .getResultList();
        return names.isEmpty() ? null : (String) names.getFirst();
    }

    /** What agencies are called: id to code, name, short name. */
    public Map<Long, String[]> agencies() {
        Map<Long, String[]> names = new HashMap<>();
        new Sql()
                .add("select id, code, name, short_name from agency")
                .rows(em)
                .forEach(row -> names.put(
                        Sql.number(row[0]), new String[] {(String) row[1], (String) row[2], (String) row[3]}));
        return names;
    }

    /** The reopening that was asked for in this round and is not agreed yet. */
    public Optional<Reopening> openRequest(AgencyReturn of, long viewer) {
        return new Sql()
                        .add("select o.reason, m.name, o.asked_at, o.asked_by from return_reopening o")
                        .add(
                                "join member m on m.id = o.asked_by where o.return_id = ? and o.round = ?",
                                of.id(),
                                of.round())
                        .add("and o.agreed_by is null")
                        .rows(em)
                        .stream()
                        .map(row -> new Reopening(
                                (String) row[0],
                                (String) row[1],
                                Instant.ofEpochMilli(Sql.number(row[2])),
                                Sql.number(row[3]) != viewer))
                        .findFirst();
    }

    public void askReopening(AgencyReturn of, String reason, long by, Instant at) {
        new Sql()
                .add(
                        "insert into return_reopening (return_id, round, reason, asked_by, asked_at) values (?, ?, ?, ?, ?)",
                        of.id(),
                        of.round(),
                        reason,
                        by,
                        at.toEpochMilli())
                .on(em)
                .executeUpdate();
    }

    /** Agrees, and keeps what had been signed. */
    public void agreeReopening(AgencyReturn of, long by, Instant at) {
        new Sql()
                .add(
                        "update return_reopening set agreed_by = ?, agreed_at = ? where return_id = ? and round = ?",
                        by,
                        at.toEpochMilli(),
                        of.id(),
                        of.round())
                .on(em)
                .executeUpdate();
        new Sql()
                .add("insert into answer_as_signed (return_case_id, question_id, round, value, note, confirmed,")
                .add(
                        "answered_by, answered_at) select x.return_case_id, x.question_id, ?, x.value, x.note,",
                        of.round())
                .add("x.confirmed, x.answered_by, x.answered_at from answer x join return_case rc")
                .add("on rc.id = x.return_case_id where rc.return_id = ?", of.id())
                .on(em)
                .executeUpdate();
        new Sql()
                .add("insert into self_grade_as_signed (return_case_id, subject, round, grade, reason, graded_by,")
                .add("graded_at) select g.return_case_id, g.subject, ?, g.grade, g.reason, g.graded_by,", of.round())
                .add("g.graded_at from self_grade g join return_case rc on rc.id = g.return_case_id")
                .add("where rc.return_id = ?", of.id())
                .on(em)
                .executeUpdate();
    }

    /** Returns of an audit in a scope; blind first as in {@link #find}. */
    public List<AgencyReturn> visible(PracticeAudit audit, ReturnScope scope) {
        boolean others = scope.all() && !ownUnsigned(audit, scope.agencyId());
        return em.createQuery("select r from AgencyReturn r where r.auditId = :audit", AgencyReturn.class)
                .setParameter("audit", audit.id())
                .getResultStream()
                .filter(r -> r.agencyId() == scope.agencyId()
                        || others && (!scope.panel() || !r.state().open()))
                .toList();
    }

    /** Short names of agencies that take part and have not signed off. */
    public List<String> unsignedAgencies(PracticeAudit audit) {
        return em.createNativeQuery("select g.short_name from audit_agency p join agency g on g.id = p.agency_id"
                        + " where p.audit_id = ?1 and p.withdrawn_on is null and not exists (select 1 from agency_return r"
                        + " where r.audit_id = p.audit_id and r.agency_id = p.agency_id and r.state = 'SIGNED_OFF')"
                        + " order by g.position, g.name")
                .setParameter(1, audit.id())
                .getResultStream()
                .map(String::valueOf)
                .toList();
    }

    public long requireAgency(String code) {
        List<?> ids = new Sql()
                .add("select id from agency where code = ?", code)
                .on(em)
                .getResultList();
        if (ids.isEmpty()) {
            throw new NotVisible("agency");
        }
        return Sql.number(ids.getFirst());
    }

    private static @Nullable Instant moment(@Nullable Object millis) {
        return millis == null ? null : Instant.ofEpochMilli(Sql.number(millis));
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
