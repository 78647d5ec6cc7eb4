package uk.org.kscb.portal.referral;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Period;
import uk.org.kscb.portal.platform.privacy.KeepEverything;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.trail.Trail;
import uk.org.kscb.portal.referral.store.ReceiptStore;

/** Every night receipts go that are two years old, with what was recorded on them. Source: brief, 8.4. */
@Singleton
@Startup
public class ReceiptRetention {
    static final Period KEPT = Period.ofYears(2);
    private static final String PORTAL = "portal";

    @Inject
    private ReceiptStore store;

    @Inject
    private KeepEverything hold;

    @Inject
    private PortalClock clock;

    @Inject
    private Trail trail;

    @Schedule(hour = "2", minute = "40", persistent = false)
    void tonight() {
        destroyDue();
    }

    /** @return how many receipts went; none while an inquiry asks for everything; on two nodes the second finds none left */
    public int destroyDue() {
        if (hold.inForce()) {
            return 0;
        }
        int destroyed = store.destroyBefore(
                clock.today().minus(KEPT).atStartOfDay(PortalClock.LONDON).toInstant());
        if (destroyed > 0) {
            trail.alone(PORTAL, "KSCB", "receipts.destroy", destroyed + " receipts", "done");
        }
        return destroyed;
    }
}
