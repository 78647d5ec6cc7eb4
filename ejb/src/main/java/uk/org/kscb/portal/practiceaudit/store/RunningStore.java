package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.config.QueryHints;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.practiceaudit.AgencyName;
import uk.org.kscb.portal.practiceaudit.AuditConcern;
import uk.org.kscb.portal.practiceaudit.AuditDetail.SampleFigures;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditRow.Nudged;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.CaseStatus;
import uk.org.kscb.portal.practiceaudit.NonReturn;
import uk.org.kscb.portal.practiceaudit.ReturnState;
import uk.org.kscb.portal.practiceaudit.model.AuditEvent;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** How audits run: lists of them, who has answered, what happened. */
@ApplicationScoped
public class RunningStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** How far a return is. @param cases that the agency answers for; @param complete of them answered in full */
    public record Answered(ReturnState state, @Nullable Instant signedAt, long cases, long complete) {}

    public AgencyNames agencies(long own) {
        AgencyNames names = new AgencyNames();
        new Sql()
                .add("select id, code, short_name, name from agency order by position, name")
                .rows(em)
                .forEach(row -> names.add(
                        Sql.number(row[0]),
                        new AgencyName((String) row[1], (String) row[2], (String) row[3], Sql.number(row[0]) == own)));
        return names;
    }

    /** All audits in the scope, newest code first; agencies and steps come in one query each. */
    public List<PracticeAudit> audits(AuditScope scope) {
        if (scope.none()) {
            return List.of();
        }
        return em.createQuery(
                        "select a from PracticeAudit a where " + AuditStore.VISIBLE + " order by a.code desc",
                        PracticeAudit.class)
                .setParameter("all", scope.all())
                .setParameter("head", scope.head())
                .setParameter("ownAudits", scope.ownAudits())
                .setParameter("own", scope.agencyId())
                .setHint(QueryHints.BATCH, "a.agencies")
                .setHint(QueryHints.BATCH, "a.steps")
                .getResultList();
    }

    /** Neither closed nor cancelled, of whoever's. */
    public List<PracticeAudit> underWay() {
        return em.createQuery(
                        "select a from PracticeAudit a where a.state not in (:closed, :cancelled)", PracticeAudit.class)
                .setParameter("closed", AuditState.CLOSED)
                .setParameter("cancelled", AuditState.CANCELLED)
                .getResultList();
    }

    /** Audits that are out to agencies, for jobs. */
    public List<PracticeAudit> outToAgencies() {
        return em.createQuery(
                        "select a from PracticeAudit a where a.state in :states and a.returnsDueOn is not null",
                        PracticeAudit.class)
                .setParameter("states", List.of(AuditState.NOTIFIED, AuditState.COLLECTING))
                .getResultList();
    }

    /** Agencies that have signed off, by audit; of other agencies only where the scope reaches all. */
    public Map<Long, Set<Long>> signedOff(AuditScope scope) {
        Map<Long, Set<Long>> signed = new HashMap<>();
        Sql sql = new Sql().add("select audit_id, agency_id from agency_return where state = 'SIGNED_OFF'");
        if (scope.reach() != Reach.ALL) {
            sql.add("and agency_id = ?", scope.agencyId());
        }
        sql.rows(em)
                .forEach(row -> signed.computeIfAbsent(Sql.number(row[0]), id -> new HashSet<>())
                        .add(Sql.number(row[1])));
        return signed;
    }

    /** How far each agency's return is; of other agencies only where the scope reaches all. */
    public Map<Long, Answered> answered(PracticeAudit audit, AuditScope scope) {
        Sql sql = new Sql()
                .add("select r.agency_id, r.state, r.signed_at, count(k.id),")
                .add("count(case when k.id is not null then c.completed_at end)")
                .add("from agency_return r left join return_case c on c.return_id = r.id")
                .add("left join audit_case k on k.id = c.case_id and k.status = 'IN_SAMPLE'")
                .add("where r.audit_id = ?", audit.id());
        if (scope.reach() != Reach.ALL) {
            sql.add("and r.agency_id = ?", scope.agencyId());
        }
        Map<Long, Answered> answered = new HashMap<>();
        sql.add("group by r.agency_id, r.state, r.signed_at").rows(em).forEach(row -> {
            Long signedAt = Sql.numberOrNull(row[2]);
            answered.put(
                    Sql.number(row[0]),
                    new Answered(
                            ReturnState.valueOf((String) row[1]),
                            signedAt == null ? null : Instant.ofEpochMilli(signedAt),
                            Sql.number(row[3]),
                            Sql.number(row[4])));
        });
        return answered;
    }

    /**
     * What happened, newest first; of events about other agencies only where the scope reaches all.
     *
     * @param cases also what tells of single cases, by their code, of other agencies: for whoever runs the audit
     */
    public List<AuditEvent> events(PracticeAudit audit, AuditScope scope, boolean cases) {
        if (scope.reach() != Reach.ALL && scope.reach() != Reach.OWN) {
            return List.of();
        }
        return em.createQuery(
                        "select e from AuditEvent e where e.audit = :audit"
                                + " and (:all = true or e.agencyId is null or e.agencyId = :own)"
                                + " and (:cases = true or e.what not in ('CONCERN', 'CASE_EXCLUDED', 'CASE_REPLACED') or e.agencyId = :own) order by e.id desc",
                        AuditEvent.class)
                .setParameter("audit", audit)
                .setParameter("all", scope.reach() == Reach.ALL)
                .setParameter("cases", cases)
                .setParameter("own", scope.agencyId())
                .getResultList();
    }

    /** Short names of agencies whose return is signed off. */
    public List<String> signedOff(PracticeAudit audit) {
        return new Sql()
                        .add("select g.short_name, g.id from agency_return r join agency g on g.id = r.agency_id")
                        .add("where r.audit_id = ? and r.state = 'SIGNED_OFF' order by g.position, g.name", audit.id())
                        .rows(em)
                        .stream()
                        .map(row -> (String) row[0])
                        .toList();
    }

    /** Concerns that auditors acted on, newest first. */
    public List<AuditConcern> concerns(LocalDate since) {
        AgencyNames names = agencies(-1);
        return new Sql()
                        .add("select p.code, e.happened_on, e.agency_id, e.detail from audit_event e")
                        .add("join practice_audit p on p.id = e.audit_id where e.what = 'CONCERN'")
                        .add("and e.happened_on >= ? order by e.id desc limit 50", since)
                        .rows(em)
                        .stream()
                        .map(row -> new AuditConcern(
                                (String) row[0],
                                Objects.requireNonNull(Sql.day(row[1])),
                                names.of(Sql.number(row[2])),
                                (String) row[3]))
                        .toList();
    }

    public SampleFigures sampleFigures(PracticeAudit audit) {
        Map<CaseStatus, Long> count = new HashMap<>();
        new Sql()
                .add("select status, count(*) from audit_case where audit_id = ? group by status", audit.id())
                .rows(em)
                .forEach(row -> count.put(CaseStatus.valueOf((String) row[0]), Sql.number(row[1])));
        return new SampleFigures(
                count.getOrDefault(CaseStatus.IN_SAMPLE, 0L),
                count.getOrDefault(CaseStatus.RESERVE, 0L),
                count.getOrDefault(CaseStatus.REPLACED, 0L),
                count.getOrDefault(CaseStatus.EXCLUDED, 0L),
                codesWaiting(audit));
    }

    public static final String ESCALATED = "ESCALATED";
    private static final String AGREED = "NON_RETURN_AGREED";
    private static final List<String> WAITED_FOR =
            List.of(AuditState.NOTIFIED.name(), AuditState.COLLECTING.name(), AuditState.RETURNED.name());

    /** @param which working days as text, or {@link #ESCALATED} */
    public record Reminded(long agency, String which) {}

    /** The last event that gave the returns of an audit another last day: what was sent for the old one counts no more. */
    private static final String NEW_DAY = "(select coalesce(max(d.id), 0) from audit_event d where d.audit_id = ? and"
            + " (d.what in ('RESUME', 'REOPEN_RETURNS') or d.what = 'STEP_MOVED' and d.step = 'COLLECT'))";

    /** Reminders that were logged for an audit since its returns have the last day that they have. */
    public Set<Reminded> reminded(PracticeAudit audit) {
        Set<Reminded> reminded = new HashSet<>();
        new Sql()
                .add("select agency_id, what, detail from audit_event where audit_id = ?", audit.id())
                .add("and what in ('REMINDED', 'ESCALATED') and agency_id is not null and id > " + NEW_DAY, audit.id())
                .rows(em)
                .forEach(row -> reminded.add(
                        new Reminded(Sql.number(row[0]), row[1].equals(ESCALATED) ? ESCALATED : (String) row[2])));
        return reminded;
    }

    /** The last day on which an agency was reminded, chased and escalated, by audit. */
    public Map<Long, Nudged> nudged(long agency) {
        Map<Long, Nudged> nudged = new HashMap<>();
        new Sql()
                .add("select audit_id, max(case when what = 'REMINDED' then happened_on end),")
                .add("max(case when what = 'CHASED' then happened_on end),")
                .add("max(case when what = 'ESCALATED' then happened_on end) from audit_event")
                .add("where what in ('REMINDED', 'CHASED', 'ESCALATED') and agency_id = ? group by audit_id", agency)
                .rows(em)
                .forEach(row ->
                        nudged.put(Sql.number(row[0]), new Nudged(Sql.day(row[1]), Sql.day(row[2]), Sql.day(row[3]))));
        return nudged;
    }

    /**
     * Returns that went to the independent chair and have not come since, longest waited for first; with what was last
     * agreed about each.
     */
    public List<NonReturn> nonReturns() {
        AgencyNames names = agencies(-1);
        return new Sql()
                        .add(
                                "select p.code, p.title, e.agency_id, p.returns_due_on, e.happened_on, n.happened_on, n.reason")
                        .add("from audit_event e join practice_audit p on p.id = e.audit_id")
                        .add("join audit_agency g on g.audit_id = p.id and g.agency_id = e.agency_id")
                        .add("left join audit_event n on n.id = (select max(l.id) from audit_event l")
                        .add("where l.audit_id = e.audit_id and l.agency_id = e.agency_id and l.what = ?)", AGREED)
                        .add("where e.what = ? and p.state in (?)", ESCALATED, WAITED_FOR)
                        .add("and e.id > " + NEW_DAY.replace("= ?", "= e.audit_id"))
                        .add("and g.withdrawn_on is null and not exists (select 1 from agency_return r")
                        .add("where r.audit_id = e.audit_id and r.agency_id = e.agency_id and r.signed_at is not null)")
                        .add("order by e.happened_on, p.code, e.agency_id")
                        .rows(em)
                        .stream()
                        .map(row -> new NonReturn(
                                (String) row[0],
                                (String) row[1],
                                names.of(Sql.number(row[2])),
                                Sql.day(row[3]),
                                Objects.requireNonNull(Sql.day(row[4])),
                                Sql.day(row[5]),
                                (String) row[6]))
                        .toList();
    }

    /** The list that leads from population codes to case codes is still here. */
    public boolean codesWaiting(PracticeAudit audit) {
        return !new Sql()
                .add(
                        "select id, audit_id from population where audit_id = ? and case_code is not null limit 1",
                        audit.id())
                .rows(em)
                .isEmpty();
    }

    /** Cases that were excluded or replaced at an agency's word, by agency. */
    public Map<Long, Long> exclusions(PracticeAudit audit) {
        Map<Long, Long> exclusions = new HashMap<>();
        new Sql()
                .add("select decided_by_agency_id, count(*) from audit_case where audit_id = ?", audit.id())
                .add("and decided_by_agency_id is not null group by decided_by_agency_id")
                .rows(em)
                .forEach(row -> exclusions.put(Sql.number(row[0]), Sql.number(row[1])));
        return exclusions;
    }

    /** Id of a tool version by its public id, and its name in words; empty when there is none. */
    public Optional<Tool> tool(String publicId) {
        return new Sql()
                        .add(
                                "select v.id, v.public_id, t.name, v.number from tool_version v join audit_tool t on t.id = v.tool_id")
                        .add("where v.public_id = ? and v.state <> 'RETIRED'", publicId)
                        .rows(em)
                        .stream()
                        .map(RunningStore::tool)
                        .findFirst();
    }

    public List<Tool> tools() {
        return new Sql()
                        .add(
                                "select v.id, v.public_id, t.name, v.number from tool_version v join audit_tool t on t.id = v.tool_id")
                        .add("where v.state <> 'RETIRED' order by t.name, v.number desc")
                        .rows(em)
                        .stream()
                        .map(RunningStore::tool)
                        .toList();
    }

    /** The newest version of a tool of this kind. */
    public Optional<Tool> toolFor(AuditKind kind) {
        return new Sql()
                        .add(
                                "select v.id, v.public_id, t.name, v.number from tool_version v join audit_tool t on t.id = v.tool_id")
                        .add("where v.state <> 'RETIRED' and t.kind = ? order by v.number desc limit 1", kind.name())
                        .rows(em)
                        .stream()
                        .map(RunningStore::tool)
                        .findFirst();
    }

    public Optional<Tool> toolOf(PracticeAudit audit) {
        return audit.toolVersionId()
                .flatMap(id -> new Sql()
                                .add(
                                        "select v.id, v.public_id, t.name, v.number from tool_version v"
                                                + " join audit_tool t on t.id = v.tool_id where v.id = ?",
                                        id)
                                .rows(em)
                                .stream()
                                .map(RunningStore::tool)
                                .findFirst());
    }

    /** @param words "Quality and threshold of referrals, version 2" */
    public record Tool(long id, String publicId, String words) {}

    private static Tool tool(Object[] row) {
        return new Tool(Sql.number(row[0]), (String) row[1], row[2] + ", version " + row[3]);
    }

    /** The next free code of a year: A11-04. */
    public String nextCode(int year) {
        String prefix = "A%02d-".formatted(year % 100);
        int highest = new Sql()
                .add("select code, id from practice_audit where code like ?", prefix + "__").rows(em).stream()
                        .map(row -> (String) row[0])
                        .map(code -> code.substring(prefix.length()))
                        .filter(number -> number.matches("\\d\\d"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        return prefix + "%02d".formatted(highest + 1);
    }
}
