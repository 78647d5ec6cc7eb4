package uk.org.kscb.portal.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.org.kscb.portal.plan.ImportPreview.State;
import uk.org.kscb.portal.plan.model.Action;
import uk.org.kscb.portal.plan.model.ActionWording;
import uk.org.kscb.portal.plan.model.Contribution;
import uk.org.kscb.portal.plan.model.PlanEdition;
import uk.org.kscb.portal.plan.model.PlanImport;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Viewer.Scope;

/** Aggregates of the plan, for those who change it. */
@ApplicationScoped
public class PlanStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public <T> T add(T row) {
        em.persist(row);
        return row;
    }

    public void flush() {
        em.flush();
    }

    /** Something about the plan has changed: counts are thrown away on every node. */
    public void touch() {
        em.createNativeQuery("update plan_version set version = version + 1 where what = 'everything'")
                .executeUpdate();
    }

    /** The plan itself has changed: previews made before no longer show the right changes. */
    public void touchWording() {
        em.createNativeQuery("update plan_version set version = version + 1").executeUpdate();
    }

    public long wordingVersion() {
        return Sql.number(em.createNativeQuery("select version from plan_version where what = 'wording'")
                .getSingleResult());
    }

    /** Keeps two confirmations from running into each other. */
    public long lockWordingVersion() {
        return Sql.number(em.createNativeQuery("select version from plan_version where what = 'wording' for update")
                .getSingleResult());
    }

    public Optional<PlanEdition> currentEdition() {
        return em.createQuery("select e from PlanEdition e where e.validUntil = :forever", PlanEdition.class)
                .setParameter("forever", ActionWording.FOREVER)
                .getResultStream()
                .findFirst();
    }

    public boolean noPlanYet() {
        return em.createQuery("select count(w) from ActionWording w", Long.class)
                        .getSingleResult()
                == 0;
    }

    public Action actionOf(String ref) {
        return em.createQuery("select a from Action a where a.ref = :ref", Action.class)
                .setParameter("ref", ref)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> add(new Action(ref)));
    }

    public Optional<Action> action(String ref) {
        return em.createQuery("select a from Action a where a.ref = :ref", Action.class)
                .setParameter("ref", ref)
                .getResultStream()
                .findFirst();
    }

    /** "ref agencyId" of every contribution that there is or ever was. */
    public Set<String> everOwed() {
        Set<String> owed = new HashSet<>();
        new Sql()
                .add("select distinct a.ref, c.agency_id from contribution c join action a on a.id = c.action_id")
                .rows(em)
                .forEach(row -> owed.add(row[0] + " " + Sql.number(row[1])));
        return owed;
    }

    public Optional<Contribution> contribution(String actionRef, long agencyId) {
        return em.createQuery(
                        "select c from Contribution c where c.action.ref = :ref and c.agencyId = :agency"
                                + " and c.removedOn is null",
                        Contribution.class)
                .setParameter("ref", actionRef)
                .setParameter("agency", agencyId)
                .getResultStream()
                .findFirst();
    }

    /** The viewer's own agency's contribution; anybody else's looks as if it were not there. */
    public Contribution requireOwn(String actionRef, Scope scope) {
        return contribution(actionRef, scope.agencyId())
                .orElseThrow(() -> new NotVisible("contribution of your agency"));
    }

    /** Contributions that came with an import and that nobody has reported on, not even for themselves. */
    public List<Contribution> broughtBy(PlanImport brought) {
        return em.createQuery(
                        "select c from Contribution c where c.importId = :id"
                                + " and not exists (select u from ProgressUpdate u where u.contribution = c)",
                        Contribution.class)
                .setParameter("id", brought.id())
                .getResultList();
    }

    public void remove(Object row) {
        em.remove(row);
    }

    public PlanImport requireImport(String publicId) {
        return em.createQuery("select i from PlanImport i where i.publicId = :id", PlanImport.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("import"));
    }

    public List<PlanImport> imports(int most) {
        return em.createQuery("select i from PlanImport i order by i.id desc", PlanImport.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** By the version of the plan that each was confirmed on: the portal's day can be set back, versions only grow. */
    public boolean isNewestInPlan(PlanImport candidate) {
        return em.createQuery(
                                "select count(i) from PlanImport i where i.state = :confirmed and i.seenVersion > "
                                        + "(select c.seenVersion from PlanImport c where c.id = :id)",
                                Long.class)
                        .setParameter("confirmed", State.CONFIRMED)
                        .setParameter("id", candidate.id())
                        .getSingleResult()
                == 0;
    }

    public List<ActionWording> openedBy(PlanImport brought) {
        return em.createQuery(
                        "select w from ActionWording w join fetch w.action where w.importId = :id", ActionWording.class)
                .setParameter("id", brought.id())
                .getResultList();
    }

    public List<ActionWording> closedBy(PlanImport brought) {
        return em.createQuery("select w from ActionWording w where w.closedBy = :id", ActionWording.class)
                .setParameter("id", brought.id())
                .getResultList();
    }

    public List<PlanEdition> editionsOpenedBy(PlanImport brought) {
        return em.createQuery("select e from PlanEdition e where e.importId = :id", PlanEdition.class)
                .setParameter("id", brought.id())
                .getResultList();
    }

    public List<PlanEdition> editionsClosedBy(PlanImport brought) {
        return em.createQuery("select e from PlanEdition e where e.closedBy = :id", PlanEdition.class)
                .setParameter("id", brought.id())
                .getResultList();
    }

    /** Progress updates a ref has, by anybody; only the number leaves, to say that they stay. */
    public Map<String, Long> updatesByRef() {
        Map<String, Long> counts = new HashMap<>();
        new Sql()
                .add("select a.ref, count(*) from progress_update u join contribution c on c.id = u.contribution_id")
                .add("join action a on a.id = c.action_id where u.agency_only = 0 group by a.ref")
                .rows(em)
                .forEach(row -> counts.put((String) row[0], Sql.number(row[1])));
        return counts;
    }

    /**
     * Actions that only this import brought and on which an agency has reported to all. What an agency keeps to itself must
     * not show in what others are told, so it does not count here; it stays, and is seen again when the action comes back.
     */
    public List<String> reportedOnlyHere(PlanImport brought) {
        return new Sql()
                        .add("select distinct w.ref, w.sort_key from action_wording w")
                        .add("join contribution c on c.action_id = w.action_id")
                        .add("join progress_update u on u.contribution_id = c.id")
                        .add("where u.agency_only = 0 and w.import_id = ? and not exists (", brought.id())
                        .add(
                                "select 1 from action_wording o where o.action_id = w.action_id and o.import_id <> ?)",
                                brought.id())
                        .add("order by w.sort_key")
                        .rows(em)
                        .stream()
                        .map(row -> (String) row[0])
                        .toList();
    }

    public Optional<ActionWording> currentWording(String ref) {
        return em.createQuery(
                        "select w from ActionWording w where w.action.ref = :ref and w.validUntil = :forever",
                        ActionWording.class)
                .setParameter("ref", ref)
                .setParameter("forever", ActionWording.FOREVER)
                .getResultStream()
                .findFirst();
    }

    /** Code to id of every agency. */
    public Map<String, Long> agencyIds() {
        Map<String, Long> ids = new HashMap<>();
        new Sql()
                .add("select code, id from agency")
                .rows(em)
                .forEach(row -> ids.put((String) row[0], Sql.number(row[1])));
        return ids;
    }

    /** The agency's post with this title, made when there is none yet. */
    public long postId(long agencyId, String title) {
        String shortened = title.substring(0, Math.min(title.length(), 200));
        List<?> ids = new Sql()
                .add("select id from post where agency_id = ? and title = ?", agencyId, shortened)
                .on(em)
                .getResultList();
        if (!ids.isEmpty()) {
            return Sql.number(ids.getFirst());
        }
        new Sql()
                .add(
                        "insert into post (public_id, agency_id, title) values (?, ?, ?)",
                        uk.org.kscb.portal.platform.security.Secret.publicId(),
                        agencyId,
                        shortened)
                .on(em)
                .executeUpdate();
        return postId(agencyId, shortened);
    }
}
