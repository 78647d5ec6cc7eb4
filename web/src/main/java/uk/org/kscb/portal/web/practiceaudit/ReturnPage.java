package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.ReturnView;
import uk.org.kscb.portal.practiceaudit.ReturnView.CaseLine;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** Our agency's return: who answers which case, how far it is, sign-off. */
@Named
@RequestScoped
public class ReturnPage {
    @EJB
    private ReturnService returns;

    @Inject
    private Notices notices;

    private @Nullable ReturnView view;
    private @Nullable String reason;

    public ReturnView getView() {
        if (view == null) {
            view = returns.own(Sent.text("code"));
        }
        return view;
    }

    public String href(CaseLine line) {
        return "/practice-audits/" + getView().head().audit() + "/return/" + line.code() + "?part="
                + Words.slug(line.part());
    }

    /** Gives every case whose auditor was changed in the table. */
    public void assign() {
        int given = 0;
        for (CaseLine line : getView().cases()) {
            String auditor = Sent.orNull("auditor:" + line.code() + ":" + line.part());
            String helper = Sent.orNull("helper:" + line.code() + ":" + line.part());
            if (auditor == null || helper == null || line.done()) {
                continue;
            }
            boolean changed = !auditor.equals(Objects.requireNonNullElse(line.auditorUser(), ""))
                    || !helper.equals(Objects.requireNonNullElse(line.helperUser(), ""));
            if (changed) {
                if (!Doors.passed(
                        () -> returns.assign(getView().head().audit(), line.code(), line.part(), auditor, helper))) {
                    return;
                }
                given++;
            }
        }
        notices.done("Cases given", Words.capital(Words.inWords(given, "case")) + " changed.");
        stay();
    }

    public void sign() {
        if (Doors.passed(() -> returns.sign(getView().head().audit()))) {
            notices.done("Signed off", "The return is locked. You can still read and download it.");
            stay();
        }
    }

    public void askReopening() {
        if (Doors.passed(() -> returns.askReopening(
                getView().head().audit(),
                getView().head().agency(),
                Objects.requireNonNullElse(reason, ""),
                Sent.ticked("cleared")))) {
            notices.done("Asked", "It opens when a second person agrees.");
            stay();
        }
    }

    public void agreeReopening() {
        if (Doors.passed(() -> returns.agreeReopening(
                getView().head().audit(), getView().head().agency()))) {
            notices.done("Opened again", "What had been signed is kept beside what is answered now.");
            stay();
        }
    }

    private void stay() {
        Doors.goTo("/practice-audits/" + getView().head().audit() + "/return");
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
