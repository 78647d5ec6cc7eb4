package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.store.RetentionStore;
import uk.org.kscb.portal.practiceaudit.store.RetentionStore.Due;

/** Case-level returns end 12 months after the re-audit closes, unless a hold stops it (BRIEF 8.4). */
@ApplicationScoped
class Destruction {
    static final int MONTHS = 12;
    static final String RULE = "Case-level returns are destroyed 12 months after the re-audit closes";

    @Inject
    private RetentionStore store;

    @Inject
    private PortalClock clock;

    /** In the caller's transaction. @param by who or what destroys. @return how many audits' returns were destroyed */
    int due(String by) {
        LocalDate closedUntil = clock.today().minusMonths(MONTHS);
        int destroyed = 0;
        for (Due due : store.due(closedUntil)) {
            if (store.lock(due)) {
                store.destroy(due, RULE, by, clock.today(), clock.now());
                destroyed++;
            }
        }
        return destroyed;
    }
}
