package uk.org.kscb.portal.partnership;

import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Role;

/** People, the roles they have in agencies, and the posts they hold. A coordinator sees their own agency's only. */
@Stateless
public class PeopleService {

    public record PersonView(
            String userName,
            String name,
            AgencyView agency,
            List<RoleView> roles,
            @Nullable Instant lastSignedIn,
            boolean invited,
            boolean yourself) {}

    /** @param id for forms; @param board for the role of board member */
    public record RoleView(String id, Role role, @Nullable String board) {}

    public record PostView(String id, String title, AgencyView agency, List<HolderView> holders) {}

    /** @param until null while they hold it */
    public record HolderView(String name, LocalDate from, @Nullable LocalDate until) {}

    public record Invite(
            @NotBlank(message = "Give the person's name.") @Size(max = 120) String name,
            @NotBlank(message = "Give a user name.")
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9._-]{2,59}",
                            message = "A user name has 3 to 60 small letters, figures, dots or hyphens.")
                    String userName,
            @NotBlank(message = "Choose an agency.") String agency,
            @NotEmpty(message = "Choose at least one role.") Set<Role> roles,
            @Nullable String board) {}

    /** @param link one-time, to hand to the person; shown once */
    public record InvitationSent(String link, Instant expires) {}

    @Door(Permission.READ_AGENCIES)
    public List<AgencyView> agencies() {
        throw new UnsupportedOperationException();
    }

    @Door(Permission.READ_PEOPLE)
    public List<PersonView> people() {
        throw new UnsupportedOperationException();
    }

    @Door(Permission.READ_PEOPLE)
    public List<PostView> posts() {
        throw new UnsupportedOperationException();
    }

    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.invite")
    public InvitationSent invite(@Valid @NotNull Invite invite) {
        throw new UnsupportedOperationException();
    }

    /** Nobody gives a role to themselves. */
    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.role.give")
    public void giveRole(String userName, String agency, Role role, @Nullable String board) {
        throw new UnsupportedOperationException();
    }

    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.role.withdraw")
    public void withdrawRole(String roleId) {
        throw new UnsupportedOperationException();
    }

    /** Puts somebody into a post from today; the one before leaves it. */
    @Door(value = Permission.MANAGE_PEOPLE, trail = "people.post.fill")
    public void fillPost(String postId, String userName) {
        throw new UnsupportedOperationException();
    }
}
