package uk.org.kscb.portal.practiceaudit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Chosen;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Draw;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.SampleTooLarge;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Stratum;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Unit;

class SampleMethodTest {
    private static final Map<String, Integer> TWENTY_EACH = Map.of("Assessed", 20, "No further action", 20);
    private final List<Unit> population = new ArrayList<>();

    SampleMethodTest() {
        IntStream.range(0, 300).forEach(i -> population.add(new Unit("P%04d".formatted(i), "Assessed")));
        IntStream.range(300, 340).forEach(i -> population.add(new Unit("P%04d".formatted(i), "No further action")));
    }

    @Test
    void the_same_seed_draws_the_same_sample_from_the_same_population_in_any_order() {
        Draw first = SampleMethod.draw(population, "2011-05-27", TWENTY_EACH, 20);
        Collections.shuffle(population, new Random(1));
        Draw again = SampleMethod.draw(population, "2011-05-27", TWENTY_EACH, 20);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void another_seed_draws_another_sample() {
        Set<String> first = codes(SampleMethod.draw(population, "2011-05-27", TWENTY_EACH, 20));
        Set<String> other = codes(SampleMethod.draw(population, "2011-05-28", TWENTY_EACH, 20));
        assertThat(other).isNotEqualTo(first);
    }

    /** Worked out with another tool (Python's hashlib) from the method as it is written down. */
    @Test
    void anybody_can_draw_again_from_the_method_in_words() {
        List<Unit> five = List.of(
                new Unit("P1", "All"),
                new Unit("P2", "All"),
                new Unit("P3", "All"),
                new Unit("P4", "All"),
                new Unit("P5", "All"));
        assertThat(SampleMethod.draw(five, "kent", Map.of("All", 3), 20).chosen())
                .extracting(Chosen::code)
                .containsExactly(ORDER);
    }

    private static final String[] ORDER = {"P4", "P5", "P2", "P1"};

    @Test
    void reserves_are_a_fifth_of_each_stratum_and_follow_its_sample() {
        Draw draw = SampleMethod.draw(population, "2011-05-27", TWENTY_EACH, 20);
        assertThat(draw.strata())
                .containsExactly(new Stratum("Assessed", 300, 20, 4), new Stratum("No further action", 40, 20, 4));
        assertThat(draw.chosen()).allMatch(c -> c.reserve() == (c.rank() > 20));
        assertThat(codes(draw)).hasSize(48);
    }

    @Test
    void reserves_end_where_the_population_ends() {
        Draw draw = SampleMethod.draw(population, "2011-05-27", Map.of("No further action", 38), 20);
        assertThat(draw.strata())
                .as("with what was not drawn from: it weighs in the county all the same")
                .containsExactly(new Stratum("Assessed", 300, 0, 0), new Stratum("No further action", 40, 38, 2));
    }

    @Test
    void a_sample_larger_than_its_population_is_refused_with_both_figures() {
        assertThatThrownBy(() -> SampleMethod.draw(population, "seed", Map.of("No further action", 41), 20))
                .isInstanceOf(SampleTooLarge.class)
                .hasMessageContaining("has 40 in its population")
                .hasMessageContaining("41 cannot be drawn");
    }

    @Test
    void a_stratum_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> SampleMethod.draw(population, "seed", Map.of("Escalated", 1), 20))
                .isInstanceOf(SampleTooLarge.class);
    }

    @Test
    void every_unit_is_about_as_likely_to_be_drawn() {
        int[] drawn = new int[340];
        for (int i = 0; i < 600; i++) {
            SampleMethod.draw(population, "seed-" + i, Map.of("Assessed", 100), 0)
                    .chosen()
                    .forEach(c -> drawn[Integer.parseInt(c.code().substring(1))]++);
        }
        // 600 draws of 100 out of 300: 200 each, standard deviation 11.5
        assertThat(IntStream.range(0, 300).map(i -> drawn[i])).allMatch(n -> n > 140 && n < 260);
    }

    @Test
    void case_codes_are_unique_random_and_follow_from_nothing() {
        CaseCodes one = new CaseCodes("A11-03");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            codes.add(one.next());
        }
        assertThat(codes).hasSize(2000).allMatch(c -> c.matches("A11-03-[2-9B-DF-HJ-NP-TV-XZ]{4}"));
        assertThat(new CaseCodes("A11-03").next()).isNotEqualTo(new CaseCodes("A11-03").next());
    }

    private static Set<String> codes(Draw draw) {
        return draw.chosen().stream().map(Chosen::code).collect(Collectors.toSet());
    }
}
