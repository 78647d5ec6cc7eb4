package uk.org.kscb.portal.partnership;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.model.AccessToken;
import uk.org.kscb.portal.partnership.model.Agency;
import uk.org.kscb.portal.partnership.model.Invitation;
import uk.org.kscb.portal.partnership.model.MemberRole;
import uk.org.kscb.portal.partnership.store.AgencyStore;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.OpenDoor;
import uk.org.kscb.portal.platform.security.Passwords;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.trail.Trail;

/** The signed-in member's own account. */
@Stateless
public class AccountService {
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    @Inject
    private MemberStore members;

    @Inject
    private AgencyStore agencies;

    @Inject
    private Passwords passwords;

    @Inject
    private PortalClock clock;

    @Inject
    private Trail trail;

    public record Me(String userName, String name, AgencyView agency, Set<Role> roles, List<Acting> canActFor) {}

    /** @param now whether the member acts for this agency at the moment */
    public record Acting(AgencyView agency, Set<Role> roles, boolean now) {}

    public record TokenView(
            String id,
            String label,
            Instant created,
            @Nullable Instant lastUsed,
            @Nullable Instant revoked) {}

    /** @param secret shown once and never again; only its hash is kept */
    public record NewToken(TokenView token, String secret) {}

    @Door(Permission.MANAGE_OWN_ACCOUNT)
    public Me me() {
        Viewer viewer = CurrentViewer.require();
        Map<Long, List<MemberRole>> byAgency = members.currentRoles(viewer.memberId()).stream()
                .collect(Collectors.groupingBy(r -> r.agency().id()));
        List<Acting> all = byAgency.values().stream()
                .map(roles -> new Acting(
                        roles.getFirst().agency().view(),
                        roles.stream().map(MemberRole::role).collect(Collectors.toCollection(TreeSet::new)),
                        roles.getFirst().agency().id() == viewer.agencyId()))
                .sorted(Comparator.comparing(a -> a.agency().name()))
                .toList();
        Acting now = all.stream().filter(Acting::now).findFirst().orElseThrow(() -> new NotVisible("agency"));
        return new Me(viewer.userName(), viewer.name(), now.agency(), now.roles(), all);
    }

    /** Whether the member may act for that agency; the session keeps the choice. @return the agency's id */
    @Door(value = Permission.MANAGE_OWN_ACCOUNT, trail = "account.act-for")
    public long actFor(@TrailObject String agencyCode) {
        return members.currentRoles(CurrentViewer.require().memberId()).stream()
                .map(MemberRole::agency)
                .filter(a -> a.code().equals(agencyCode))
                .findFirst()
                .map(Agency::id)
                .orElseThrow(() -> new NotVisible("agency"));
    }

    @Door(Permission.MANAGE_OWN_ACCOUNT)
    public List<TokenView> tokens() {
        return members.tokens(CurrentViewer.require().memberId()).stream()
                .map(AccessToken::view)
                .toList();
    }

    @Door(value = Permission.MANAGE_OWN_ACCOUNT, trail = "account.token.create")
    public NewToken createToken(String label) {
        if (label.isBlank() || label.length() > 100) {
            throw new Refusal("label", "Say in a few words what the token is for, so that you know it again.");
        }
        Viewer viewer = CurrentViewer.require();
        String secret = Secret.fresh();
        AccessToken token = members.add(new AccessToken(
                members.member(viewer.memberId()),
                agencies.require(viewer.agencyCode()),
                label.strip(),
                Secret.hash(secret),
                clock.realNow()));
        return new NewToken(token.view(), secret);
    }

    @Door(value = Permission.MANAGE_OWN_ACCOUNT, trail = "account.token.revoke")
    public void revokeToken(@TrailObject String id) {
        members.tokens(CurrentViewer.require().memberId()).stream()
                .filter(t -> t.publicId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotVisible("token"))
                .revoke(clock.realNow());
    }

    /** @param waits a role waits for a second person and gives nothing before */
    public record InvitationView(String name, String userName, String agency, List<Role> roles, boolean waits) {}

    @OpenDoor(why = "the person invited has no account yet; the link's secret is the proof")
    public InvitationView invitation(String secret) {
        var member = open(secret).member();
        List<MemberRole> roles = member.currentRoles().toList();
        return new InvitationView(
                member.name(),
                member.userName(),
                roles.isEmpty() ? "" : roles.getFirst().agency().name(),
                roles.stream().map(MemberRole::role).toList(),
                roles.stream().anyMatch(MemberRole::isWaiting));
    }

    /** Sets the password and uses the invitation up. Whoever was in with an old one is out: sessions and access tokens end. */
    @OpenDoor(why = "the person invited has no account yet; the link's secret is the proof")
    public void acceptInvitation(String secret, String password) {
        Invitation invitation = open(secret);
        String userName = invitation.member().userName();
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new Refusal(
                    "password", "Use at least " + SHORTEST_PASSWORD + " characters. Three or four words work well.");
        }
        if (password.toLowerCase(java.util.Locale.ROOT).contains(userName)) {
            throw new Refusal("password", "The password must not contain your user name.");
        }
        invitation.member().setPasswordHash(passwords.hash(password));
        members.tokens(invitation.member().id()).stream()
                .filter(AccessToken::isValid)
                .forEach(token -> token.revoke(clock.realNow()));
        invitation.use(clock.realNow());
        trail.alone(userName, "", "invitation.accept", "", "done");
    }

    private Invitation open(String secret) {
        return members.invitation(Secret.hash(secret))
                .filter(i -> i.isOpen(clock.realNow()))
                .orElseThrow(() -> new NotVisible("open invitation"));
    }
}
