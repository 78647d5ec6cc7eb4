package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** Makes the rows that agencies will fill. */
@ApplicationScoped
public class ReturnOpeningStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** An audit that has just moved: whoever moved it had it in scope. */
    public PracticeAudit audit(long id) {
        return Optional.ofNullable(em.find(PracticeAudit.class, id)).orElseThrow();
    }

    public void openReturns(PracticeAudit audit, Instant at) {
        em.flush();
        List<?> agencies = new Sql()
                .add(
                        "select g.agency_id from audit_agency g where g.audit_id = ? and g.withdrawn_on is null",
                        audit.id())
                .add("and not exists (select 1 from agency_return r where r.audit_id = g.audit_id")
                .add("and r.agency_id = g.agency_id)")
                .on(em)
                .getResultList();
        agencies.forEach(agency -> em.persist(new AgencyReturn(audit.id(), Sql.number(agency), at)));
        em.flush();
    }

    /** In an assessment of oneself (section 11) each agency has the case that names it; else see the parts. */
    public void addCases(PracticeAudit audit) {
        boolean itself = audit.kind() == AuditKind.SECTION_11;
        new Sql()
                .add("insert into return_case (return_id, case_id, part)")
                .add("select r.id, c.id, g.part from agency_return r")
                .add("join audit_agency g on g.audit_id = r.audit_id and g.agency_id = r.agency_id")
                .add("join audit_case c on c.audit_id = r.audit_id and c.status = 'IN_SAMPLE'")
                .add("where r.audit_id = ? and g.withdrawn_on is null", audit.id())
                .add("and (c.referring_agency_id = r.agency_id or (? = 0 and g.part <> 'REFERRER'))", itself ? 1 : 0)
                .add("and not exists (select 1 from return_case x where x.return_id = r.id and x.case_id = c.id")
                .add("and x.part = g.part)")
                .on(em)
                .executeUpdate();
        // who receives referrals may have made one too, and then answers both sides of it
        new Sql()
                .add("insert into return_case (return_id, case_id, part)")
                .add("select r.id, c.id, 'REFERRER' from agency_return r")
                .add("join audit_agency g on g.audit_id = r.audit_id and g.agency_id = r.agency_id")
                .add("join audit_case c on c.audit_id = r.audit_id and c.referring_agency_id = r.agency_id")
                .add("where r.audit_id = ? and c.status = 'IN_SAMPLE' and g.part = 'FRONT_DOOR'", audit.id())
                .add("and ? = 0 and g.withdrawn_on is null and not exists (select 1 from return_case x", itself ? 1 : 0)
                .add("where x.return_id = r.id and x.case_id = c.id and x.part = 'REFERRER')")
                .on(em)
                .executeUpdate();
    }
}
