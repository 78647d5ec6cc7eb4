package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Kept;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnsweredBy;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Alike;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Asked;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.CasesOf;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Graded;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Group;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Rated;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Stated;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Tally;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Took;

/**
 * Counts what signed-off returns say of the cases in the sample. The number of queries does not depend on the size of the
 * audit, and none brings an answer out of the database that is not counted.
 */
@ApplicationScoped
public class ResultStore {
    private static final int KEPT = 24;

    /** What counts: of cases in the sample, what agencies have signed, unless they do not know the child. */
    static final String COUNTED = " join agency_return r on r.id = rc.return_id and r.state = 'SIGNED_OFF'"
            + " join audit_case c on c.id = rc.case_id and c.status = 'IN_SAMPLE' where"
            + " (rc.known is null or rc.known = 1) and r.audit_id = ?";

    /** "Yes" or 2 and above; "no" where "yes" is the critical fail; any position where one had to be stated. */
    private static final String MET = "case when q.answer_kind = 'YES_NO' and q.critical_when = 'YES' then"
            + " a.value = 'NO' when q.answer_kind = 'YES_NO' then a.value = 'YES' when q.answer_kind = 'SCALE' then"
            + " a.value in ('2', '3') else a.value <> 'not-stated' end";

    /** As {@link #group} reads it. */
    private static final String GROUP = "r.agency_id, coalesce(c.district, ''), c.stratum";

    private static final String LEFT_OUT = "(a.value is null or a.value in ('NA', 'NOT_KNOWN'))";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private BankHolidays holidays;

    private final Kept<Long, AuditFigures> kept = new Kept<>(KEPT);

    /** Changes with everything that changes a figure of the audit; the same on every node. */
    private String stamp(PracticeAudit audit) {
        return Kept.stamp(new Sql()
                .add("select count(*), coalesce(sum(r.state = 'SIGNED_OFF'), 0), coalesce(max(r.signed_at), 0),")
                .add("coalesce(max(r.reopened_at), 0),")
                .add("(select coalesce(max(m.id), 0) from moderation m join return_case rc on rc.id = m.return_case_id")
                .add("join agency_return x on x.id = rc.return_id where x.audit_id = ?),", audit.id())
                .add("(select count(*) from audit_case c where c.audit_id = ?),", audit.id())
                .add("(select count(*) from audit_case c where c.audit_id = ? and c.status = 'IN_SAMPLE')", audit.id())
                .add("from agency_return r where r.audit_id = ?", audit.id())
                .rows(em)
                .getFirst());
    }

    /** Counted once for each stamp. */
    public AuditFigures figures(PracticeAudit audit) {
        return kept.get(audit.id(), stamp(audit), () -> count(audit));
    }

    private AuditFigures count(PracticeAudit audit) {
        List<Asked> questions = questions(audit);
        List<Long> levels = levelQuestions(audit);
        return new AuditFigures(
                questions,
                tallies(audit),
                levels.size() < 2 ? List.of() : stated(audit, levels.get(0), levels.get(1)),
                grades(audit),
                levels.isEmpty() ? List.of() : ratings(audit, levels.getLast()),
                alike(audit),
                cases(audit),
                took(audit),
                usable(audit));
    }

    private List<Asked> questions(PracticeAudit audit) {
        return new Sql()
                        .add("select q.id, q.ref, q.section, q.section_title, q.text, q.answered_by,")
                        .add("(q.answer_kind in ('YES_NO', 'SCALE')")
                        .add("or (q.answer_kind = 'CHOICE' and lower(q.choices) like '%not stated%')), q.grade_subject")
                        .add("from tool_question q where q.version_id = ? order by q.position", version(audit))
                        .rows(em)
                        .stream()
                        .map(row -> new Asked(
                                Sql.number(row[0]),
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                Sql.flag(row[6]),
                                AnsweredBy.valueOf((String) row[5]),
                                row[7] == null ? null : GradeSubject.valueOf((String) row[7])))
                        .toList();
    }

