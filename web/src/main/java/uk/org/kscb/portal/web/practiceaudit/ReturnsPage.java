package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.ReturnService.ReturnList;
import uk.org.kscb.portal.practiceaudit.ReturnView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** Agencies' returns for who may read them: the list of an audit, and one of them whole. */
@Named
@RequestScoped
public class ReturnsPage {
    @EJB
    private ReturnService returns;

    @Inject
    private Notices notices;

    private @Nullable ReturnList list;
    private @Nullable ReturnView view;
    private @Nullable List<CaseView> cases;
    private @Nullable String reason;

    public ReturnList getList() {
        if (list == null) {
            list = returns.list(Sent.text("code"));
        }
        return list;
    }

    public ReturnView getView() {
        if (view == null) {
            view = returns.of(Sent.text("code"), Sent.text("agency"));
        }
        return view;
    }

    public List<CaseView> getCases() {
        if (cases == null) {
            cases = returns.export(Sent.text("code"), Sent.text("agency"));
        }
        return cases;
    }

    public void askReopening() {
        if (Doors.passed(() -> returns.askReopening(
                Sent.text("code"),
                Sent.text("agency"),
                Objects.requireNonNullElse(reason, ""),
                Sent.ticked("cleared")))) {
            notices.done("Asked", "It opens when a second person agrees.");
            stay();
        }
    }

    public void agreeReopening() {
        if (Doors.passed(() -> returns.agreeReopening(Sent.text("code"), Sent.text("agency")))) {
            notices.done("Opened again", "What had been signed is kept beside what is answered now.");
            Doors.goTo("/practice-audits/" + Sent.text("code") + "/returns");
        }
    }

    private void stay() {
        Doors.goTo("/practice-audits/" + Sent.text("code") + "/returns/" + Sent.text("agency"));
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
