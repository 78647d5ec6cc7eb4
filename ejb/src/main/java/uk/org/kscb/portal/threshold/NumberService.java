package uk.org.kscb.portal.threshold;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.model.NumberRecord;
import uk.org.kscb.portal.threshold.store.GuidanceStamp;
import uk.org.kscb.portal.threshold.store.NumberStore;

/** Keeps the telephone numbers of the public pages right. */
@Stateless
public class NumberService {
    @Inject
    private NumberStore numbers;

    @Inject
    private GuidanceStamp stamp;

    @Inject
    private PortalClock clock;

    /** Another number, another owner, or the same ones rung again: each is a record of its own. */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.number")
    public void keep(@TrailObject UrgentNumber.Kind kind, String number, String owner, LocalDate checkedOn) {
        numbers.add(new NumberRecord(
                kind, number, owner, checkedOn, CurrentViewer.require().userName(), clock.today(), clock.now()));
        stamp.touch();
    }
}
