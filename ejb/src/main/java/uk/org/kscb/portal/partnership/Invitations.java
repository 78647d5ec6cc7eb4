package uk.org.kscb.portal.partnership;

import java.time.Instant;
import java.util.Objects;
import uk.org.kscb.portal.partnership.PeopleService.InvitationSent;
import uk.org.kscb.portal.partnership.model.Invitation;
import uk.org.kscb.portal.partnership.model.Member;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.platform.security.Secret;

/** Makes one-time links. */
final class Invitations {

    private Invitations() {}

    static InvitationSent invite(MemberStore store, Member member, String by, Instant now, boolean waits) {
        String secret = Secret.fresh();
        Invitation invitation = store.add(new Invitation(member, Secret.hash(secret), by, now));
        return new InvitationSent(address() + "/invitation/" + secret, invitation.expiresAt(), waits);
    }

    /** {@code PORTAL_URL}: how people reach the portal from outside, without a slash at the end. */
    private static String address() {
        String port = Objects.requireNonNullElse(System.getenv("PORTAL_PORT"), "8080");
        return Objects.requireNonNullElse(System.getenv("PORTAL_URL"), "http://localhost:" + port);
    }
}
