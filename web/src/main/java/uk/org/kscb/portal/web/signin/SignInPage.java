package uk.org.kscb.portal.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.ExcessiveAttemptsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.subject.Subject;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.web.shell.ClientAddress;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.SessionLimits;
import uk.org.kscb.portal.web.shell.SignInAddress;

/** User name and password; the realm answers alike for a wrong password and an unknown name. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private PortalClock clock;

    private @Nullable String userName;
    private @Nullable String password;

    public void signIn() {
        if (userName == null || password == null) {
            missing();
            return;
        }
        Subject subject = SecurityUtils.getSubject();
        // what a visitor's session held does not pass into the member's
        subject.logout();
        try {
            subject.login(new UsernamePasswordToken(userName.strip(), password, ClientAddress.of(request)));
        } catch (ExcessiveAttemptsException | DisabledAccountException told) {
            Doors.say("", String.valueOf(told.getMessage()));
            return;
        } catch (AuthenticationException wrong) {
            Doors.say("userName", "That user name and password do not fit together. Check both and try again.");
            return;
        }
        request.getSession();
        request.changeSessionId();
        SessionLimits.start(request.getSession(), clock.realNow());
        CurrentViewer.forget();
        Doors.goTo(SignInAddress.next(request.getParameter("next")));
    }

    private void missing() {
        if (userName == null) {
            Doors.say("userName", "Enter your user name.");
        }
        if (password == null) {
            Doors.say("password", "Enter your password.");
        }
    }

    /** Why somebody finds themselves here; empty when they came by themselves. */
    public String getEnded() {
        String why = request.getParameter("ended");
        if (why == null) {
            return "";
        }
        return switch (why) {
            case "idle" ->
                "You were away for " + SessionLimits.idleWords() + ", so we signed you out. What you had sent is safe.";
            case "absolute" -> "A sign-in lasts " + SessionLimits.absoluteWords() + ". Sign in again to go on.";
            case "form" -> "That page was open for too long, so it could not be sent. Sign in and try again.";
            case "by-you" -> "You are signed out.";
            case "invited" -> "Your password is set. Sign in with it.";
            default -> "";
        };
    }

    public @Nullable String getUserName() {
        return userName;
    }

    public void setUserName(@Nullable String userName) {
        this.userName = userName;
    }

    /** Never written back to the page. */
    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
