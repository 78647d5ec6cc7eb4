package uk.org.kscb.portal.practiceaudit.store;

import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;

/**
 * Which audits a question may be answered from. OWN reaches audits that name the viewer's agency or that it owns, from
 * the day the scope is approved; an umbrella's audits are not those of the agencies under it.
 *
 * @param ownAudits whether ALL and HEAD reach what single agencies audit of their own, which is for that agency, whoever
 *     runs and moderates it, and the boards alone (BRIEF 4.1)
 */
public record AuditScope(long agencyId, Reach reach, boolean ownAudits) {

    public AuditScope(long agencyId, Reach reach) {
        this(agencyId, reach, true);
    }

    public static AuditScope of(Viewer viewer, Permission permission) {
        return new AuditScope(
                viewer.agencyId(),
                viewer.reach(permission),
                viewer.may(Permission.RUN_AUDITS)
                        || viewer.may(Permission.MODERATE)
                        || viewer.may(Permission.APPROVE_AUDIT_REPORT));
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
