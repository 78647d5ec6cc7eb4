package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.statistics.SmallNumbers;
import uk.org.kscb.portal.practiceaudit.AuditFindings.FindingView;
import uk.org.kscb.portal.practiceaudit.ImpactLevel;
import uk.org.kscb.portal.practiceaudit.RecommendationDetail.ActionView;
import uk.org.kscb.portal.practiceaudit.RecommendationDetail.EventView;
import uk.org.kscb.portal.practiceaudit.RecommendationDetail.ReviewView;
import uk.org.kscb.portal.practiceaudit.RecommendationDetail.UpdateView;
import uk.org.kscb.portal.practiceaudit.ShownBy;
import uk.org.kscb.portal.practiceaudit.model.AuditAction;
import uk.org.kscb.portal.practiceaudit.model.Finding;
import uk.org.kscb.portal.practiceaudit.model.ImpactReview;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.Recommendation;

/** Findings, recommendations and what hangs on them, one at a time. */
@ApplicationScoped
public class FindingStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public <T> T add(T row) {
        em.persist(row);
        return row;
    }

    /** The next number of a finding or a recommendation in an audit; the audit's row is locked, so that no two are alike. */
    public int nextNumber(PracticeAudit audit, Class<?> what) {
        em.createNativeQuery("select id from practice_audit where id = ?1 for update")
                .setParameter(1, audit.id())
                .getSingleResult();
        String table = what == Finding.class ? "finding" : "recommendation";
        return (int) Sql.number(new Sql()
                        .add("select coalesce(max(f.number), 0) from " + table + " f where f.audit_id = ?", audit.id())
                        .on(em)
                        .getSingleResult())
                + 1;
    }

    /** @throws NotVisible when the audit has no such finding */
    public Finding requireFinding(PracticeAudit audit, String publicId) {
        return em.createQuery("select f from Finding f where f.audit = :audit and f.publicId = :id", Finding.class)
                .setParameter("audit", audit)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("finding"));
    }

    /** The caller has looked in the list first whether the viewer may see it. */
    public Recommendation recommendation(String publicId) {
        return em.createQuery("select r from Recommendation r where r.publicId = :id", Recommendation.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("recommendation"));
    }

    /** @throws NotVisible unless it is this agency's own action on that recommendation */
    public AuditAction requireOwnAction(Recommendation recommendation, String publicId, long agency) {
        return em.createQuery(
                        "select a from AuditAction a where a.recommendation = :r and a.publicId = :id and a.agencyId ="
                                + " :own",
                        AuditAction.class)
                .setParameter("r", recommendation)
                .setParameter("id", publicId)
                .setParameter("own", agency)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("action of your agency"));
    }

    public ImpactReview requireReview(Recommendation recommendation, String publicId) {
        return em.createQuery(
                        "select i from ImpactReview i where i.recommendation = :r and i.publicId = :id",
                        ImpactReview.class)
                .setParameter("r", recommendation)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("impact level"));
    }

    /** Whether an audit repeats the one that the recommendation comes from, at whatever remove. */
    public boolean isReauditOf(Recommendation recommendation, PracticeAudit candidate) {
        Optional<PracticeAudit> before = candidate.reauditOf();
        while (before.isPresent()) {
            if (before.get().id() == recommendation.audit().id()) {
                return true;
            }
            before = before.get().reauditOf();
        }
        return false;
    }

    /** Whether what a review rests on may be known: it rests on no audit, or on one whose results are released. */
    public boolean reauditReleased(ImpactReview review) {
        return review.reaudit().map(audit -> audit.releasedOn().isPresent()).orElse(true);
    }

    /** The newest level that was agreed; nothing agreed is level 0. */
    public ImpactLevel reached(Recommendation recommendation) {
        return em.createQuery(
                        "select i from ImpactReview i where i.recommendation = :r and i.agreedOn is not null"
                                + " order by i.id desc",
                        ImpactReview.class)
                .setParameter("r", recommendation)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(ImpactReview::level)
                .orElse(ImpactLevel.NOT_STARTED);
    }

    public Optional<Long> agencyId(String code) {
        return new Sql()
                .add("select g.id from agency g where g.code = ?", code)
                .on(em)
                .getResultStream()
                .map(Sql::number)
                .findFirst();
    }

    public Set<Long> agencyIds(Set<String> codes) {
        Set<Long> ids = new HashSet<>();
        codes.forEach(code -> agencyId(code).ifPresent(ids::add));
        return ids;
    }

    /** @param everything case codes, and figures however small; without it small numbers are kept back (BRIEF 6.4) */
    public List<FindingView> findings(PracticeAudit audit, boolean everything) {
        return new Sql()
                        .add("select f.public_id, f.number, f.text, f.question_ref, f.numerator, f.denominator,"
                                + " f.case_codes")
                        .add("from finding f where f.audit_id = ? order by f.number", audit.id())
                        .rows(em)
                        .stream()
                        .map(row -> finding(row, everything))
                        .toList();
    }

    private static FindingView finding(Object[] row, boolean everything) {
        Integer count = whole(row[4]);
        Integer of = whole(row[5]);
        boolean shown = everything || count == null || of == null || !SmallNumbers.small(new Share(count, of));
        return new FindingView(
                (String) row[0],
                "F" + Sql.number(row[1]),
                (String) row[2],
                (String) row[3],
                shown ? count : null,
                shown ? of : null,
                everything ? (String) row[6] : null);
    }

    public FindingView findingOf(String recommendation, boolean everything) {
        Object[] row = new Sql()
                .add("select f.public_id, f.number, f.text, f.question_ref, f.numerator, f.denominator, f.case_codes")
                .add(
                        "from recommendation r join finding f on f.id = r.finding_id where r.public_id = ?",
                        recommendation)
                .rows(em)
                .getFirst();
        return finding(row, everything);
    }

    private static @Nullable Integer whole(@Nullable Object column) {
        return column == null ? null : (int) Sql.number(column);
    }

    /** Newest first. */
    public List<EventView> events(String recommendation, java.util.function.Function<String, String> words) {
        return new Sql()
                        .add(
                                "select e.happened_on, e.what, e.reason, e.recorded_by, e.board, e.minute from recommendation_event e")
                        .add(
                                "join recommendation r on r.id = e.recommendation_id where r.public_id = ?",
                                recommendation)
                        .add("order by e.id desc")
                        .rows(em)
                        .stream()
                        .map(row -> new EventView(
                                Objects.requireNonNull(Sql.day(row[0])),
                                words.apply((String) row[1]),
                                (String) row[2],
                                (String) row[3],
                                row[4] == null ? "" : row[4] + ", " + row[5]))
                        .toList();
    }

    public List<ActionView> actions(String recommendation, Map<Long, AgencyBadge> badges, LocalDate today, long own) {
        Map<Long, List<AgencyBadge>> contributors = new HashMap<>();
        new Sql()
                .add("select c.action_id, c.agency_id from audit_action_contributor c")
                .add("join audit_action a on a.id = c.action_id join recommendation r on r.id = a.recommendation_id")
                .add("where r.public_id = ?", recommendation)
                .rows(em)
                .forEach(row -> contributors
                        .computeIfAbsent(Sql.number(row[0]), id -> new ArrayList<>())
                        .add(badges.getOrDefault(Sql.number(row[1]), new AgencyBadge("?", "?", "?", false, false))));
        Map<Long, List<UpdateView>> updates = new HashMap<>();
        new Sql()
                .add("select u.action_id, u.reported_on, u.status, u.done, u.evidence, u.evidence_link")
                .add("from audit_action_update u join audit_action a on a.id = u.action_id")
                .add("join recommendation r on r.id = a.recommendation_id where r.public_id = ?", recommendation)
                .add("order by u.id desc")
                .rows(em)
                .forEach(row -> updates.computeIfAbsent(Sql.number(row[0]), id -> new ArrayList<>())
                        .add(new UpdateView(
                                Objects.requireNonNull(Sql.day(row[1])),
                                ReportedStatus.valueOf((String) row[2]),
                                (String) row[3],
                                (String) row[4],
                                (String) row[5])));
        return new Sql()
                        .add("select a.id, a.public_id, a.agency_id, a.text, a.measure, a.measure_start,"
                                + " a.measure_target,")
                        .add("a.better_off, a.due_on from audit_action a join recommendation r on r.id ="
                                + " a.recommendation_id")
                        .add("where r.public_id = ? order by a.due_on, a.id", recommendation)
                        .rows(em)
                        .stream()
                        .map(row -> action(
                                row,
                                badges,
                                contributors.getOrDefault(Sql.number(row[0]), List.of()),
                                updates.getOrDefault(Sql.number(row[0]), List.of()),
                                today,
                                own))
                        .toList();
    }

    private static ActionView action(
            Object[] row,
            Map<Long, AgencyBadge> badges,
            List<AgencyBadge> contributors,
            List<UpdateView> updates,
            LocalDate today,
            long own) {
        LocalDate due = Objects.requireNonNull(Sql.day(row[8]));
        return new ActionView(
                (String) row[1],
                badges.getOrDefault(Sql.number(row[2]), new AgencyBadge("?", "?", "?", false, false)),
                contributors,
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                due,
                status(updates.isEmpty() ? null : updates.getFirst().status(), due, today),
                Sql.number(row[2]) == own,
                updates);
    }

    /** The calendar first: what is past its day and not done is late, whatever was reported. */
    public static DeliveryStatus status(@Nullable ReportedStatus reported, LocalDate due, LocalDate today) {
        if (reported == ReportedStatus.COMPLETE) {
            return DeliveryStatus.REPORTED_COMPLETE;
        }
        if (due.isBefore(today) || reported == ReportedStatus.LATE) {
            return DeliveryStatus.LATE;
        }
        return reported == null ? DeliveryStatus.NOT_STARTED : DeliveryStatus.valueOf(reported.name());
    }

    /** Newest first. */
    public List<ReviewView> reviews(String recommendation) {
        return new Sql()
                        .add("select i.public_id, i.level, i.shown_by, i.evidence, p.code, i.proposed_on,"
                                + " i.proposed_by, i.agreed_on")
                        .add("from impact_review i join recommendation r on r.id = i.recommendation_id")
                        .add("left join practice_audit p on p.id = i.reaudit_id where r.public_id = ?", recommendation)
                        .add("order by i.id desc")
                        .rows(em)
                        .stream()
                        .map(row -> new ReviewView(
                                (String) row[0],
                                ImpactLevel.of((int) Sql.number(row[1])),
                                ShownBy.valueOf((String) row[2]),
                                (String) row[3],
                                (String) row[4],
                                Objects.requireNonNull(Sql.day(row[5])),
                                (String) row[6],
                                Sql.day(row[7])))
                        .toList();
    }
}
