package uk.org.kscb.portal.vignette;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.vignette.model.Exercise;
import uk.org.kscb.portal.vignette.store.VignetteStore;
import uk.org.kscb.portal.vignette.store.VignetteStore.Own;

/** Setting an exercise, answering it alone, closing it, repeating it. */
@Stateless
public class VignetteService {

    @Inject
    private VignetteStore store;

    @Inject
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    /** A period for an exercise. */
    public record SetExercise(
            @NotBlank(message = "Give the exercise a name.")
            @Size(max = 120, message = "Keep the name to 120 characters.")
            String title,

            @NotNull(message = "Say on which day it opens.") LocalDate opens,
            @NotNull(message = "Say which day is the last.") LocalDate closes) {}

    /** @param indicators ids such as "I46, I49"; may be empty */
    public record AddCase(
            @NotBlank(message = "Describe the case in a few sentences.")
            @Size(max = 1000, message = "Keep the case to 1,000 characters.")
            String words,

            @Pattern(
                    regexp = "|[A-Z]{1,3}[0-9]{1,4}([, ]+[A-Z]{1,3}[0-9]{1,4})*",
                    message = "Name the examples of the guidance like this: I46, I49.")
            String indicators) {}

    /** @param code of the case, such as W1 */
    public record GiveAnswer(String code, int level, String why) {}

    @Door(Permission.READ_VIGNETTES)
    public List<ExerciseView> list() {
        Map<Long, Own> own = store.own(CurrentViewer.require().memberId());
        return store.all().stream().map(e -> view(e, own)).toList();
    }

    @Door(Permission.READ_VIGNETTES)
    public ExerciseView exercise(String id) {
        return view(store.require(id), store.own(CurrentViewer.require().memberId()));
    }

    /** Starts with the cases of the brief (3.5); others can be added until somebody answers. */
    @Door(value = Permission.MANAGE_VIGNETTES, trail = "vignette.set")
    public ExerciseView set(@Valid @NotNull SetExercise asked, boolean withStartingCases) {
        Exercise made =
                new Exercise(asked.title().strip(), asked.opens(), asked.closes(), clock.today(), who(), clock.now());
        if (withStartingCases) {
            StartingCases.ALL.forEach(c -> made.add(c.words(), c.indicators(), false));
        }
        judged(made);
        return exercise(store.add(made).publicId());
    }

    @Door(value = Permission.MANAGE_VIGNETTES, trail = "vignette.add-case")
    public void addCase(@TrailObject String id, @Valid @NotNull AddCase asked) {
        Exercise exercise = store.require(id);
        List<String> indicators = asked.indicators().isBlank()
                ? List.of()
                : List.of(asked.indicators().strip().split("[, ]+"));
        guidance.readingOn(exercise.opensOn())
                .flatMap(edition -> indicators.stream()
                        .filter(i -> edition.text().indicator(i).isEmpty())
                        .findFirst())
                .ifPresent(unknown -> {
                    throw new Refusal("indicators", "The guidance in force then has no example " + unknown + ".");
                });
        exercise.add(asked.words().strip(), indicators, store.answered(exercise));
        store.flush();
    }

    @Door(value = Permission.MANAGE_VIGNETTES, trail = "vignette.close")
    public void close(@TrailObject String id) {
        store.require(id).closeNow(clock.today());
    }

    /** What the panel holds right; only after closing. */
    @Door(value = Permission.MANAGE_VIGNETTES, trail = "vignette.panel")
    public void panelSays(@TrailObject String id, @TrailObject String code, int level) {
        store.require(id).panelSays(code, level, clock.today(), who(), clock.now());
    }

    /** The same cases again, judged by the guidance of the new first day. */
    @Door(value = Permission.MANAGE_VIGNETTES, trail = "vignette.repeat")
    public ExerciseView repeat(@TrailObject String id, LocalDate opens, LocalDate closes) {
        Exercise again = store.require(id).repeated(opens, closes, clock.today(), who(), clock.now());
        judged(again);
        return exercise(store.add(again).publicId());
    }

    /** The viewer's own answers; given again, the newest counts. */
    @Door(value = Permission.ANSWER_VIGNETTES, trail = "vignette.answer")
    public void answer(@TrailObject String id, List<GiveAnswer> answers) {
        Viewer viewer = CurrentViewer.require();
        Exercise exercise = store.require(id);
        answers.forEach(a -> store.add(exercise.answer(
                a.code(), a.level(), a.why(), clock.today(), viewer.agencyId(), viewer.memberId(), clock.now())));
    }

    private void judged(Exercise exercise) {
        guidance.inForceOn(exercise.opensOn()).ifPresent(e -> exercise.judgedBy(e.number(), e.label()));
    }

    private static String who() {
        return CurrentViewer.require().userName();
    }

    private ExerciseView view(Exercise exercise, Map<Long, Own> own) {
        return ExerciseViews.of(exercise, own, clock.today());
    }
}
