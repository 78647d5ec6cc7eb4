package uk.org.kscb.portal.web.vignette;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.vignette.ExerciseState;
import uk.org.kscb.portal.vignette.ExerciseView;
import uk.org.kscb.portal.vignette.ExerciseView.CaseView;
import uk.org.kscb.portal.vignette.VignetteService;
import uk.org.kscb.portal.vignette.VignetteService.AddCase;
import uk.org.kscb.portal.vignette.VignetteService.GiveAnswer;
import uk.org.kscb.portal.web.referral.LevelNames;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** One exercise: the cases, and a practitioner's own answers. */
@Named
@RequestScoped
public class ExercisePage {
    @EJB
    private VignetteService vignettes;

    @Inject
    private LevelNames names;

    @Inject
    private Notices notices;

    private @Nullable ExerciseView exercise;
    private @Nullable String words;
    private @Nullable String indicators;

    public ExerciseView getExercise() {
        if (exercise == null) {
            exercise = vignettes.exercise(id());
        }
        return exercise;
    }

    /** A case with what was sent or answered before. */
    public record Line(CaseView about, List<Choice> levels, String why) {}

    /** A level that is chosen or not; radios are plain inputs. */
    public record Choice(int level, String words, boolean chosen) {}

    public List<Line> getCases() {
        return getExercise().cases().stream().map(this::line).toList();
    }

    private Line line(CaseView about) {
        String sent = Sent.orNull("level-" + about.code());
        String level = sent == null ? String.valueOf(about.myLevel()) : sent;
        String why = Sent.orNull("why-" + about.code());
        return new Line(
                about,
                IntStream.rangeClosed(1, 4)
                        .mapToObj(l ->
                                new Choice(l, names.of(l), String.valueOf(l).equals(level)))
                        .toList(),
                Objects.requireNonNullElse(why == null ? about.myWhy() : why, ""));
    }

    public boolean isOpen() {
        return getExercise().state() == ExerciseState.OPEN;
    }

    public boolean isClosed() {
        return getExercise().state() == ExerciseState.CLOSED;
    }

    public boolean isMayAnswer() {
        return isOpen() && CurrentViewer.require().may(Permission.ANSWER_VIGNETTES);
    }

    public boolean isMaySet() {
        return !isClosed() && CurrentViewer.require().may(Permission.MANAGE_VIGNETTES);
    }

    public void answer() {
        List<GiveAnswer> answers = new ArrayList<>();
        for (CaseView about : getExercise().cases()) {
            String level = Sent.orNull("level-" + about.code());
            String why = Objects.requireNonNullElse(Sent.orNull("why-" + about.code()), "");
            if (level == null && !why.isBlank()) {
                Doors.say("level-" + about.code(), "Choose a level too: you have written why.");
                return;
            }
            if (level != null
                    && !(level.equals(String.valueOf(about.myLevel()))
                            && why.strip().equals(about.myWhy()))) {
                answers.add(new GiveAnswer(about.code(), level.matches("[1-4]") ? Integer.parseInt(level) : 0, why));
            }
        }
        if (answers.isEmpty()) {
            Doors.say("", "Choose a level for at least one case, and say why.");
        } else if (Doors.passed(() -> vignettes.answer(id(), answers))) {
            notices.done("Answers kept", "Nobody sees them with your name. You may change them until the last day.");
            Doors.goTo("/vignettes/" + Words.url(id()));
        }
    }

    public void addCase() {
        if (Doors.passed(() -> vignettes.addCase(
                id(),
                new AddCase(Objects.requireNonNullElse(words, ""), Objects.requireNonNullElse(indicators, ""))))) {
            notices.done("Case added", "It stands at the end.");
            Doors.goTo("/vignettes/" + Words.url(id()));
        }
    }

    public void close() {
        if (Doors.passed(() -> vignettes.close(id()))) {
            notices.done("Closed", "The results are there. The panel may now set its answers.");
            Doors.goTo("/vignettes/" + Words.url(id()) + "/results");
        }
    }

    private static String id() {
        return Sent.text("exercise");
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getIndicators() {
        return indicators;
    }

    public void setIndicators(@Nullable String indicators) {
        this.indicators = indicators;
    }
}
