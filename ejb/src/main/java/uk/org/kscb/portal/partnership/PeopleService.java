package uk.org.kscb.portal.partnership;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.model.Agency;
import uk.org.kscb.portal.partnership.model.Member;
import uk.org.kscb.portal.partnership.model.MemberRole;
import uk.org.kscb.portal.partnership.model.Post;
import uk.org.kscb.portal.partnership.store.AgencyStore;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;

/** People, the roles they have in agencies, and the posts they hold. A coordinator sees their own agency's only. */
@Stateless
public class PeopleService {

    @Inject
    private MemberStore members;

    @Inject
    private AgencyStore agencies;

    @Inject
    private SecondPerson secondPerson;

    @Inject
    private PortalClock clock;

    public record PersonView(
            String userName,
            String name,
            AgencyView agency,
            List<RoleView> roles,
            @Nullable Instant lastSignedIn,
            boolean invited,
            boolean yourself) {}

    /**
     * @param id for forms; @param board for the role of board member
     * @param waiting without effect until a second person has confirmed it
     */
    public record RoleView(String id, Role role, @Nullable String board, boolean waiting) {}

    public record PostView(String id, String title, AgencyView agency, List<HolderView> holders) {}

    /** @param until null while they hold it */
    public record HolderView(
            String name, LocalDate from, @Nullable LocalDate until) {}

    public record Invite(
            @NotBlank(message = "Give the person's name.")
            @Size(max = 120, message = "Keep the name to 120 characters.")
            String name,

            @NotBlank(message = "Give a user name.")
            @Pattern(
                    regexp = "[a-z0-9][a-z0-9._-]{2,59}",
                    message = "A user name has 3 to 60 small letters, figures, dots or hyphens.")
            String userName,

            @NotBlank(message = "Choose an agency.") String agency,
            @NotEmpty(message = "Choose at least one role.") Set<Role> roles,

            @Nullable @Size(max = 100, message = "Keep the board's name to 100 characters.")
            String board)
            implements TrailObject.Named {
        @Override
        public String trailObject() {
            return userName + " " + agency;
        }
    }

    /**
     * @param link one-time, to hand to the person; shown once
     * @param waits a role of theirs waits for a second person
     */
    public record InvitationSent(String link, Instant expires, boolean waits) {}

    @Door(Permission.READ_AGENCIES)
    public List<AgencyView> agencies() {
        return agencies.all().stream().map(Agency::view).toList();
    }

    @Door(Permission.READ_PEOPLE)
    public List<PersonView> people() {
        Viewer viewer = CurrentViewer.require();
        Map<List<Long>, List<MemberRole>> people = new LinkedHashMap<>();
        for (MemberRole role : members.currentRoles(ownOnly(Permission.READ_PEOPLE))) {
            people.computeIfAbsent(List.of(role.member().id(), role.agency().id()), k -> new ArrayList<>())
                    .add(role);
        }
        return people.values().stream().map(roles -> person(roles, viewer)).toList();
    }

    @Door(Permission.READ_PEOPLE)
    public List<PostView> posts() {
        return members.posts(ownOnly(Permission.READ_PEOPLE)).stream()
                .map(PeopleService::view)
                .toList();
    }

    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.invite")
    public InvitationSent invite(@Valid @NotNull Invite invite) {
        Viewer viewer = CurrentViewer.require();
        Agency agency = manageable(invite.agency());
        // That a name is taken cannot be hidden: people sign in by it alone. Nothing else is told: not whose, nor
        // where.
        if (members.byUserName(invite.userName()).isPresent()) {
            throw new UserNameTaken(invite.userName());
        }
        Member member = members.add(new Member(invite.userName(), invite.name().strip(), clock.realNow()));
        members.flush();
        boolean waits = false;
        for (Role role : invite.roles()) {
            waits |= give(member, agency, role, invite.board());
        }
        return Invitations.invite(members, member, viewer.userName(), clock.realNow(), waits);
    }

    /** A new one-time link for somebody who has lost a password; links made before no longer work. */
    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.invite-again")
    public InvitationSent inviteAgain(@TrailObject String userName) {
        Agency own = ownOnly(Permission.MANAGE_PEOPLE);
        // Who also acts for another agency, or in a wider role, is not one coordinator's to let in: the link opens all
        // they may do.
        Member member = members.byUserName(userName)
                .filter(m -> m.currentRoles().findAny().isPresent())
                .filter(m -> own == null
                        || m.currentRoles()
                                .allMatch(r -> r.agency().id() == own.id()
                                        && !SecondPerson.PARTNERSHIP_WIDE.contains(r.role())))
                .orElseThrow(() -> new NotVisible("person"));
        members.openInvitations(member.id()).forEach(i -> i.use(clock.realNow()));
        Viewer viewer = CurrentViewer.require();
        boolean waits = secondPerson.linkMade(member, viewer, clock.realNow());
        return Invitations.invite(members, member, viewer.userName(), clock.realNow(), waits);
    }

