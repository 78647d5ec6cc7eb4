package uk.org.kscb.portal.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.config.QueryHints;
import uk.org.kscb.portal.plan.ActionDetail.Basis;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.ActionDetail.ContributionView;
import uk.org.kscb.portal.plan.ActionDetail.UpdateView;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.plan.model.ActionWording;
import uk.org.kscb.portal.plan.store.Census.Own;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer.Scope;
import uk.org.kscb.portal.platform.time.PortalClock;

/** One action on one day, as far as the viewer's scope reaches. */
@ApplicationScoped
public class ActionStore {
    private static final int NEWEST_UPDATES = 200;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    /** @throws NotVisible when the plan had no such action on that day */
    public ActionWording require(String ref, LocalDate day) {
        return find(ref, day).orElseThrow(() -> new NotVisible("action"));
    }

    public Optional<ActionWording> find(String ref, LocalDate day) {
        return em.createQuery(
                        "select w from ActionWording w join fetch w.action"
                                + " where w.action.ref = :ref and w.validFrom <= :day and w.validUntil > :day order by w.id desc",
                        ActionWording.class)
                .setParameter("ref", ref)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** All wordings in force, in the plan's order, in a fixed number of queries. */
    public List<ActionWording> all(LocalDate day) {
        return em.createQuery(
                        "select w from ActionWording w join fetch w.action"
                                + " where w.validFrom <= :day and w.validUntil > :day order by w.position, w.sortKey",
                        ActionWording.class)
                .setParameter("day", day)
                .setHint(QueryHints.BATCH, "w.milestones")
                .setHint(QueryHints.BATCH, "w.references")
                .getResultList();
    }

    /**
     * What each agency owes; nothing at all for a viewer who may not see contributions.
     *
     * @param queries whether the viewer answers every agency's queries; without it only the own agency's are read
     */
    public List<ContributionView> contributions(Census census, ActionWording wording, Scope scope, boolean queries) {
        if (scope.contributions() == Reach.NONE) {
            return List.of();
        }
        LocalDate day = census.day();
        Sql sql = new Sql()
                .add("select c.public_id, c.agency_id, c.basis, c.state, c.answered_on, c.owes, p.title,")
                .add("coalesce(c.due_on, w.due_on), w.lead_agency_id, c.queried_on,")
                .add(
                        "case when c.queried_on <= ? and (? = 1 or c.agency_id = ?) then c.query_reason end,",
                        day,
                        queries ? 1 : 0,
                        scope.agencyId());
        Standing.rank(sql, day);
        sql.add(
                ", (select max(n.reported_on) from progress_update n where n.contribution_id = c.id"
                        + " and n.reported_on <= ? and (n.agency_only = 0 or n.agency_id = ?))",
                day,
                ownMaterial(scope));
        sql.add(", case when");
        HolderStore.heldByViewer(sql, scope, clock.today());
        sql.add("then 1 else 0 end, case when c.agency_id = ? then m.name end", ownMaterial(scope));
        sql.add("from action_wording w join contribution c on c.action_id = w.action_id");
        sql.add("join agency a on a.id = c.agency_id left join post p on p.id = c.post_id");
        sql.add("left join member m on m.id = c.member_id");
        Standing.joinLatestSharedUpdate(sql, day);
        sql.add("where w.id = ? and", wording.id());
        Standing.present(sql, day);
        sql.add("order by (c.agency_id = w.lead_agency_id) desc, a.position, a.name");
        return sql.rows(em).stream()
                .map(row -> contribution(row, census, scope))
                .toList();
    }

    private static ContributionView contribution(Object[] row, Census census, Scope scope) {
        long agency = Sql.number(row[1]);
        boolean words = scope.contributions() == Reach.ALL;
        return new ContributionView(
                (String) row[0],
                ActionListStore.badge(census, agency, Sql.numberOrNull(row[8]), scope),
                Basis.valueOf((String) row[2]),
                ContributionState.on(
                        census.day(), ContributionState.valueOf((String) row[3]), Sql.day(row[4]), Sql.day(row[9])),
                words ? (String) row[5] : null,
                (String) row[10],
                words ? (String) row[6] : null,
                (String) row[14],
                Sql.day(row[7]),
                Standing.ofContribution(Sql.number(row[11])),
                Sql.day(row[12]),
                new Own(scope.agencyId(), scope.umbrellaOrNone()).is(agency),
                Sql.flag(row[13]));
    }

    /**
     * Progress updates, newest first: the shared ones, and the own agency's agency-only ones. An author's name stays
     * within the agency.
     */
    public List<UpdateView> updates(Census census, ActionWording wording, Scope scope) {
        if (scope.contributions() != Reach.ALL) {
            return List.of();
        }
        Sql sql = new Sql()
                .add(
                        "select u.agency_id, u.reported_on, u.status, u.done, u.next_step, u.blocks, u.agency_only, m.name")
                .add("from contribution c join progress_update u on u.contribution_id = c.id")
                .add("left join member m on m.id = u.member_id")
                .add(
                        "where c.action_id = ? and u.reported_on <= ?",
                        wording.action().id(),
                        census.day())
                .add("and (u.agency_only = 0 or u.agency_id = ?)", ownMaterial(scope))
                .add("order by u.reported_on desc, u.id desc limit " + NEWEST_UPDATES);
        List<UpdateView> updates = new ArrayList<>();
        for (Object[] row : sql.rows(em)) {
            long agency = Sql.number(row[0]);
            LocalDate on = Sql.day(row[1]);
            updates.add(new UpdateView(
                    ActionListStore.badge(census, agency, null, scope),
                    on == null ? census.day() : on,
                    ReportedStatus.valueOf((String) row[2]),
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    Sql.flag(row[6]),
                    agency == scope.agencyId() ? (String) row[7] : null));
        }
        return updates;
    }

    /** Agency-only updates are for the own agency and for those roles in it that may read them. */
    private static long ownMaterial(Scope scope) {
        return scope.ownMaterial() ? scope.agencyId() : -1;
    }

    /** Milestones of every action in force: wording's ref, no, start, end, review, completed, timescale. */
    public List<Object[]> spans(LocalDate day) {
        Sql sql = new Sql()
                .add("select w.ref, m.no, m.start_on, m.end_on, m.review, m.completed, m.timescale_raw")
                .add("from action_wording w join milestone m on m.wording_id = w.id where");
        Standing.inForce(sql, day, clock.today());
        return sql.add("order by w.sort_key, m.no").rows(em);
    }

    public List<Object[]> texts(LocalDate day) {
        Sql sql = new Sql().add("select w.ref, w.text from action_wording w where");
        Standing.inForce(sql, day, clock.today());
        return sql.rows(em);
    }
}
