package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.config.QueryHints;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.model.AuditCase;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** Audits and their cases, as far as a scope reaches. */
@ApplicationScoped
public class AuditStore {
    private static final String SHARED =
            "(:ownAudits = true or a.kind <> " + "uk.org.kscb.portal.practiceaudit.AuditKind.SINGLE_AGENCY)";

    static final String VISIBLE = "((:all = true and " + SHARED + ") or a.ownerId = :own"
            + " or (a.scopeApprovedOn is not null and ((:head = true and " + SHARED + ")"
            + " or exists (select g from AuditAgency g where g.audit = a and g.agencyId = :own))))";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** @throws NotVisible when there is no such audit, or none that the scope reaches */
    public PracticeAudit require(String code, AuditScope scope) {
        return find(code, scope).orElseThrow(() -> new NotVisible("audit"));
    }

    public Optional<PracticeAudit> find(String code, AuditScope scope) {
        if (scope.none()) {
            return Optional.empty();
        }
        return em.createQuery("select a from PracticeAudit a where a.code = :code and " + VISIBLE, PracticeAudit.class)
                .setParameter("code", code)
                .setParameter("all", scope.all())
                .setParameter("head", scope.head())
                .setParameter("ownAudits", scope.ownAudits())
                .setParameter("own", scope.agencyId())
                .setHint(QueryHints.BATCH, "a.agencies")
                .getResultStream()
                .findFirst();
    }

    /** Cases of an audit, reserves too, in the order of the draw. */
    public List<AuditCase> cases(PracticeAudit audit) {
        return em.createQuery("select c from AuditCase c where c.audit = :audit order by c.position", AuditCase.class)
                .setParameter("audit", audit)
                .getResultList();
    }

    /** @throws NotVisible when the audit has no such case */
    public AuditCase requireCase(PracticeAudit audit, String code) {
        return em.createQuery("select c from AuditCase c where c.audit = :audit and c.code = :code", AuditCase.class)
                .setParameter("audit", audit)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("case of this audit"));
    }

    /** Keeps other nodes away from an audit until this transaction ends. */
    public void lock(PracticeAudit audit) {
        em.lock(audit, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether there is an audit at all, for those who bring sample data. */
    public boolean any() {
        return em.createQuery("select count(a) from PracticeAudit a", Long.class)
                        .getSingleResult()
                > 0;
    }

    public <T> T add(T entity) {
        em.persist(entity);
        return entity;
    }

    public void flush() {
        em.flush();
    }
}
