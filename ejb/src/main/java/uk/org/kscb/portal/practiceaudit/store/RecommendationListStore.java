package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.practiceaudit.Closure;
import uk.org.kscb.portal.practiceaudit.Decision;
import uk.org.kscb.portal.practiceaudit.FindingPriority;
import uk.org.kscb.portal.practiceaudit.ImpactLevel;
import uk.org.kscb.portal.practiceaudit.RecommendationRow;

/** Recommendations as rows, within a scope: to an agency those made to it, or that it acts on, once a board has decided. */
@ApplicationScoped
public class RecommendationListStore {
    private static final AgencyBadge UNKNOWN = new AgencyBadge("?", "?", "?", false, false);

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** How each action stands by its newest report. */
    private static final String NEWEST =
            "(select u.status from audit_action_update u where u.action_id = a.id" + " order by u.id desc limit 1)";

    /** @param only public id of the one wanted, or null for all; @param audit code, or null for every audit */
    public List<RecommendationRow> rows(
            AuditScope scope,
            LocalDate today,
            Map<Long, AgencyBadge> badges,
            @Nullable String only,
            @Nullable String audit) {
        if (scope.none()) {
            return List.of();
        }
        Sql sql = new Sql()
                .add("select r.public_id, p.code, p.title, r.number, r.text, r.agency_id, r.priority, r.made_on,"
                        + " r.due_on,")
                .add("r.decision, r.closed_on, r.closed_as,")
                .add("(select i.level from impact_review i where i.recommendation_id = r.id and i.agreed_on is not"
                        + " null")
                .add("order by i.id desc limit 1),")
                .add("(select count(*) from audit_action a where a.recommendation_id = r.id),")
                .add("(select count(*) from audit_action a where a.recommendation_id = r.id")
                .add("and " + NEWEST + " = 'COMPLETE'),")
                .add("(select count(*) from audit_action a where a.recommendation_id = r.id")
                .add("and " + NEWEST + " in ('AT_RISK', 'LATE'))")
                .add("from recommendation r join practice_audit p on p.id = r.audit_id where 1 = 1");
        if (!scope.all() && !scope.head()) {
            sql.add("and r.decision is not null and (r.agency_id = ? or exists", scope.agencyId())
                    .add("(select 1 from audit_action a left join audit_action_contributor c on c.action_id = a.id")
                    .add("where a.recommendation_id = r.id and ? in (a.agency_id, c.agency_id)))", scope.agencyId());
        }
        if (!scope.ownAudits()) {
            sql.add("and (p.kind <> 'SINGLE_AGENCY' or r.agency_id = ?)", scope.agencyId());
        }
        if (scope.reach() == Reach.HEAD) {
            sql.add("and r.decision is not null");
        }
        if (only != null) {
            sql.add("and r.public_id = ?", only);
        }
        if (audit != null) {
            sql.add("and p.code = ?", audit);
        }
        boolean words = scope.reach() != Reach.HEAD;
        return sql.add("order by r.closed_on is not null, r.due_on, p.code, r.number").rows(em).stream()
                .map(row -> row(row, today, badges, words))
                .toList();
    }

    private static RecommendationRow row(Object[] row, LocalDate today, Map<Long, AgencyBadge> badges, boolean words) {
        LocalDate due = Objects.requireNonNull(Sql.day(row[8]));
        LocalDate madeOn = Objects.requireNonNull(Sql.day(row[7]));
        LocalDate closedOn = Sql.day(row[10]);
        Decision decision = row[9] == null ? null : Decision.valueOf((String) row[9]);
        boolean open = closedOn == null && decision != Decision.NOT;
        long late = open && due.isBefore(today) ? ChronoUnit.DAYS.between(due, today) : 0;
        Standing standing = standing(
                decision,
                row[11] == null ? null : Closure.valueOf((String) row[11]),
                late > 0,
                Sql.number(row[13]),
                Sql.number(row[14]),
                Sql.number(row[15]));
        return new RecommendationRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                "R" + Sql.number(row[3]),
                words ? (String) row[4] : "",
                badges.getOrDefault(Sql.number(row[5]), UNKNOWN),
                FindingPriority.valueOf((String) row[6]),
                madeOn,
                due,
                ChronoUnit.DAYS.between(madeOn, closedOn == null ? today : closedOn),
                late,
                decision,
                standing.status(),
                standing.word(),
                ImpactLevel.of((int) Sql.number(row[12])),
                Sql.number(row[13]),
                closedOn);
    }

    private record Standing(DeliveryStatus status, String word) {}

    /** Derived, never set: closed, then decided, then the calendar, then what agencies report. */
    private static Standing standing(
            @Nullable Decision decision, @Nullable Closure closed, boolean late, long actions, long done, long atRisk) {
        if (closed != null) {
            return new Standing(DeliveryStatus.COMPLETE, closed.words());
        }
        if (decision == Decision.NOT) {
            return new Standing(DeliveryStatus.COMPLETE, "Not accepted");
        }
        if (late) {
            return new Standing(DeliveryStatus.LATE, "Late");
        }
        if (decision == null) {
            return new Standing(DeliveryStatus.NOT_STARTED, "Waits for the board");
        }
        if (actions == 0) {
            return new Standing(DeliveryStatus.NOT_STARTED, "No action yet");
        }
        if (atRisk > 0) {
            return new Standing(DeliveryStatus.AT_RISK, "At risk");
        }
        return done == actions
                ? new Standing(DeliveryStatus.REPORTED_COMPLETE, "Done, impact to be shown")
                : new Standing(DeliveryStatus.ON_TRACK, "On track");
    }
}
