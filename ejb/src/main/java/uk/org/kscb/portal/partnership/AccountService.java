package uk.org.kscb.portal.partnership;

import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.OpenDoor;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Role;

/** The signed-in member's own account. */
@Stateless
public class AccountService {

    public record Me(String userName, String name, AgencyView agency, Set<Role> roles, List<Acting> canActFor) {}

    /** @param now whether the member acts for this agency at the moment */
    public record Acting(AgencyView agency, Set<Role> roles, boolean now) {}

    public record TokenView(
            String id, String label, Instant created, @Nullable Instant lastUsed, @Nullable Instant revoked) {}

    /** @param secret shown once and never again; only its hash is kept */
    public record NewToken(TokenView token, String secret) {}

    @Door(Permission.MANAGE_OWN_ACCOUNT)
    public Me me() {
        throw new UnsupportedOperationException();
    }

    /** Whether the member may act for that agency; the session keeps the choice. @return the agency's id */
    @Door(value = Permission.MANAGE_OWN_ACCOUNT, trail = "account.act-for")
    public long actFor(String agencyCode) {
        throw new UnsupportedOperationException();
    }

    @Door(Permission.MANAGE_OWN_ACCOUNT)
    public List<TokenView> tokens() {
        throw new UnsupportedOperationException();
    }

    @Door(value = Permission.MANAGE_OWN_ACCOUNT, trail = "account.token.create")
    public NewToken createToken(String label) {
        throw new UnsupportedOperationException();
    }

    @Door(value = Permission.MANAGE_OWN_ACCOUNT, trail = "account.token.revoke")
    public void revokeToken(String id) {
        throw new UnsupportedOperationException();
    }

    /** @param name who is invited; null when the invitation is used up, expired or unknown */
    public record InvitationView(String name, String userName, String agency, List<Role> roles) {}

    @OpenDoor(why = "the person invited has no account yet; the link's secret is the proof")
    public InvitationView invitation(String secret) {
        throw new UnsupportedOperationException();
    }

    /** Sets the password and uses the invitation up. */
    @OpenDoor(why = "the person invited has no account yet; the link's secret is the proof")
    public void acceptInvitation(String secret, String password) {
        throw new UnsupportedOperationException();
    }
}
