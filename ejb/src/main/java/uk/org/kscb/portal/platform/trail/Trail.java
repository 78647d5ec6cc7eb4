package uk.org.kscb.portal.platform.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;

/** Where doors write what happened. */
@ApplicationScoped
public class Trail {
    /** Ends the name of what nobody outside the agency may learn of. */
    public static final String WITHIN_AGENCY = ".within-agency";

    @Inject
    private TrailStore store;

    @Inject
    private PortalClock clock;

    /** In the caller's transaction: true exactly when what it tells of is. */
    @Transactional(Transactional.TxType.REQUIRED)
    public void done(Viewer viewer, String what, String object) {
        append(viewer.userName(), viewer.agencyCode(), what, object, "done");
    }

    /** In a transaction of its own: stays when the refused call is rolled back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(Viewer viewer, String what, String object) {
        append(viewer.userName(), viewer.agencyCode(), what, object, "refused");
    }

    /** For what happens before anybody is signed in, or without a person: sign-ins, invitations, the first start. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void alone(String who, String agency, String what, String object, String result) {
        append(who, agency, what, object, result);
    }

    private void append(String who, String agency, String what, String object, String result) {
        Instant at = Instant.ofEpochMilli(clock.realNow().toEpochMilli());
        store.append(at, who, agency, what, object.length() > 200 ? object.substring(0, 200) : object, result);
    }
}
