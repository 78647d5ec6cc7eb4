package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.privacy.TextWatch.Finding;
import uk.org.kscb.portal.platform.privacy.WatchedWords;
import uk.org.kscb.portal.platform.privacy.WatchedWords.Typed;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.trail.Trail;
import uk.org.kscb.portal.practiceaudit.SaveAnswer.Saved;
import uk.org.kscb.portal.practiceaudit.model.ReturnCase;
import uk.org.kscb.portal.practiceaudit.store.AnswerStore;
import uk.org.kscb.portal.practiceaudit.store.AnswerStore.Place;

/** What an auditor does with one case: declares, answers, records a concern, completes. */
@Stateless
public class AnswerService {

    @Inject
    private AnswerStore store;

    @Inject
    private OwnCase own;

    @Inject
    private PortalClock clock;

    @Inject
    private Trail trail;

    @Inject
    private WatchedWords words;

    /**
     * Saves one answer, a self-grade too. Not in the trail: the answer itself says who gave it and when, and a line of
     * the trail for each would make two hundred auditors wait for each other.
     *
     * @throws AnswerConflict when somebody else has answered since the version that this one is based on
     * @throws NotVisible when the agency has no such case, or it is not the viewer's to answer
     */
    @Door(Permission.ANSWER_RETURN)
    public Saved save(@Valid SaveAnswer save) {
        Viewer viewer = CurrentViewer.require();
        Place at =
                store.place(save, viewer.agencyId(), viewer.memberId()).orElseThrow(() -> new NotVisible("question"));
        AnswerRules.requireAnswerable(at, viewer, store.shareReturn(at.returnId()), clock.now());
        String value = AnswerRules.value(at, save.tidyValue());
        List<Finding> held = TextWatch.unconfirmed(save.tidyNote(), save.confirmed());
        String note = held.isEmpty() ? save.tidyNote() : at.note();
        if (at.version() != save.version()) {
            if (saidAlready(at, value, note, viewer)) {
                return new Saved(at.version(), clock.now(), held);
            }
            throw new AnswerConflict();
        }
        if (Objects.equals(at.value(), value) && Objects.equals(at.note(), note)) {
            return new Saved(at.version(), clock.now(), held);
        }
        String confirmed = confirmed(save, held, note);
        Instant now = clock.now();
        if (!store.write(at, value, note, confirmed, viewer.memberId(), now)) {
            throw new AnswerConflict();
        }
        if (confirmed != null) {
            trail.done(viewer, "return.text.confirm", save.caseCode() + " " + save.ref() + " " + confirmed);
        }
        return new Saved(at.version() + 1, now, held);
    }

    /** A save whose answer got lost on the way back comes again; it is no conflict with itself. */
    private static boolean saidAlready(Place at, @Nullable String value, @Nullable String note, Viewer viewer) {
        return Objects.equals(at.value(), value)
                && Objects.equals(at.note(), note)
                && Objects.equals(at.answeredBy(), viewer.memberId());
    }

    private static @Nullable String confirmed(SaveAnswer save, List<Finding> held, @Nullable String note) {
        if (!held.isEmpty() || save.confirmed().isEmpty()) {
            return null;
        }
        String kinds = TextWatch.of(note).stream()
                .map(f -> f.kind().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return kinds.isEmpty() ? null : kinds;
    }

    /** Says that the viewer neither worked on the case nor managed who did. */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.declare")
    public void declare(@TrailObject String audit, @TrailObject String caseCode, @TrailObject AgencyPart part) {
        own.declare(own.toAnswer(audit, caseCode, part));
    }

    /** Whether the agency knows the child of this case. */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.known")
    public void known(
            @TrailObject String audit, @TrailObject String caseCode, @TrailObject AgencyPart part, boolean known) {
        own.toAnswer(audit, caseCode, part).know(known, CurrentViewer.require().memberId(), clock.now());
    }

    /** Reading the record gave no cause for concern. */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.concern.none")
    public void noConcern(@TrailObject String audit, @TrailObject String caseCode, @TrailObject AgencyPart part) {
        ReturnCase at = own.toAnswer(audit, caseCode, part);
        own.requireDeclared(at);
        at.noConcern(CurrentViewer.require().memberId(), clock.now());
    }

    /**
     * A child may be at risk now, and the auditor has acted. Taken also from a return that is late or signed: this never
     * waits.
     *
     * @param actedAt London time
     * @param told whom, by role
     * @param cleared what looks like a name in it and is none, word for word
     */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.concern.acted")
    public void concern(
            @TrailObject String audit,
            @TrailObject String caseCode,
            @TrailObject AgencyPart part,
            @Nullable LocalDateTime actedAt,
            String told,
            Set<String> cleared) {
        if (actedAt == null) {
            throw new Refusal("actedAt", "Give the day and time when you acted, such as 14 June 2011 at 15:30.");
        }
        if (told.length() > 200) {
            throw new Refusal("told", "Keep whom you told to 200 characters.");
        }
        words.check(caseCode, cleared, new Typed("told", told));
        Viewer viewer = CurrentViewer.require();
        ReturnCase at = own.mine(audit, caseCode, part);
        at.concern(actedAt.atZone(PortalClock.LONDON).toInstant(), told, viewer.memberId(), clock.now());
        own.tellLead(audit, caseCode + ": acted on, told " + told.strip());
    }

    /** The case is answered. */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.case.complete")
    public void complete(@TrailObject String audit, @TrailObject String caseCode, @TrailObject AgencyPart part) {
        ReturnCase at = own.toAnswer(audit, caseCode, part);
        CaseView view = own.view(audit, caseCode, part);
        if (!Boolean.FALSE.equals(view.known())) {
            own.requireDeclared(at);
            AnswerRules.requireTimesInOrder(view);
            AnswerRules.requireGradesFit(view);
        }
        store.forgetUnasked(at.id(), view.unasked());
        at.complete(view.unanswered(), CurrentViewer.require().memberId(), clock.now());
    }

    /** Takes a completed case up again, while the return is open. */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.case.take-up")
    public void takeUp(@TrailObject String audit, @TrailObject String caseCode, @TrailObject AgencyPart part) {
        own.toAnswer(audit, caseCode, part).takeUp();
    }

    /** Somebody else was quicker: both answers are shown, and the later one decides which stays. */
    public static class AnswerConflict extends Refusal {
        private static final long serialVersionUID = 1L;

        AnswerConflict() {
            super("Somebody else has answered this question meanwhile. Look at both answers and choose which stays.");
        }
    }
}
