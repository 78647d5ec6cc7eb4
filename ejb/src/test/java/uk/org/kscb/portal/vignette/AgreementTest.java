package uk.org.kscb.portal.vignette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Eight cases judged by five agencies: the printed values of BRIEF 4.9. */
class AgreementTest {
    private static final int[][] COUNTS = {
        {0, 5, 0, 0}, {0, 4, 1, 0}, {0, 1, 3, 1}, {0, 0, 2, 3}, {0, 0, 0, 5}, {1, 4, 0, 0}, {0, 2, 3, 0}, {0, 0, 4, 1}
    };

    private static List<List<Optional<Integer>>> answers() {
        List<List<Optional<Integer>>> cases = new ArrayList<>();
        for (int[] counts : COUNTS) {
            cases.add(IntStream.rangeClosed(1, 4)
                    .boxed()
                    .flatMap(level -> java.util.Collections.nCopies(counts[level - 1], Optional.of(level)).stream())
                    .toList());
        }
        return cases;
    }

    @Test
    void five_agencies_and_eight_cases_give_the_printed_kappa() {
        Agreement agreement = new Agreement(answers());
        assertThat(agreement.fleiss().value().orElseThrow()).isCloseTo(0.4227, within(0.00005));
        assertThat(agreement.overall().orElseThrow()).isCloseTo(0.6125, within(0.00005));
        assertThat(IntStream.range(0, 8)
                        .mapToDouble(i -> agreement.of(i).orElseThrow())
                        .toArray())
                .containsExactly(new double[] {1, .6, .3, .4, 1, .6, .4, .6}, within(1e-9));
    }

    @Test
    void an_answer_that_is_missing_leaves_alpha_and_takes_kappa_away() {
        List<List<Optional<Integer>>> cases = new ArrayList<>(answers());
        List<Optional<Integer>> gap = new ArrayList<>(cases.getFirst());
        gap.set(0, Optional.empty());
        cases.set(0, gap);
        Agreement agreement = new Agreement(cases);
        assertThat(agreement.fleiss().calculable()).isFalse();
        assertThat(agreement.alpha().calculable()).isTrue();
    }

    @Test
    void where_all_say_the_same_of_everything_nothing_can_be_said_beyond_chance() {
        Agreement agreement = new Agreement(List.of(List.of(Optional.of(2), Optional.of(2), Optional.of(2))));
        assertThat(agreement.fleiss().calculable()).isFalse();
        assertThat(agreement.overall().orElseThrow()).isEqualTo(1);
    }

    @Test
    void of_two_levels_chosen_equally_often_the_higher_is_shown() {
        assertThat(new Agreement(List.of(List.of(Optional.of(2), Optional.of(3)))).usual(0))
                .isEqualTo(3);
    }

    @Test
    void nobody_answered_is_no_error() {
        Agreement agreement = new Agreement(List.of(List.of(), List.of()));
        assertThat(agreement.overall()).isEmpty();
        assertThat(agreement.fleiss().calculable()).isFalse();
    }
}
