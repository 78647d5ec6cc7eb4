package uk.org.kscb.portal.vignette.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.vignette.ExerciseState;

class ExerciseTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 6, 15);
    private static final LocalDate LAST = LocalDate.of(2011, 6, 30);

    private final Exercise exercise = exercise(FIRST, LAST);

    @Test
    void it_opens_today_at_the_earliest_and_closes_after_it_opened() {
        assertThatThrownBy(() -> exercise(FIRST.minusDays(1), LAST)).hasMessageContaining("That day is past");
        assertThatThrownBy(() -> exercise(FIRST, FIRST.minusDays(1))).hasMessageContaining("before the first");
    }

    @Test
    void it_is_open_from_its_first_day_to_its_last() {
        assertThat(exercise(FIRST, LAST).state(FIRST))
                .as("nothing to judge yet")
                .isEqualTo(ExerciseState.PREPARED);
        exercise.add("A baby with an unexplained bruise.", List.of("I46"), false);
        assertThat(exercise.state(FIRST)).isEqualTo(ExerciseState.OPEN);
        assertThat(exercise.state(LAST)).isEqualTo(ExerciseState.OPEN);
        assertThat(exercise.state(LAST.plusDays(1))).isEqualTo(ExerciseState.CLOSED);
    }

    @Test
    void a_case_is_of_nobody_and_comes_before_the_first_answer() {
        assertThatThrownBy(() -> exercise.add("Mrs P has three children.", List.of(), false))
                .hasMessageContaining("looks like a name");
        assertThatThrownBy(() -> exercise.add("A family of five.", List.of(), true))
                .hasMessageContaining("needs a new exercise");
    }

    @Test
    void an_answer_has_a_level_and_a_reason_that_names_nobody() {
        exercise.add("A family of five.", List.of(), false);
        refused(0, "Neglect over months", "Choose a level from 1 to 4");
        refused(5, "Neglect over months", "Choose a level from 1 to 4");
        refused(3, " ", "Say in a sentence why");
        refused(3, "x".repeat(501), "Keep the reason to 500 characters");
        refused(3, "Like Sam Placeholder last year", "looks like a name");
        refused(3, "As in ME14 1XQ", "looks like a postcode");
        assertThat(answered(3, "Neglect over months")).isNotNull();
    }

    @Test
    void the_panel_says_what_is_right_only_once_it_is_closed() {
        exercise.add("A family of five.", List.of(), false);
        assertThatThrownBy(() -> exercise.panelSays("W1", 3, LAST, "kscb", Instant.EPOCH))
                .isInstanceOf(Refusal.class);
        exercise.closeNow(FIRST);
        exercise.panelSays("W1", 3, FIRST, "kscb", Instant.EPOCH);
        assertThatThrownBy(() -> answered(3, "Neglect over months")).isInstanceOf(Exercise.NotOpen.class);
        assertThat(exercise.repeated(LAST, LAST, FIRST, "kscb", Instant.EPOCH).state(LAST))
                .as("the same cases again")
                .isEqualTo(ExerciseState.OPEN);
    }

    private static Exercise exercise(LocalDate opens, LocalDate closes) {
        return new Exercise("June", opens, closes, FIRST, "kscb", Instant.EPOCH);
    }

    private Answer answered(int level, String why) {
        return exercise.answer("W1", level, why, FIRST, 1, 2, Instant.EPOCH);
    }

    private void refused(int level, String why, String because) {
        assertThatThrownBy(() -> answered(level, why))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(because);
    }
}
