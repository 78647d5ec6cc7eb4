package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.PeopleService;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.FindingService;
import uk.org.kscb.portal.practiceaudit.PlanAction;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** What our agency will do about a recommendation: one thing that somebody can be held to. */
@Named
@RequestScoped
public class ActForm {
    private static final String OBSERVER = "DFE";

    @EJB
    private FindingService findings;

    @EJB
    private PeopleService people;

    @Inject
    private RecommendationPage page;

    @Inject
    private Notices notices;

    private @Nullable String text;
    private @Nullable String measure;
    private @Nullable String start;
    private @Nullable String target;
    private @Nullable String due;
    private @Nullable String betterOff;

    public RecommendationPage getPage() {
        if (!page.getDetail().mayAct()) {
            throw new NotVisible("recommendation to act on");
        }
        return page;
    }

    public void act() {
        if (Doors.passed(() -> findings.act(says()))) {
            notices.done("Action added", "It stands on our home page, and the board sees it.");
            Doors.goTo(page.getHref() + "#actions");
        }
    }

    @SuppressWarnings("NullAway") // a missing day is answered by the record's own validation
    private PlanAction says() {
        LocalDate day = Asked.day("due", due);
        return new PlanAction(
                page.getId(),
                Objects.requireNonNullElse(text, ""),
                measure,
                start,
                target,
                day,
                Objects.requireNonNullElse(betterOff, ""),
                Sent.ticked("contributors"),
                Sent.ticked("cleared"));
    }

    /** Who could help: every agency that can owe something, but our own. */
    public List<Tick> getHelpers() {
        Set<String> on = Sent.ticked("contributors");
        String own = CurrentViewer.require().agencyCode();
        return people.agencies().stream()
                .filter(a -> !a.code().equals(own) && !a.code().equals(OBSERVER))
                .map(a -> new Tick(a.code(), a.name(), on.contains(a.code())))
                .toList();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getMeasure() {
        return measure;
    }

    public void setMeasure(@Nullable String measure) {
        this.measure = measure;
    }

    public @Nullable String getStart() {
        return start;
    }

    public void setStart(@Nullable String start) {
        this.start = start;
    }

    public @Nullable String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target;
    }

    public @Nullable String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = due;
    }

    public @Nullable String getBetterOff() {
        return betterOff;
    }

    public void setBetterOff(@Nullable String betterOff) {
        this.betterOff = betterOff;
    }
}
