package uk.org.kscb.portal.web.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.AgencyView;
import uk.org.kscb.portal.partnership.ConfirmationService;
import uk.org.kscb.portal.partnership.ConfirmationService.WaitingRole;
import uk.org.kscb.portal.partnership.PeopleService;
import uk.org.kscb.portal.partnership.PeopleService.InvitationSent;
import uk.org.kscb.portal.partnership.PeopleService.PersonView;
import uk.org.kscb.portal.partnership.PeopleService.RoleView;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** Who holds which role; giving and withdrawing roles. */
@Named
@RequestScoped
public class PeoplePage {

    @EJB
    private PeopleService service;

    @EJB
    private ConfirmationService confirmations;

    @Inject
    private Notices notices;

    private @Nullable List<PersonView> people;
    private @Nullable String userName;
    private @Nullable String agency;
    private @Nullable Role role;
    private @Nullable String board;
    private @Nullable InvitationSent sent;
    private @Nullable List<WaitingRole> waiting;
    private boolean waits;

    public List<PersonView> getPeople() {
        if (people == null) {
            people = service.people();
        }
        return people;
    }

    /** The agencies in which the viewer may give roles. */
    public List<AgencyView> getAgencies() {
        Viewer viewer = CurrentViewer.require();
        return service.agencies().stream()
                .filter(a -> viewer.reach(Permission.MANAGE_PEOPLE) == Reach.ALL
                        || a.code().equals(viewer.agencyCode()))
                .toList();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public void withdraw(PersonView person, RoleView which) {
        if (Doors.passed(() -> service.withdrawRole(which.id()))) {
            notices.done(
                    "Role withdrawn",
                    person.name() + " no longer has the role of " + which.role().title() + " for "
                            + person.agency().name() + ". It works from their next click.");
            Doors.goTo("/people");
        }
    }

    /** Roles that wait for a second person, where the viewer may be one. */
    public List<WaitingRole> getWaiting() {
        if (waiting == null) {
            waiting = CurrentViewer.require().may(Permission.CONFIRM_ROLES) ? confirmations.waiting() : List.of();
        }
        return waiting;
    }

    public void confirm(WaitingRole which) {
        if (Doors.passed(() -> confirmations.confirm(which.id()))) {
            notices.done(
                    "Role confirmed",
                    which.name() + " has the role of " + which.role().title() + " for "
                            + which.agency().name() + " from now on.");
            Doors.goTo("/people");
        }
    }

    public void give() {
        if (userName == null || agency == null || role == null) {
            Doors.say(
                    userName == null ? "userName" : agency == null ? "agency" : "role",
                    "Choose a person, an agency and a role.");
            return;
        }
        String who = userName;
        String where = agency;
        Role what = role;
        if (Doors.passed(() -> waits = service.giveRole(who, where, what, board))) {
            String given = what.title() + " for " + agencyOf(where);
            notices.done(
                    waits ? "Role waits for a second person" : "Role given",
                    waits
                            ? nameOf(who) + " becomes " + given + " when another administrator, the KSCB manager or a"
                                    + " coordinator of the agency has confirmed it on this page."
                            : nameOf(who) + " now has the role of " + given + ".");
            Doors.goTo("/people");
        }
    }

    /** A new link for somebody who has lost their password. */
    public void inviteAgain() {
        if (userName == null) {
            Doors.say("lost", "Choose a person.");
            return;
        }
        String who = userName;
        if (Doors.passed(() -> sent = service.inviteAgain(who))) {
            notices.done(
                    "New link for " + nameOf(who),
                    "Give it to them in person or by secure e-mail. It is shown this once and works once: " + link()
                            + (sent != null && sent.waits()
                                    ? " Their roles wait until a second person has confirmed them."
                                    : ""));
            Doors.goTo("/people");
        }
    }

    private String link() {
        return sent == null ? "" : sent.link();
    }

    private String nameOf(String member) {
        return getPeople().stream()
                .filter(p -> p.userName().equals(member))
                .findFirst()
                .map(PersonView::name)
                .orElse(member);
    }

    private String agencyOf(String code) {
        return getAgencies().stream()
                .filter(a -> a.code().equals(code))
                .findFirst()
                .map(AgencyView::name)
                .orElse(code);
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

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public @Nullable String getBoard() {
        return board;
    }

    public void setBoard(@Nullable String board) {
        this.board = board;
    }
}
