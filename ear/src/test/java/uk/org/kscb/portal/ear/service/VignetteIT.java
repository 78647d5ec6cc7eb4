package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.vignette.ExerciseResults;
import uk.org.kscb.portal.vignette.ExerciseResults.CaseResult;
import uk.org.kscb.portal.vignette.ExerciseState;
import uk.org.kscb.portal.vignette.ExerciseView;
import uk.org.kscb.portal.vignette.VignetteResults;
import uk.org.kscb.portal.vignette.VignetteService;
import uk.org.kscb.portal.vignette.VignetteService.AddCase;
import uk.org.kscb.portal.vignette.VignetteService.GiveAnswer;
import uk.org.kscb.portal.vignette.VignetteService.SetExercise;

/** An exercise from its setting to its repetition. */
class VignetteIT extends ContainerTest {
    private static final List<String> FIVE = List.of("police", "health", "kcc", "schools", "probation");
    private static final int[][] COUNTS = {
        {0, 5, 0, 0}, {0, 4, 1, 0}, {0, 1, 3, 1}, {0, 0, 2, 3}, {0, 0, 0, 5}, {1, 4, 0, 0}, {0, 2, 3, 0}, {0, 0, 4, 1}
    };

    @EJB
    private VignetteService vignettes;

    @EJB
    private VignetteResults results;

    @Inject
    private PortalClock clock;

    private String setWithCases(int cases) {
        LocalDate today = clock.today();
        String id = As.person("kscb", () -> vignettes.set(new SetExercise("Five agencies", today, today), false))
                .id();
        for (int i = 1; i <= cases; i++) {
            String words = "Invented case number " + i;
            As.does("kscb", () -> vignettes.addCase(id, new AddCase(words, "I46, I49")));
        }
        return id;
    }

    private void answer(String id, int which, int[] counts) {
        List<Integer> levels = new ArrayList<>();
        for (int level = 1; level <= 4; level++) {
            levels.addAll(Collections.nCopies(counts[level - 1], level));
        }
        for (int i = 0; i < FIVE.size(); i++) {
            GiveAnswer given = new GiveAnswer("W" + (which + 1), levels.get(i), "Reason of somebody");
            As.does(FIVE.get(i), () -> vignettes.answer(id, List.of(given)));
        }
    }

    @Test
    void five_agencies_yield_the_printed_kappa_and_the_least_agreed_case_stands_first() {
        String id = setWithCases(COUNTS.length);
        for (int i = 0; i < COUNTS.length; i++) {
            answer(id, i, COUNTS[i]);
        }
        assertThatThrownBy(() -> As.person("kscb", () -> results.results(id)))
                .isInstanceOf(VignetteResults.NotClosed.class);
        assertThatThrownBy(() -> As.does("kscb", () -> vignettes.panelSays(id, "W1", 2)))
                .as("no right answer before it is closed")
                .isInstanceOf(Refusal.class);
        As.does("kscb", () -> vignettes.close(id));
        assertThatThrownBy(() ->
                        As.does("police", () -> vignettes.answer(id, List.of(new GiveAnswer("W1", 1, "Late")))))
                .isInstanceOf(Refusal.class);

        ExerciseResults seen = As.person("kscb", () -> results.results(id));
        assertThat(seen.fleiss().value().orElseThrow()).isCloseTo(0.4227, within(0.00005));
        assertThat(seen.agreement().orElseThrow()).isCloseTo(0.6125, within(0.00005));
        assertThat(seen.agencies()).isEqualTo(5);
        assertThat(seen.cases().getFirst().code()).isEqualTo("W3");
        assertThat(seen.cases().getFirst().indicators()).containsExactly("I46", "I49");
        assertThat(seen.cases().getFirst().counts())
                .containsExactly(Optional.of(0), Optional.of(1), Optional.of(3), Optional.of(1));
        assertThat(seen.cases())
                .allSatisfy(c -> assertThat(c.byAgency())
                        .hasSize(5)
                        .allSatisfy(a -> assertThat(a.share()).isEmpty()));

        ExerciseResults practitioner = As.person("visitor", () -> results.results(id));
        assertThat(practitioner.cases()).allSatisfy(c -> {
            assertThat(c.counts()).isEmpty();
            assertThat(c.why()).isEmpty();
            assertThat(c.agreement())
                    .as("from which, and one's own, others' answers follow")
                    .isEmpty();
            assertThat(c.usual()).isZero();
        });
        assertThat(practitioner.cases().getFirst().code())
                .as("still the least agreed")
                .isEqualTo("W3");

        As.does("kscb", () -> vignettes.panelSays(id, "W3", 3));
        LocalDate today = clock.today();
        ExerciseView again = As.person("kscb", () -> vignettes.repeat(id, today, today.plusDays(14)));
        assertThat(again.state()).isEqualTo(ExerciseState.OPEN);
        assertThat(again.cases())
                .hasSize(8)
                .allSatisfy(c -> assertThat(c.panelLevel()).isNull());
        answer(again.id(), 2, new int[] {0, 0, 5, 0});
        As.does("kscb", () -> vignettes.close(again.id()));
        ExerciseResults after = As.person("kscb", () -> results.results(again.id()));
        assertThat(after.earlier().orElseThrow().fleiss().value().orElseThrow()).isCloseTo(0.4227, within(0.00005));
        CaseResult reworded = after.cases().stream()
                .filter(c -> c.code().equals("W3"))
                .findFirst()
                .orElseThrow();
        assertThat(reworded.agreement().orElseThrow()).isEqualTo(1);
        assertThat(reworded.before().orElseThrow()).isCloseTo(0.3, within(0.00005));
    }

    @Test
    void nobody_sees_anothers_answer_while_it_is_open_and_a_second_thought_counts() {
        String id = setWithCases(1);
        As.does("police", () -> vignettes.answer(id, List.of(new GiveAnswer("W1", 2, "First thought"))));
        As.does("police", () -> vignettes.answer(id, List.of(new GiveAnswer("W1", 3, "Second thought"))));
        assertThat(As.person("police", () -> vignettes.exercise(id))
                        .cases()
                        .getFirst()
                        .myLevel())
                .isEqualTo(3);
        assertThat(As.person("police2", () -> vignettes.exercise(id))
                        .cases()
                        .getFirst()
                        .myLevel())
                .isNull();
        assertThatThrownBy(() -> As.does("kscb", () -> vignettes.addCase(id, new AddCase("Another", "I46, I999"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no example I999");
        assertThatThrownBy(() -> As.does("kscb", () -> vignettes.addCase(id, new AddCase("Too late", ""))))
                .isInstanceOf(Refusal.class);
        As.does("kscb", () -> vignettes.close(id));
        assertThat(As.person("kscb", () -> results.results(id))
                        .cases()
                        .getFirst()
                        .counts())
                .containsExactly(Optional.of(0), Optional.of(0), Optional.of(1), Optional.of(0));
    }

    @Test
    void who_may_not_set_or_answer_is_refused() {
        LocalDate today = clock.today();
        assertThatThrownBy(() -> As.person("police", () -> vignettes.set(new SetExercise("No", today, today), true)))
                .isInstanceOf(NotPermitted.class);
        String id = setWithCases(1);
        assertThatThrownBy(() ->
                        As.does("kscb", () -> vignettes.answer(id, List.of(new GiveAnswer("W1", 2, "I set it")))))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> As.person("observer", vignettes::list)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> As.person(
                        "kscb", () -> vignettes.set(new SetExercise("Past", today.minusDays(1), today), true)))
                .isInstanceOf(Refusal.class);
    }
}
