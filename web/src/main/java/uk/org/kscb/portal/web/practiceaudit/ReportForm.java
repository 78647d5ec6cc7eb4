package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.FindingService;
import uk.org.kscb.portal.practiceaudit.ImpactLevel;
import uk.org.kscb.portal.practiceaudit.RecommendationDetail.ActionView;
import uk.org.kscb.portal.practiceaudit.ReportOnAction;
import uk.org.kscb.portal.practiceaudit.ShowImpact;
import uk.org.kscb.portal.practiceaudit.ShownBy;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** How our action goes, and how far the recommendation has come. */
@Named
@RequestScoped
public class ReportForm {
    @EJB
    private FindingService findings;

    @Inject
    private RecommendationPage page;

    @Inject
    private Notices notices;

    private @Nullable String done;
    private @Nullable String evidence;
    private @Nullable String evidenceLink;
    private @Nullable String level;
    private @Nullable String shownBy;
    private @Nullable String proof;
    private @Nullable String reaudit;

    public RecommendationPage getPage() {
        if (!page.getDetail().mayAct()) {
            throw new NotVisible("recommendation to report on");
        }
        return page;
    }

    /** Our own actions: an agency reports on nobody else's. */
    public List<ActionView> getOurs() {
        return getPage().getDetail().actions().stream().filter(ActionView::own).toList();
    }

    public record Choice(ReportedStatus status, boolean chosen) {}

    public List<Choice> getStatuses() {
        String sent = Sent.text("status");
        return Stream.of(ReportedStatus.values())
                .map(s -> new Choice(s, s.name().equals(sent)))
                .toList();
    }

    public ImpactLevel[] getLevels() {
        return ImpactLevel.values();
    }

    public ShownBy[] getProofs() {
        return ShownBy.values();
    }

    public void report() {
        if (Doors.passed(() -> findings.report(says()))) {
            notices.done("Report added", "It is added to what was said before. Nothing is overwritten.");
            Doors.goTo(page.getHref() + "#actions");
        }
    }

    @SuppressWarnings("NullAway") // a missing status is answered by the record's own validation
    private ReportOnAction says() {
        return new ReportOnAction(
                page.getId(),
                Sent.text("action"),
                Asked.constant(ReportedStatus.class, Sent.text("status")).orElse(null),
                Objects.requireNonNullElse(done, ""),
                evidence,
                evidenceLink,
                Sent.ticked("cleared"));
    }

    public void propose() {
        if (Doors.passed(() -> findings.propose(shows()))) {
            notices.done("Impact put forward", "It counts once the KSCB manager has agreed.");
            Doors.goTo(page.getHref() + "#impact");
        }
    }

    @SuppressWarnings("NullAway") // what was not chosen is answered by the record's own validation
    private ShowImpact shows() {
        return new ShowImpact(
                page.getId(),
                Asked.constant(ImpactLevel.class, level).orElse(null),
                Asked.constant(ShownBy.class, shownBy).orElse(null),
                Objects.requireNonNullElse(proof, ""),
                reaudit,
                Sent.ticked("cleared"));
    }

    public @Nullable String getDone() {
        return done;
    }

    public void setDone(@Nullable String done) {
        this.done = done;
    }

    public @Nullable String getEvidence() {
        return evidence;
    }

    public void setEvidence(@Nullable String evidence) {
        this.evidence = evidence;
    }

    public @Nullable String getEvidenceLink() {
        return evidenceLink;
    }

    public void setEvidenceLink(@Nullable String evidenceLink) {
        this.evidenceLink = evidenceLink;
    }

    public @Nullable String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = level;
    }

    public @Nullable String getShownBy() {
        return shownBy;
    }

    public void setShownBy(@Nullable String shownBy) {
        this.shownBy = shownBy;
    }

    public @Nullable String getProof() {
        return proof;
    }

    public void setProof(@Nullable String proof) {
        this.proof = proof;
    }

    public @Nullable String getReaudit() {
        return reaudit;
    }

    public void setReaudit(@Nullable String reaudit) {
        this.reaudit = reaudit;
    }
}
