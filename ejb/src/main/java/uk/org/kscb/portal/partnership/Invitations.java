package uk.org.kscb.portal.partnership;

import java.time.Instant;
import uk.org.kscb.portal.partnership.PeopleService.InvitationSent;
import uk.org.kscb.portal.partnership.model.Invitation;
import uk.org.kscb.portal.partnership.model.Member;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.platform.PortalAddress;
import uk.org.kscb.portal.platform.security.Secret;

/** Makes one-time links. */
final class Invitations {

    private Invitations() {}

    static InvitationSent invite(MemberStore store, Member member, String by, Instant now, boolean waits) {
        String secret = Secret.fresh();
        Invitation invitation = store.add(new Invitation(member, Secret.hash(secret), by, now));
        return new InvitationSent(PortalAddress.fromOutside() + "/invitation/" + secret, invitation.expiresAt(), waits);
    }
}
