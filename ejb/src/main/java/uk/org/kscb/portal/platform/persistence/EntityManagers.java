package uk.org.kscb.portal.platform.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Hands the stores their entity manager. The server looks for a persistence unit in the module that happens to call
 * first; a sign-in calls from the WAR, which has none. Asked for here, inside the EJB jar, it is always found.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EntityManagers {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @PostConstruct
    void find() {
        em.getMetamodel();
    }

    @Produces
    @ApplicationScoped
    public EntityManager entityManager() {
        return em;
    }
}
