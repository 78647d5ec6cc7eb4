package uk.org.kscb.portal.threshold.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import uk.org.kscb.portal.threshold.UrgentNumber;
import uk.org.kscb.portal.threshold.model.NumberRecord;

/** The telephone numbers of the public pages. */
@ApplicationScoped
public class NumberStore {

    @Inject
    private EntityManager em;

    /** The newest of each kind, in the order of the kinds. */
    public List<UrgentNumber> current() {
        return em.createQuery(
                        "select n from NumberRecord n where n.id in"
                                + " (select max(m.id) from NumberRecord m group by m.kind)",
                        NumberRecord.class)
                .getResultStream()
                .map(NumberRecord::view)
                .sorted(java.util.Comparator.comparing(UrgentNumber::kind))
                .toList();
    }

    public void add(NumberRecord number) {
        em.persist(number);
    }
}
