package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.RetentionService;
import uk.org.kscb.portal.practiceaudit.RetentionView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;
import uk.org.kscb.portal.web.trail.TrailWords;

/** How long an audit's returns are kept, and who looked at them. */
@Named
@RequestScoped
public class KeptPage {
    @EJB
    private RetentionService retention;

    @Inject
    private Notices notices;

    private @Nullable RetentionView view;
    private @Nullable String reason;
    private @Nullable String lifted;

    public RetentionView getView() {
        if (view == null) {
            view = retention.kept(getCode(), before());
        }
        return view;
    }

    public String getCode() {
        return Sent.text("code");
    }

    private static @Nullable Long before() {
        String sent = Sent.text("before");
        return sent.matches("\\d{1,18}") ? Long.valueOf(sent) : null;
    }

    private String href() {
        return "/practice-audits/" + Words.url(getCode()) + "/kept";
    }

    public String words(String what) {
        return TrailWords.of(what);
    }

    public void hold() {
        boolean everything = "all".equals(Sent.text("reach"));
        if (Doors.passed(() -> retention.hold(getCode(), everything, Objects.requireNonNullElse(reason, "")))) {
            notices.done("Hold placed", "Nothing that it covers is destroyed until it is lifted.");
            Doors.goTo(href());
        }
    }

    public void lift(String hold) {
        if (Doors.passed(() -> retention.lift(getCode(), hold, Objects.requireNonNullElse(lifted, "")))) {
            notices.done("Hold lifted", "What is due is destroyed in the night.");
            Doors.goTo(href());
        }
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getLifted() {
        return lifted;
    }

    public void setLifted(@Nullable String lifted) {
        this.lifted = lifted;
    }
}