    /** @return whether the role waits for a second person */
    private boolean give(Member member, Agency agency, Role role, @Nullable String board) {
        Viewer viewer = CurrentViewer.require();
        Instant now = clock.realNow();
        return member.give(agency, allowed(role, agency), boardOf(role, board), now, viewer.userName())
                .map(given -> secondPerson.given(given, viewer, now))
                .orElse(false);
    }

    /**
     * Nobody gives a role to themselves. To a coordinator only those exist who act or acted for the own agency.
     *
     * @return whether the role waits for a second person
     */
    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.role.give")
    public boolean giveRole(
            @TrailObject String userName, @TrailObject String agency, @TrailObject Role role, @Nullable String board) {
        Viewer viewer = CurrentViewer.require();
        if (viewer.userName().equals(userName)) {
            throw new NoRoleForYourself();
        }
        Agency to = manageable(agency);
        Agency own = ownOnly(Permission.MANAGE_PEOPLE);
        Member member = members.byUserName(userName)
                .filter(m -> own == null || m.belongsOrBelongedTo(own))
                .orElseThrow(() -> new NotVisible("person"));
        return give(member, to, role, board);
    }

    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.role.withdraw")
    public void withdrawRole(@TrailObject String roleId) {
        Viewer viewer = CurrentViewer.require();
        MemberRole role = members.requireRole(roleId, ownOnly(Permission.MANAGE_PEOPLE));
        if (role.member().id() == viewer.memberId()) {
            throw new Refusal("Somebody else must withdraw your own role, so that nobody locks themselves out.");
        }
        allowed(role.role(), role.agency());
        role.withdraw(clock.realNow(), viewer.userName());
    }

    /** Puts somebody of the post's agency into a post from today; the one before leaves it. */
    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.post.fill")
    public void fillPost(@TrailObject String postId, @TrailObject String userName) {
        Post post = members.requirePost(postId, ownOnly(Permission.MANAGE_PEOPLE));
        Member member = members.byUserName(userName)
                .filter(m -> m.currentRoles()
                        .anyMatch(r -> r.agency().id() == post.agency().id()))
                .orElseThrow(() -> new Refusal(
                        "userName",
                        "Choose somebody who acts for " + post.agency().name() + "."));
        post.fill(member, clock.today());
    }

    /** The viewer's own agency where the permission reaches no further; null for all. */
    private @Nullable Agency ownOnly(Permission permission) {
        Viewer viewer = CurrentViewer.require();
        return viewer.reach(permission) == Reach.OWN ? agencies.require(viewer.agencyCode()) : null;
    }

    private Agency manageable(String code) {
        Agency own = ownOnly(Permission.MANAGE_PEOPLE);
        Agency agency = agencies.require(code);
        if (own != null && own.id() != agency.id()) {
            throw new NotVisible("agency");
        }
        return agency;
    }

    /** A coordinator cannot make somebody more than what an agency has: those roles are the administrator's to give. */
    private Role allowed(Role role, Agency agency) {
        if (SecondPerson.PARTNERSHIP_WIDE.contains(role) && ownOnly(Permission.MANAGE_PEOPLE) != null) {
            throw new Refusal(
                    "roles", "Only a system administrator gives or withdraws the role of " + role.title() + ".");
        }
        return role;
    }

    private static @Nullable String boardOf(Role role, @Nullable String board) {
        if (role != Role.BOARD_MEMBER) {
            return null;
        }
        if (board == null || board.isBlank()) {
            throw new Refusal("board", "Name the board that the person sits on.");
        }
        return board.strip();
    }

    private static PersonView person(List<MemberRole> roles, Viewer viewer) {
        Member member = roles.getFirst().member();
        return new PersonView(
                member.userName(),
                member.name(),
                roles.getFirst().agency().view(),
                roles.stream()
                        .map(r -> new RoleView(r.publicId(), r.role(), r.board().orElse(null), r.isWaiting()))
                        .toList(),
                member.lastSignedIn().orElse(null),
                member.passwordHash().isEmpty(),
                member.id() == viewer.memberId());
    }

    private static PostView view(Post post) {
        return new PostView(
                post.publicId(),
                post.title(),
                post.agency().view(),
                post.holdings().stream()
                        .map(h -> new HolderView(
                                h.member().name(), h.from(), h.until().orElse(null)))
                        .toList());
    }

    public static class UserNameTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        UserNameTaken(String userName) {
            super("userName", "Somebody already has the user name " + userName + ". Choose another.");
        }
    }

    public static class NoRoleForYourself extends Refusal {
        private static final long serialVersionUID = 1L;

        NoRoleForYourself() {
            super("Nobody gives a role to themselves. Ask another administrator or coordinator.");
        }
    }
}
