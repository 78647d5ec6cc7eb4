package uk.org.kscb.portal.practiceaudit;

import java.util.Optional;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;

/**
 * Whose returns a viewer may read. An auditor reads the cases given to them; a coordinator all of the own agency; the
 * KSCB manager all; a moderator all that are signed off, while the panel works. Source: BRIEF 4.10.
 *
 * @param agencyId the viewer's own
 * @param memberId only cases given to this member, or empty for all in reach
 * @param all whether it reaches beyond the own agency
 * @param panel whether it does so only while the panel works, and only to signed returns
 */
public record ReturnScope(long agencyId, Optional<Long> memberId, boolean all, boolean panel) {

    public static ReturnScope of(Viewer viewer) {
        boolean all = viewer.reach(Permission.READ_RETURNS) == Reach.ALL;
        boolean ownAll = viewer.may(Permission.SIGN_RETURN);
        return new ReturnScope(
                viewer.agencyId(),
                ownAll || all ? Optional.empty() : Optional.of(viewer.memberId()),
                all,
                viewer.reach(Permission.REOPEN_RETURN) != Reach.ALL);
    }

    /** The viewer's own agency only, whatever else they may read. */
    public static ReturnScope own(Viewer viewer) {
        boolean ownAll = viewer.may(Permission.SIGN_RETURN);
        return new ReturnScope(
                viewer.agencyId(), ownAll ? Optional.empty() : Optional.of(viewer.memberId()), false, false);
    }
}
