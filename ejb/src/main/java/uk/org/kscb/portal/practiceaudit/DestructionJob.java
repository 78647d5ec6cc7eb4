package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import uk.org.kscb.portal.platform.trail.Trail;

/** Every night; on two nodes the second finds nothing left. */
@Singleton
@Startup
public class DestructionJob {
    private static final String PORTAL = "portal";

    @Inject
    private Destruction destruction;

    @Inject
    private Trail trail;

    @Schedule(hour = "2", minute = "20", persistent = false)
    void tonight() {
        int destroyed = destruction.due(PORTAL);
        if (destroyed > 0) {
            trail.alone(PORTAL, "KSCB", "returns.destroy", destroyed + " audits", "done");
        }
    }
}
