package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.config.QueryHints;
import uk.org.kscb.portal.practiceaudit.CaseStatus;
import uk.org.kscb.portal.practiceaudit.model.AuditCase;
import uk.org.kscb.portal.practiceaudit.model.PopulationRow;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.SampleDraw;

/** What samples are drawn from, draws, and the cases that come of them. An audit in hand has passed its scope already. */
@ApplicationScoped
public class SampleStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public List<PopulationRow> population(PracticeAudit audit) {
        return em.createQuery("select p from PopulationRow p where p.audit = :audit", PopulationRow.class)
                .setParameter("audit", audit)
                .getResultList();
    }

    /** The portal forgets the population's codes. */
    public void forgetPopulation(PracticeAudit audit) {
        em.createQuery("delete from PopulationRow p where p.audit = :audit")
                .setParameter("audit", audit)
                .executeUpdate();
    }

    /** Cases of a draw that another one follows, before any agency was told of them. */
    public void forgetCases(PracticeAudit audit) {
        em.createQuery("delete from AuditCase c where c.audit = :audit")
                .setParameter("audit", audit)
                .executeUpdate();
    }

    /** Newest first. */
    public List<SampleDraw> draws(PracticeAudit audit) {
        return em.createQuery("select d from SampleDraw d where d.audit = :audit order by d.id desc", SampleDraw.class)
                .setParameter("audit", audit)
                .getResultList();
    }

    public List<AuditCase> cases(PracticeAudit audit) {
        return em.createQuery("select c from AuditCase c where c.audit = :audit order by c.position", AuditCase.class)
                .setParameter("audit", audit)
                .setHint(QueryHints.BATCH, "c.replacedBy")
                .getResultList();
    }

    /** The reserve whose turn it is in a stratum. */
    public Optional<AuditCase> nextReserve(PracticeAudit audit, String stratum) {
        return em.createQuery(
                        "select c from AuditCase c where c.audit = :audit and c.stratum = :stratum"
                                + " and c.status = :reserve order by c.position",
                        AuditCase.class)
                .setParameter("audit", audit)
                .setParameter("stratum", stratum)
                .setParameter("reserve", CaseStatus.RESERVE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
