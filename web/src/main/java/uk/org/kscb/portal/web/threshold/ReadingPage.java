package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.Comparison;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.ReadingService;
import uk.org.kscb.portal.threshold.ReadingService.Reached;
import uk.org.kscb.portal.threshold.UseCounter;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** Read and confirm, "this is unclear", and how far the guidance has reached. */
@Named
@RequestScoped
public class ReadingPage {
    @EJB
    private ReadingService reading;

    @EJB
    private GuidanceService guidance;

    @EJB
    private UseCounter uses;

    @Inject
    private PortalClock clock;

    @Inject
    private Notices notices;

    private @Nullable Optional<Edition> toRead;
    private @Nullable Edition current;
    private @Nullable Optional<Comparison> changes;
    private @Nullable Reached reached;
    private @Nullable String why;

    /** The edition that somebody signed in has still to confirm; null for everybody else. */
    public @Nullable EditionHead getToRead() {
        if (toRead == null) {
            toRead = CurrentViewer.find()
                            .filter(v -> v.may(Permission.CONFIRM_READING))
                            .isPresent()
                    ? reading.toRead()
                    : Optional.empty();
        }
        return toRead.map(Edition::head).orElse(null);
    }

    /** Counts that somebody with an account opened the guidance: their agency and the level, nothing else. */
    public String counted(int level) {
        CurrentViewer.find().ifPresent(viewer -> uses.opened(viewer.agencyId(), level));
        return "";
    }

    public Edition getCurrent() {
        if (current == null) {
            current = guidance.readingOn(clock.today()).orElseThrow(() -> new NotVisible("edition"));
        }
        return current;
    }

    public @Nullable Comparison getChanges() {
        if (changes == null) {
            EditionHead head = getCurrent().head();
            changes = Optional.ofNullable(head.basedOn()).map(before -> guidance.compare(before, head.number()));
        }
        return changes.orElse(null);
    }

    public void confirm() {
        int number = getCurrent().head().number();
        if (Doors.passed(() -> reading.confirm(number))) {
            notices.done(
                    "Thank you", "Your agency’s count goes up by one. You are asked again when the wording changes.");
            Doors.goTo("/guidance");
        }
    }

    public Indicator getExample() {
        return getCurrent().text().indicator(Sent.text("example")).orElseThrow(() -> new NotVisible("example"));
    }

    public void unclear() {
        String example = getExample().id();
        if (Doors.passed(() -> reading.unclear(example, Objects.requireNonNullElse(why, "")))) {
            notices.done("Passed on", "The KSCB manager reads it, and it counts at the next review.");
            Doors.goTo("/guidance/levels/" + getExample().level() + "#" + example);
        }
    }

    /** Of the edition in the address, or of the one in force. */
    public Reached getReached() {
        if (reached == null) {
            reached = reading.reached(Address.number("edition").orElse(null));
        }
        return reached;
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }
}
