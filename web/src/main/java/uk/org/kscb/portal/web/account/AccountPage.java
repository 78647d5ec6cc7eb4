package uk.org.kscb.portal.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.AccountService;
import uk.org.kscb.portal.partnership.AccountService.Acting;
import uk.org.kscb.portal.partnership.AccountService.Me;
import uk.org.kscb.portal.partnership.AccountService.NewToken;
import uk.org.kscb.portal.partnership.AccountService.TokenView;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** The member's profile, the agency they act for, and their access tokens. */
@Named
@RequestScoped
public class AccountPage {

    @EJB
    private AccountService account;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private @Nullable Me me;
    private @Nullable List<TokenView> tokens;
    private @Nullable String label;
    private @Nullable NewToken created;

    public Me getMe() {
        if (me == null) {
            me = account.me();
        }
        return me;
    }

    public void actFor(Acting choice) {
        if (Doors.passed(() -> request.getSession()
                .setAttribute(
                        CurrentViewer.ACTING_AGENCY,
                        account.actFor(choice.agency().code())))) {
            CurrentViewer.forget();
            notices.done("You now act for " + choice.agency().name(), "Lists and counts show what this agency owes.");
            Doors.goTo("/home");
        }
    }

    public List<TokenView> getTokens() {
        if (tokens == null) {
            tokens = account.tokens();
        }
        return tokens;
    }

    /** The secret is written into this one answer, and kept nowhere. */
    public void createToken() {
        tokens = null;
        if (Doors.passed(() -> created = account.createToken(label == null ? "" : label))) {
            label = null;
        }
    }

    public void revokeToken(TokenView token) {
        if (Doors.passed(() -> account.revokeToken(token.id()))) {
            notices.done("Token revoked", "Programs that use “" + token.label() + "” no longer get in.");
            Doors.goTo("/account/tokens");
        }
    }

    public @Nullable NewToken getCreated() {
        return created;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }
}