    /** Refs of what the master sheet has a column for, in the order of the tool. */
    public List<String> refs(PracticeAudit audit) {
        return new Sql()
                        .add("select q.ref, q.position from tool_question q where q.version_id = ?", version(audit))
                        .add("and q.answer_kind not in ('TEXT', 'GRADE') order by q.position")
                        .rows(em)
                        .stream()
                        .map(row -> (String) row[0])
                        .toList();
    }

    /** What the tool asks grades for, in its order. */
    public List<GradeSubject> graded(PracticeAudit audit) {
        return new Sql()
                        .add("select q.grade_subject, min(q.position) from tool_question q")
                        .add("where q.version_id = ? and q.grade_subject is not null", version(audit))
                        .add("group by q.grade_subject order by min(q.position)")
                        .rows(em)
                        .stream()
                        .map(row -> GradeSubject.valueOf((String) row[0]))
                        .toList();
    }

    private List<Long> levelQuestions(PracticeAudit audit) {
        return new Sql()
                        .add("select q.id, q.position from tool_question q where q.version_id = ?", version(audit))
                        .add("and q.answer_kind = 'LEVEL' order by q.position limit 2")
                        .rows(em)
                        .stream()
                        .map(row -> Sql.number(row[0]))
                        .toList();
    }

    /** Counts equal values first: two thirds of the time go if the database judges a few thousand and not every answer. */
    private List<Tally> tallies(PracticeAudit audit) {
        return new Sql()
                        .add("select a.question_id, a.part, r.agency_id, coalesce(a.district, ''), a.stratum,")
                        .add("sum(case when " + LEFT_OUT + " then 0 when " + MET + " then a.times else 0 end),")
                        .add("sum(case when " + LEFT_OUT + " then 0 else a.times end), sum(a.times)")
                        .add("from (select a.question_id, rc.return_id, rc.part, c.district, c.stratum, a.value,")
                        .add("count(*) as times")
                        .add("from return_case rc join answer a on a.return_case_id = rc.id")
                        .add(COUNTED, audit.id())
                        .add("group by a.question_id, rc.return_id, rc.part, c.district, c.stratum, a.value) a")
                        .add("join agency_return r on r.id = a.return_id")
                        .add("join tool_question q on q.id = a.question_id and q.answer_kind in ('YES_NO', 'SCALE',"
                                + " 'CHOICE')")
                        .add("group by a.question_id, a.part, r.agency_id, coalesce(a.district, ''), a.stratum")
                        .rows(em)
                        .stream()
                        .map(row -> new Tally(
                                Sql.number(row[0]),
                                AgencyPart.valueOf((String) row[1]),
                                group(row, 2),
                                Sql.number(row[5]),
                                Sql.number(row[6]),
                                Sql.number(row[7]) - Sql.number(row[6])))
                        .toList();
    }

    /** The front door's judgement where there is one, for it is not the referrer's own; else that of the referrer's auditor. */
    private List<Stated> stated(PracticeAudit audit, long statedBy, long judgedBy) {
        return new Sql()
                        .add("select t.agency_id, t.district, t.stratum, t.stated, t.judged, count(*) from (")
                        .add("select r.agency_id, coalesce(c.district, '') district, c.stratum,")
                        .add("case when s.value in ('1', '2', '3', '4') then s.value else '0' end stated,")
                        .add("coalesce((select min(a.value) from return_case f")
                        .add("join agency_return fr on fr.id = f.return_id and fr.state = 'SIGNED_OFF'")
                        .add("join answer a on a.return_case_id = f.id and a.question_id = ?", judgedBy)
                        .add(
                                "where f.case_id = c.id and f.part = 'FRONT_DOOR' and (f.known is null or f.known = 1) and a.value in ('1', '2', '3', '4')),")
                        .add("case when j.value in ('1', '2', '3', '4') then j.value end) judged")
                        .add("from return_case rc")
                        .add("left join answer s on s.return_case_id = rc.id and s.question_id = ?", statedBy)
                        .add("left join answer j on j.return_case_id = rc.id and j.question_id = ?", judgedBy)
                        .add(COUNTED + " and rc.part <> 'FRONT_DOOR'", audit.id())
                        // a case counts once, with its referrer; where nobody referred it, for each agency that judged
                        // it
                        .add("and (rc.part = 'REFERRER' or not exists (select 1 from return_case x")
                        .add("where x.case_id = rc.case_id and x.part = 'REFERRER'))) t")
                        .add(
                                "where t.judged is not null group by t.agency_id, t.district, t.stratum, t.stated, t.judged")
                        .rows(em)
                        .stream()
                        .map(row -> new Stated(
                                group(row, 0),
                                Integer.parseInt((String) row[3]),
                                Integer.parseInt((String) row[4]),
                                Sql.number(row[5])))
                        .toList();
    }

