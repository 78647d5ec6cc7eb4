package uk.org.kscb.portal.practiceaudit.store;

import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;

/**
 * Which audits a question may be answered from. OWN reaches audits that name the viewer's agency or that it owns, from
 * the day the scope is approved; an umbrella's audits are not those of the agencies under it.
 */
public record AuditScope(long agencyId, Reach reach) {

    public static AuditScope of(Viewer viewer, Permission permission) {
        return new AuditScope(viewer.agencyId(), viewer.reach(permission));
    }

    public boolean all() {
        return reach == Reach.ALL;
    }

    /** Headlines of all audits, from the day their scope is approved. */
    public boolean head() {
        return reach == Reach.HEAD;
    }

    public boolean none() {
        return reach == Reach.NONE;
    }
}
