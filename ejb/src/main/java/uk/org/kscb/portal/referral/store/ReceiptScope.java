package uk.org.kscb.portal.referral.store;

import java.util.Set;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;

/**
 * Which receipts somebody may see: all for the board's manager and for the desk that receives referrals, otherwise those
 * they sent themselves. A colleague's are not among them: nobody watches how a colleague performs.
 */
public record ReceiptScope(boolean all, boolean desk, long memberId, long agencyId) {

    /** @param desks agencies whose coordinators and contributors staff the front door */
    static ReceiptScope of(Viewer viewer, Set<Long> desks) {
        boolean desk = viewer.may(Permission.DECIDE_REFERRALS) && desks.contains(viewer.agencyId());
        boolean all = desk || viewer.reach(Permission.READ_RECEIPTS) == Reach.ALL;
        return new ReceiptScope(all, desk, viewer.memberId(), viewer.agencyId());
    }

    /** Narrows a query whose receipt is called r. */
    Sql narrow(Sql query) {
        return all ? query : query.add("and r.member_id = ? and r.agency_id = ?", memberId, agencyId);
    }
}
