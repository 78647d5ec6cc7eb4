package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
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
import uk.org.kscb.portal.threshold.ReadingService.Coverage;
import uk.org.kscb.portal.threshold.ReadingService.Unclear;
import uk.org.kscb.portal.threshold.ReadingService.Use;
import uk.org.kscb.portal.threshold.ReadingService.Week;
import uk.org.kscb.portal.threshold.UseCounter;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** Read and confirm, "this is unclear", and how far the guidance has reached. */
@Named
@RequestScoped
public class ReadingPage {
    private static final int USE_MONTHS = 3;

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
    private @Nullable List<Coverage> coverage;
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
        return guidance.readingOn(clock.today()).orElseThrow(() -> new NotVisible("edition"));
    }

    public @Nullable Comparison getChanges() {
        EditionHead head = getCurrent().head();
        return head.basedOn() == null ? null : guidance.compare(head.basedOn(), head.number());
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

    public EditionHead getAsked() {
        return Address.number("edition")
                .map(n -> guidance.edition(n).head())
                .orElseGet(() -> getCurrent().head());
    }

    public List<Coverage> getCoverage() {
        if (coverage == null) {
            coverage = reading.coverage(getAsked().number());
        }
        return coverage;
    }

    public long getPeople() {
        return getCoverage().stream().mapToLong(Coverage::people).sum();
    }

    public long getRead() {
        return getCoverage().stream().mapToLong(Coverage::read).sum();
    }

    public List<Week> getWeeks() {
        return reading.overTime(getAsked().number());
    }

    public List<Unclear> getUnclearExamples() {
        return reading.unclearExamples(getAsked().number());
    }

    public LocalDate getUsedSince() {
        return clock.today().minusMonths(USE_MONTHS);
    }

    public List<Use> getUses() {
        return reading.uses(getUsedSince());
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }
}
