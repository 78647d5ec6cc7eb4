package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.practiceaudit.DecidingBoards;
import uk.org.kscb.portal.practiceaudit.Decision;
import uk.org.kscb.portal.practiceaudit.FindingService;
import uk.org.kscb.portal.practiceaudit.RecommendationDetail;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** One recommendation from finding to impact, and what a board and the KSCB manager decide on it. */
@Named
@RequestScoped
public class RecommendationPage {
    @EJB
    private RecommendationService recommendations;

    @EJB
    private FindingService findings;

    @Inject
    private Notices notices;

    private @Nullable RecommendationDetail detail;
    private @Nullable String reason;
    private @Nullable String gap;
    private @Nullable String minute;

    public RecommendationDetail getDetail() {
        if (detail == null) {
            detail = recommendations.recommendation(getId());
        }
        return detail;
    }

    public String getId() {
        return Sent.text("recommendation");
    }

    public String getHref() {
        return "/recommendations/" + Words.url(getId());
    }

    public record Choice(Decision decision, boolean chosen) {}

    public List<Choice> getDecisions() {
        String sent = Sent.text("decision");
        return Stream.of(Decision.values())
                .map(d -> new Choice(d, d.name().equals(sent)))
                .toList();
    }

    /** To choose from, where the viewer may speak for more than one. */
    public List<String> getBoards() {
        List<String> mine = DecidingBoards.of(CurrentViewer.require());
        return mine.size() > 1 ? mine : List.of();
    }

    public String getEvidence() {
        RecommendationDetail d = getDetail();
        String figures = d.numerator() == null ? "" : d.numerator() + " of " + d.denominator();
        return d.questionRef() == null ? figures : d.questionRef() + (figures.isEmpty() ? "" : ": " + figures);
    }

    public void decide() {
        Decision decision =
                Asked.constant(Decision.class, Sent.text("decision")).orElse(null);
        if (Doors.passed(() -> findings.decide(getId(), decision, text(reason), Sent.text("board"), text(minute)))) {
            notices.done("Decision recorded", "The agency sees it, with the reason.");
            Doors.goTo(getHref());
        }
    }

    public void close() {
        if (Doors.passed(() -> findings.close(getId(), Sent.text("board"), text(minute)))) {
            notices.done("Closed on impact", "The proof stays with it.");
            Doors.goTo(getHref());
        }
    }

    public void acceptGap() {
        if (Doors.passed(() -> findings.acceptGap(getId(), text(gap), Sent.text("board"), text(minute)))) {
            notices.done("Gap accepted", "The reason stays with it.");
            Doors.goTo(getHref());
        }
    }

    public void agree() {
        RecommendationDetail.ReviewView proposed = getDetail().proposed();
        if (proposed != null && Doors.passed(() -> findings.agree(getId(), proposed.id()))) {
            notices.done("Level agreed", "A board may close the recommendation from level 3.");
            Doors.goTo(getHref());
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    public @Nullable String getMinute() {
        return minute;
    }

    public void setMinute(@Nullable String minute) {
        this.minute = minute;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getGap() {
        return gap;
    }

    public void setGap(@Nullable String gap) {
        this.gap = gap;
    }
}
