package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.Body;
import uk.org.kscb.portal.threshold.Comparison;
import uk.org.kscb.portal.threshold.ConsultationService;
import uk.org.kscb.portal.threshold.ConsultationService.Comment;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.EditionHead.Approval;
import uk.org.kscb.portal.threshold.EditionHead.State;
import uk.org.kscb.portal.threshold.GuidancePart;
import uk.org.kscb.portal.threshold.GuidanceService;

/** One edition on its way: where it stands, what it changes, what agencies say, who has approved it. */
@Named
@RequestScoped
public class DraftPage {
    @EJB
    private DraftService drafts;

    @EJB
    private ConsultationService consultation;

    @EJB
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    private @Nullable Edition edition;
    private @Nullable Optional<Comparison> changes;
    private @Nullable List<Comment> comments;

    public int getNumber() {
        return Address.number("draft").orElseThrow(() -> new NotVisible("edition"));
    }

    public Edition getEdition() {
        if (edition == null) {
            edition = drafts.draft(getNumber());
        }
        return edition;
    }

    public EditionHead getHead() {
        return getEdition().head();
    }

    public State getState() {
        return getHead().state();
    }

    /** What stands between this edition and its first day, in a sentence. */
    public String getNextStep() {
        return switch (getState()) {
            case DRAFT -> "Only those who write the guidance see it. Next: put it to agencies.";
            case CONSULTATION ->
                getHead().approvals().isEmpty()
                        ? "Agencies may comment. Next: the boards decide."
                        : "One board has approved it, so its wording is closed. Next: " + missing() + " decides.";
            case APPROVED -> "Both boards have approved it. Next: set its first day in force.";
            case SCHEDULED -> "It comes into force by itself on its first day.";
            case IN_FORCE, SUPERSEDED -> "It is published.";
        };
    }

    private String missing() {
        return java.util.Arrays.stream(Body.values())
                .filter(b -> b.needed() && getHead().approvedBy(b).isEmpty())
                .map(Body::inSentence)
                .findFirst()
                .orElse("nobody");
    }

    /** A body, and what it has decided. */
    public record Decision(Body body, @Nullable Approval approval, boolean mine) {}

    public List<Decision> getDecisions() {
        List<Body> mine = may(Permission.APPROVE_GUIDANCE) ? drafts.bodies() : List.of();
        return java.util.Arrays.stream(Body.values())
                .map(b -> new Decision(b, getHead().approvedBy(b).orElse(null), mine.contains(b)))
                .toList();
    }

    /** Bodies that the viewer may still decide for. */
    public List<Body> getToDecide() {
        boolean scheduled = getState() == State.SCHEDULED;
        return getState() == State.CONSULTATION || getState() == State.APPROVED || scheduled
                ? getDecisions().stream()
                        .filter(d -> d.mine()
                                && d.approval() == null
                                && !(scheduled && d.body().needed()))
                        .map(Decision::body)
                        .toList()
                : List.of();
    }

    public @Nullable Comparison getChanges() {
        if (changes == null) {
            changes = drafts.changes(getNumber(), null);
        }
        return changes.orElse(null);
    }

    public List<Comment> getComments() {
        if (comments == null) {
            comments = may(Permission.READ_GUIDANCE_COMMENTS) ? consultation.comments(getNumber()) : List.of();
        }
        return comments;
    }

    public List<GuidancePart> getParts() {
        return List.of(GuidancePart.values());
    }

    /** The wording may still change. */
    public boolean isOpen() {
        return getState().compareTo(State.CONSULTATION) <= 0
                && getHead().approvals().isEmpty();
    }

    public boolean isWriter() {
        return may(Permission.WRITE_GUIDANCE);
    }

    public boolean isMayWrite() {
        return isWriter() && isOpen();
    }

    public boolean isMayTakeBack() {
        return isWriter() && getState() == State.CONSULTATION;
    }

    public boolean isMaySchedule() {
        return isWriter() && (getState() == State.APPROVED || getState() == State.SCHEDULED);
    }

    public boolean isMayComment() {
        return may(Permission.COMMENT_ON_GUIDANCE)
                && getState() == State.CONSULTATION
                && getHead().consultationUntil() != null
                && !clock.today().isAfter(getHead().consultationUntil());
    }

    /** Another edition has come first since this draft was begun or compared. */
    public @Nullable EditionHead getOvertakenBy() {
        return guidance.published().stream()
                .filter(h -> h.number() != getNumber())
                .reduce((a, b) -> b)
                .filter(newest -> !Objects.equals(newest.number(), getHead().basedOn()))
                .orElse(null);
    }

    private static boolean may(Permission permission) {
        return CurrentViewer.require().may(permission);
    }
}
