package uk.org.kscb.portal.partnership.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.partnership.model.Agency;
import uk.org.kscb.portal.partnership.model.Post;
import uk.org.kscb.portal.platform.security.NotVisible;

/** Agencies are known to everybody who is signed in; posts too, by title. */
@ApplicationScoped
public class AgencyStore {

    @Inject
    private EntityManager em;

    public List<Agency> all() {
        return em.createQuery(
                        "select a from Agency a left join fetch a.umbrella order by a.position, a.name", Agency.class)
                .getResultList();
    }

    public Optional<Agency> find(String code) {
        return em.createQuery("select a from Agency a where a.code = :code", Agency.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public Agency require(String code) {
        return find(code).orElseThrow(() -> new NotVisible("agency"));
    }

    public Agency add(Agency agency) {
        em.persist(agency);
        em.flush();
        return agency;
    }

    /** The agency's post with this title, made when there is none yet. */
    public Post post(Agency agency, String title) {
        return em.createQuery("select p from Post p where p.agency = :agency and p.title = :title", Post.class)
                .setParameter("agency", agency)
                .setParameter("title", title)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    Post post = new Post(agency, title);
                    em.persist(post);
                    return post;
                });
    }
}
