package uk.org.kscb.portal.threshold.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import uk.org.kscb.portal.platform.persistence.Sql;

/** How often the guidance was opened. */
@ApplicationScoped
public class UseStore {

    @Inject
    private EntityManager em;

    /** @param agency 0 for anybody without an account */
    public void add(LocalDate day, long agency, int level, long times) {
        new Sql()
                .add(
                        "insert into guidance_use (day, agency_id, level, times) values (?, ?, ?, ?)",
                        day,
                        agency,
                        level,
                        times)
                .add("on duplicate key update times = times + ?", times)
                .on(em)
                .executeUpdate();
    }
}
