package uk.org.kscb.portal.partnership;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import uk.org.kscb.portal.partnership.model.Agency;
import uk.org.kscb.portal.partnership.model.MemberRole;
import uk.org.kscb.portal.partnership.store.AgencyStore;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;

/** The second person: confirms, or leaves waiting, what an administrator gave. */
@Stateless
public class ConfirmationService {

    @Inject
    private MemberStore members;

    @Inject
    private AgencyStore agencies;

    @Inject
    private PortalClock clock;

    /**
     * A role without effect until it is confirmed.
     *
     * @param id for forms
     * @param askedBy user name of the administrator who gave it, or made its holder a new link
     * @param hasSignedIn whether its holder has ever set a password: before, nobody can have asked them
     * @param yours whether the viewer may be the second person
     */
    public record WaitingRole(
            String id,
            String userName,
            String name,
            AgencyView agency,
            Role role,
            String askedBy,
            boolean hasSignedIn,
            boolean yours) {}

    /** What waits where the viewer may confirm. */
    @Door(Permission.CONFIRM_ROLES)
    public List<WaitingRole> waiting() {
        Viewer viewer = CurrentViewer.require();
        return members.currentRoles(own()).stream()
                .filter(MemberRole::isWaiting)
                .filter(this::inReach)
                .map(r -> new WaitingRole(
                        r.publicId(),
                        r.member().userName(),
                        r.member().name(),
                        r.agency().view(),
                        r.role(),
                        r.askedBy().orElse(""),
                        r.member().passwordHash().isPresent(),
                        !viewer.userName().equals(r.askedBy().orElse(""))
                                && viewer.memberId() != r.member().id()))
                .toList();
    }

    /** The role works from its holder's next click. */
    @Door(value = Permission.CONFIRM_ROLES, trail = "people.role.confirm")
    public void confirm(@TrailObject String roleId) {
        MemberRole role = members.requireRole(roleId, own());
        if (!inReach(role)) {
            throw new NotVisible("role");
        }
        role.confirm(clock.realNow(), CurrentViewer.require().userName());
    }

    private @org.jspecify.annotations.Nullable Agency own() {
        Viewer viewer = CurrentViewer.require();
        return viewer.reach(Permission.CONFIRM_ROLES) == Reach.OWN ? agencies.require(viewer.agencyCode()) : null;
    }

    /** A coordinator confirms what an agency has; roles that reach further are for those who do so too. */
    private boolean inReach(MemberRole role) {
        return CurrentViewer.require().reach(Permission.CONFIRM_ROLES) == Reach.ALL
                || !SecondPerson.PARTNERSHIP_WIDE.contains(role.role());
    }
}
