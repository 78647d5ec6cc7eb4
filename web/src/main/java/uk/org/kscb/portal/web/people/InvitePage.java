package uk.org.kscb.portal.web.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.PeopleService;
import uk.org.kscb.portal.partnership.PeopleService.InvitationSent;
import uk.org.kscb.portal.partnership.PeopleService.Invite;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.web.shell.Doors;

/** Inviting somebody; the link is written into the one answer and handed over by the person who invites. */
@Named
@RequestScoped
public class InvitePage {

    @EJB
    private PeopleService people;

    @Inject
    private HttpServletRequest request;

    private @Nullable String name;
    private @Nullable String userName;
    private @Nullable String agency;
    private List<Role> roles = List.of();
    private @Nullable String board;
    private @Nullable InvitationSent sent;

    public void invite() {
        Doors.passed(() ->
                sent = people.invite(new Invite(said(name), said(userName), said(agency), Set.copyOf(roles), board)));
    }

    private static String said(@Nullable String input) {
        return input == null ? "" : input.strip();
    }

    /** Only a board member sits on a board. Asked of what was sent, since inputs are read before the roles are set. */
    public boolean isBoardAsked() {
        String[] chosen = request.getParameterValues("roles");
        return chosen != null && Arrays.asList(chosen).contains(Role.BOARD_MEMBER.name());
    }

    public @Nullable InvitationSent getSent() {
        return sent;
    }

    /** The link as the person invited opens it. */
    public String getLink() {
        if (sent == null) {
            return "";
        }
        String link = sent.link();
        return link.startsWith("/")
                ? request.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*$", "$1") + link
                : link;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getUserName() {
        return userName;
    }

    public void setUserName(@Nullable String userName) {
        this.userName = userName;
    }

    public @Nullable String getAgency() {
        return agency;
    }

    public void setAgency(@Nullable String agency) {
        this.agency = agency;
    }

    public List<Role> getRoles() {
        return roles;
    }

    public void setRoles(@Nullable List<Role> roles) {
        this.roles = roles == null ? List.of() : roles;
    }

    public @Nullable String getBoard() {
        return board;
    }

    public void setBoard(@Nullable String board) {
        this.board = board;
    }
}