    private List<Graded> grades(PracticeAudit audit) {
        return new Sql()
                        .add("select " + GROUP + ", g.subject, " + SELF + ", m.grade, count(*)")
                        .add("from return_case rc join self_grade g on g.return_case_id = rc.id")
                        .add(NEWEST_MODERATION)
                        .add(COUNTED, audit.id())
                        .add("group by " + GROUP + ", g.subject, " + SELF + ", m.grade")
                        .rows(em)
                        .stream()
                        .map(row -> new Graded(
                                group(row, 0),
                                GradeSubject.valueOf((String) row[3]),
                                (String) row[4],
                                (String) row[5],
                                Sql.number(row[6])))
                        .toList();
    }

    /** What the panel had before it: an agency that mends its return afterwards does not change what was moderated. */
    static final String SELF = "coalesce(m.self_grade, g.grade)";

    static final String NEWEST_MODERATION =
            "left join moderation m on m.return_case_id = rc.id and m.subject = g.subject and m.id = (select max(n.id)"
                    + " from moderation n where n.return_case_id = rc.id and n.subject = g.subject)";

    private List<Rated> ratings(PracticeAudit audit, long judgedBy) {
        Map<String, int[]> byCase = new LinkedHashMap<>();
        new Sql()
                .add("select c.code, a.value, count(*) from return_case rc")
                .add("join answer a on a.return_case_id = rc.id and a.question_id = ?", judgedBy)
                .add("and a.value in ('1', '2', '3', '4')")
                .add(COUNTED, audit.id())
                .add("group by c.code, a.value order by c.code")
                .rows(em)
                .forEach(row -> byCase.computeIfAbsent((String) row[0], code -> new int[4])[
                                Integer.parseInt((String) row[1]) - 1] =
                        (int) Sql.number(row[2]));
        return byCase.entrySet().stream()
                .map(e -> new Rated(
                        e.getKey(),
                        java.util.Arrays.stream(e.getValue()).boxed().toList()))
                .toList();
    }

    private List<Alike> alike(PracticeAudit audit) {
        return new Sql()
                        .add("select a.question_id, sum(a.value = b.value), count(*)")
                        .add("from return_case rc join answer a on a.return_case_id = rc.id")
                        .add("join tool_question q on q.id = a.question_id and q.answered_by = 'BOTH'")
                        .add("and q.answer_kind in ('YES_NO', 'SCALE', 'CHOICE', 'LEVEL')")
                        .add("join return_case f on f.case_id = rc.case_id and f.part = 'FRONT_DOOR'")
                        .add("and (f.known is null or f.known = 1)")
                        .add("join agency_return fr on fr.id = f.return_id and fr.state = 'SIGNED_OFF'")
                        .add("join answer b on b.return_case_id = f.id and b.question_id = a.question_id")
                        .add(COUNTED + " and rc.part = 'REFERRER'", audit.id())
                        .add("and not " + LEFT_OUT + " and b.value is not null and b.value not in ('NA', 'NOT_KNOWN')")
                        .add("group by a.question_id")
                        .rows(em)
                        .stream()
                        .map(row -> new Alike(Sql.number(row[0]), Sql.number(row[1]), Sql.number(row[2])))
                        .toList();
    }

