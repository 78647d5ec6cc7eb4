package uk.org.kscb.portal.web.signin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.AccountService;
import uk.org.kscb.portal.partnership.AccountService.InvitationView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Sent;

/** Taking up an invitation: choosing a password. An unknown, used or expired link is a page that does not exist. */
@Named
@RequestScoped
public class InvitationPage {

    @EJB
    private AccountService account;

    private @Nullable InvitationView invitation;
    private @Nullable String password;
    private @Nullable String again;

    public InvitationView getInvitation() {
        if (invitation == null) {
            invitation = account.invitation(secret());
        }
        return invitation;
    }

    public void accept() {
        if (password == null) {
            Doors.say("password", "Choose a password.");
        } else if (!password.equals(again)) {
            Doors.say("again", "The two passwords differ. Write the same one twice.");
        } else {
            String chosen = password;
            if (Doors.passed(() -> account.acceptInvitation(secret(), chosen))) {
                Doors.goTo("/sign-in?ended=invited");
            }
        }
    }

    private String secret() {
        // the injected request knows the address only, not the parameters that its route adds
        String secret = Sent.orNull("secret");
        return secret == null ? "" : secret;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getAgain() {
        return null;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }
}
