package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.ReleasedReport;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Approval;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Comment;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Version;
import uk.org.kscb.portal.practiceaudit.WaitingReport;
import uk.org.kscb.portal.practiceaudit.model.AuditReport;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** Frozen versions of reports, and what agencies said of them. */
@ApplicationScoped
public class ReportStore {

    private static final List<String> PAST_THE_CHECK = Stream.of(AuditState.values())
            .filter(s -> s.atLeast(AuditState.REPORTING))
            .map(Enum::name)
            .toList();

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public <T> T add(T row) {
        em.persist(row);
        return row;
    }

    /** The number of the next version; the audit's row is locked, so that no two are alike. */
    public int nextVersion(PracticeAudit audit) {
        em.createNativeQuery("select id from practice_audit where id = ?1 for update")
                .setParameter(1, audit.id())
                .getSingleResult();
        return newest(audit) + 1;
    }

    /** @param drafts whether versions that are not released are wanted */
    public AuditReport require(PracticeAudit audit, int version, boolean drafts, LocalDate today) {
        return em.createQuery(
                        "select r from AuditReport r where r.audit = :audit and r.version = :version"
                                + " and (:drafts = true or r.releasedOn <= :today)",
                        AuditReport.class)
                .setParameter("audit", audit)
                .setParameter("version", version)
                .setParameter("drafts", drafts)
                .setParameter("today", today)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("report"));
    }

    /** Number of the newest version, 0 where there is none. */
    public int newest(PracticeAudit audit) {
        return (int) Sql.number(new Sql()
                .add("select coalesce(max(r.version), 0) from audit_report r where r.audit_id = ?", audit.id())
                .on(em)
                .getSingleResult());
    }

    /** Newest released version of each audit in the scope, newest first. */
    public List<ReleasedReport> released(AuditScope scope, LocalDate today) {
        return em.createQuery(
                        "select a.code, a.title, r.version, r.headline, r.releasedOn from AuditReport r join r.audit a"
                                + " where r.releasedOn <= :today and r.version = (select max(v.version) from AuditReport v"
                                + " where v.audit = a and v.releasedOn <= :today) and " + AuditStore.VISIBLE
                                + " order by r.releasedOn desc, a.code desc",
                        Object[].class)
                .setParameter("today", today)
                .setParameter("all", scope.all())
                .setParameter("head", scope.head())
                .setParameter("ownAudits", scope.ownAudits())
                .setParameter("own", scope.agencyId())
                .getResultStream()
                .map(row -> new ReleasedReport(
                        (String) row[0], (String) row[1], (Integer) row[2], (String) row[3], (LocalDate) row[4]))
                .toList();
    }

    /** Newest versions, of reports whose facts are checked, that one of these boards has not approved; oldest first. */
    public List<WaitingReport> waiting(Set<String> boards) {
        Set<WaitingReport> waiting = new LinkedHashSet<>();
        for (String board : boards) {
            new Sql()
                    .add("select p.code, p.title, r.version, r.headline, r.made_on from audit_report r")
                    .add("join practice_audit p on p.id = r.audit_id where p.state in (?)", PAST_THE_CHECK)
                    .add("and p.kind <> 'SINGLE_AGENCY' and r.released_on is null")
                    .add("and r.version = (select max(v.version) from audit_report v where v.audit_id = r.audit_id)")
                    .add(
                            "and not exists (select 1 from report_approval a where a.report_id = r.id and a.board = ?)",
                            board)
                    .add("order by r.made_on, p.code")
                    .rows(em)
                    .forEach(row -> waiting.add(new WaitingReport(
                            (String) row[0],
                            (String) row[1],
                            (int) Sql.number(row[2]),
                            (String) row[3],
                            Objects.requireNonNull(Sql.day(row[4])))));
        }
        return List.copyOf(waiting);
    }

    /** Whether one of these boards approved it. */
    public boolean approved(AuditReport report, Set<String> boards) {
        return !new Sql()
                .add("select 1 from report_approval where report_id = ?", report.id())
                .add("and board in (?)", boards)
                .on(em)
                .getResultList()
                .isEmpty();
    }

    /** What boards said of versions, by the version's number. */
    private Map<Integer, List<Approval>> approvals(PracticeAudit audit) {
        Map<Integer, List<Approval>> approvals = new HashMap<>();
        new Sql()
                .add("select r.version, p.board, p.minute, p.approved_on from report_approval p")
                .add("join audit_report r on r.id = p.report_id where r.audit_id = ? order by p.id", audit.id())
                .rows(em)
                .forEach(row -> approvals
                        .computeIfAbsent((int) Sql.number(row[0]), v -> new ArrayList<>())
                        .add(new Approval((String) row[1], (String) row[2], Objects.requireNonNull(Sql.day(row[3])))));
        return approvals;
    }

    /** @param comments of which agency are wanted: null for all, -1 for none */
    public List<Version> versions(
            PracticeAudit audit,
            boolean drafts,
            LocalDate today,
            @Nullable Long comments,
            Map<Long, AgencyBadge> badges) {
        Map<Long, List<Comment>> said = new HashMap<>();
        Sql comment = new Sql()
                .add("select c.report_id, c.agency_id, c.made_on, c.text, c.late from report_comment c")
                .add("join audit_report r on r.id = c.report_id where r.audit_id = ?", audit.id());
        if (comments != null) {
            comment.add("and c.agency_id = ?", comments);
        }
        comment.add("order by c.id")
                .rows(em)
                .forEach(row -> said.computeIfAbsent(Sql.number(row[0]), r -> new ArrayList<>())
                        .add(new Comment(
                                badges.getOrDefault(Sql.number(row[1]), new AgencyBadge("?", "?", "?", false, false)),
                                Objects.requireNonNull(Sql.day(row[2])),
                                (String) row[3],
                                Sql.flag(row[4]))));
        Map<Integer, List<Approval>> approvals = approvals(audit);
        return new Sql()
                        .add("select r.id, r.version, r.headline, r.summary, r.learning, r.training, r.made_on,"
                                + " r.comments_until,")
                        .add("r.released_on from audit_report r where r.audit_id = ?", audit.id())
                        .add("and (? = 1 or r.released_on <= ?) order by r.version desc", drafts ? 1 : 0, today)
                        .rows(em)
                        .stream()
                        .map(row -> new Version(
                                (int) Sql.number(row[1]),
                                (String) row[2],
                                text(row[3]),
                                text(row[4]),
                                text(row[5]),
                                Objects.requireNonNull(Sql.day(row[6])),
                                Sql.day(row[7]),
                                Sql.day(row[8]),
                                said.getOrDefault(Sql.number(row[0]), List.of()),
                                approvals.getOrDefault((int) Sql.number(row[1]), List.of())))
                        .toList();
    }

    private static String text(Object column) {
        return String.valueOf(column);
    }
}