    private List<CasesOf> cases(PracticeAudit audit) {
        return new Sql()
                        .add("select " + GROUP + ", rc.part, count(*) from return_case rc")
                        .add(COUNTED, audit.id())
                        .add("group by " + GROUP + ", rc.part")
                        .rows(em)
                        .stream()
                        .map(row -> new CasesOf(group(row, 0), AgencyPart.valueOf((String) row[3]), Sql.number(row[4])))
                        .toList();
    }

    /** A time that follows another in its section is counted from it; where it comes first, somebody erred: left out. */
    private List<Took> took(PracticeAudit audit) {
        WorkingDays days = holidays.workingDays();
        return new Sql()
                        .add("select " + GROUP + ", a.value, b.value from return_case rc")
                        .add("join answer a on a.return_case_id = rc.id and length(a.value) = 16")
                        .add("join tool_question q on q.id = a.question_id and q.answer_kind = 'DATE_TIME'")
                        .add("join tool_question n on n.version_id = q.version_id and n.answer_kind = 'DATE_TIME'")
                        .add("and n.section = q.section and n.position = q.position + 1")
                        .add("join answer b on b.return_case_id = rc.id and b.question_id = n.id")
                        .add("and length(b.value) = 16")
                        .add(COUNTED + " and a.value <= b.value", audit.id())
                        .rows(em)
                        .stream()
                        .map(row -> took(
                                group(row, 0),
                                LocalDateTime.parse((String) row[3]),
                                LocalDateTime.parse((String) row[4]),
                                days))
                        .toList();
    }

    private static Took took(Group group, LocalDateTime from, LocalDateTime until, WorkingDays days) {
        return new Took(
                group,
                Duration.between(from, until).toMinutes() / 60.0,
                days.between(from.toLocalDate(), until.toLocalDate()));
    }

    /** A case whose district is withheld is somewhere too: left out, the total would tell of it. */
    private static Group group(Object[] row, int at) {
        String district = (String) row[at + 1];
        return new Group(Sql.number(row[at]), district.isEmpty() ? "Withheld" : district, (String) row[at + 2]);
    }

    private long usable(PracticeAudit audit) {
        return Sql.number(new Sql()
                .add("select count(distinct rc.case_id) from return_case rc")
                .add(COUNTED, audit.id())
                .on(em)
                .getSingleResult());
    }

    /** @param tool "Quality and threshold of referrals, version 2", or null */
    public record Facts(
            long drawn,
            long excluded,
            long agencies,
            @Nullable String tool,
            @Nullable LocalDate moderatedOn,
            @Nullable LocalDate destroyedOn) {}

    public Facts facts(PracticeAudit audit) {
        Object[] row = new Sql()
                .add("select (select count(*) from audit_case c where c.audit_id = ? and c.reserve = 0),", audit.id())
                .add("(select count(*) from audit_case c where c.audit_id = ?", audit.id())
                .add("and c.status in ('EXCLUDED', 'REPLACED')),")
                .add(
                        "(select count(*) from audit_agency g where g.audit_id = ? and g.withdrawn_on is null),",
                        audit.id())
                .add("(select concat(t.name, ', version ', v.number) from tool_version v")
                .add("join audit_tool t on t.id = v.tool_id where v.id = ?),", version(audit))
                .add("(select max(m.moderated_at) from moderation m join return_case rc on rc.id = m.return_case_id")
                .add("join agency_return r on r.id = rc.return_id where r.audit_id = ?),", audit.id())
                .add("(select max(d.destroyed_on) from destruction_certificate d where d.audit_id = ?)", audit.id())
                .rows(em)
                .getFirst();
        return new Facts(
                Sql.number(row[0]),
                Sql.number(row[1]),
                Sql.number(row[2]),
                (String) row[3],
                row[4] == null
                        ? null
                        : Instant.ofEpochMilli(Sql.number(row[4]))
                                .atZone(PortalClock.LONDON)
                                .toLocalDate(),
                Sql.day(row[5]));
    }

    static long version(PracticeAudit audit) {
        Optional<Long> version = audit.toolVersionId();
        return version.orElse(-1L);
    }
}
