package uk.org.kscb.portal.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The values are those of BRIEF 4.9, and of Krippendorff's own worked example. */
class AgreementTest {
    private static final Offset<Double> FOUR_PLACES = within(0.00005);
    private static final Grid SELF_AND_MODERATED =
            new Grid(List.of(List.of(3, 1, 0, 0), List.of(1, 9, 2, 0), List.of(0, 3, 8, 1), List.of(0, 0, 0, 2)));
    private static final ManyRaters VIGNETTES = new ManyRaters(List.of(
            List.of(0, 5, 0, 0),
            List.of(0, 4, 1, 0),
            List.of(0, 1, 3, 1),
            List.of(0, 0, 2, 3),
            List.of(0, 0, 0, 5),
            List.of(1, 4, 0, 0),
            List.of(0, 2, 3, 0),
            List.of(0, 0, 4, 1)));

    @Test
    void agreement_comes_first_and_needs_no_explanation() {
        assertThat(SELF_AND_MODERATED.unchanged()).isEqualTo(new Share(22, 30));
        assertThat(SELF_AND_MODERATED.unchanged().value().orElseThrow()).isCloseTo(0.7333, FOUR_PLACES);
        assertThat(SELF_AND_MODERATED.down()).isEqualTo(new Share(4, 30));
        assertThat(SELF_AND_MODERATED.up()).isEqualTo(new Share(4, 30));
        assertThat(SELF_AND_MODERATED.meanStepsDown()).isZero();
    }

    @Test
    void two_raters_agree_beyond_chance_by_cohens_kappa_plain_and_weighted() {
        assertThat(value(SELF_AND_MODERATED.kappa(Weights.NONE))).isCloseTo(0.6013, FOUR_PLACES);
        assertThat(value(SELF_AND_MODERATED.kappa(Weights.LINEAR))).isCloseTo(0.6970, FOUR_PLACES);
        assertThat(value(SELF_AND_MODERATED.kappa(Weights.QUADRATIC))).isCloseTo(0.8020, FOUR_PLACES);
    }

    @Test
    void five_agencies_on_eight_vignettes_agree_by_fleiss_kappa() {
        assertThat(value(VIGNETTES.kappa())).isCloseTo(0.4227, FOUR_PLACES);
        assertThat(VIGNETTES.agreement().orElseThrow()).isCloseTo(0.6125, FOUR_PLACES);
        assertThat(VIGNETTES.agreementByItem().stream()
                        .map(item -> Math.round(item.orElseThrow() * 10) / 10.0)
                        .toList())
                .containsExactly(1.0, .6, .3, .4, 1.0, .6, .4, .6);
    }

    @Test
    void krippendorffs_alpha_bears_missing_raters() {
        var alpha = new Krippendorff(krippendorffsExample(), 5);
        assertThat(value(alpha.nominal())).isCloseTo(0.743, within(0.0005));
        assertThat(value(alpha.ordinal())).isCloseTo(0.815, within(0.0005));
        assertThat(alpha.ordinal().items()).as("one item had a single rater").isEqualTo(11);
    }

    @Test
    void everybody_saying_the_same_is_not_calculable_which_is_not_nought() {
        var same = new Grid(List.of(List.of(12, 0), List.of(0, 0)));
        assertThat(same.unchanged().percent()).contains(100L);
        assertThat(same.kappa(Weights.NONE)).isEqualTo(Coefficient.notCalculable(12));
        assertThat(same.kappa(Weights.NONE).strength()).isEmpty();
        assertThat(new ManyRaters(List.of(List.of(3, 0), List.of(3, 0))).kappa().calculable())
                .isFalse();
        assertThat(new Krippendorff(Collections.nCopies(12, List.of(Optional.of(1), Optional.of(1))), 4)
                        .ordinal()
                        .calculable())
                .isFalse();
    }

    @Test
    void high_agreement_with_a_kappa_near_nought_is_shown_as_both() {
        var nearlyAllGood = new Grid(List.of(List.of(38, 1), List.of(1, 0)));
        assertThat(nearlyAllGood.unchanged().percent()).contains(95L);
        assertThat(value(nearlyAllGood.kappa(Weights.NONE))).isCloseTo(-0.0256, FOUR_PLACES);
        assertThat(nearlyAllGood.kappa(Weights.NONE).strength()).contains(Strength.POOR);
    }

    @Test
    void nothing_rated_is_not_calculable() {
        assertThat(new Grid(List.of(List.of(0, 0), List.of(0, 0)))
                        .kappa(Weights.LINEAR)
                        .calculable())
                .isFalse();
        assertThat(new ManyRaters(List.of()).kappa().calculable()).isFalse();
        assertThat(new Krippendorff(List.of(), 4).nominal().calculable()).isFalse();
    }

    @Test
    void fleiss_wants_the_same_number_of_raters_for_each_item() {
        assertThat(new ManyRaters(List.of(List.of(2, 1), List.of(2, 2))).kappa().calculable())
                .isFalse();
    }

    @Test
    void the_words_follow_the_published_bands() {
        assertThat(List.of(-.01, 0.0, .20, .21, .40, .41, .60, .61, .80, .81, 1.0).stream()
                        .map(Strength::of)
                        .map(Strength::word)
                        .toList())
                .containsExactly(
                        "poor",
                        "slight",
                        "slight",
                        "fair",
                        "fair",
                        "moderate",
                        "moderate",
                        "substantial",
                        "substantial",
                        "almost perfect",
                        "almost perfect");
        assertThat(SELF_AND_MODERATED.kappa(Weights.NONE).strength())
                .as("printed as 0.60, and so moderate")
                .contains(Strength.MODERATE);
    }

    @Test
    void below_ten_items_it_is_kept_back_and_below_thirty_it_carries_little() {
        assertThat(VIGNETTES.kappa().confidence()).isEqualTo(Confidence.TOO_FEW);
        assertThat(VIGNETTES.kappa().shown()).isEmpty();
        assertThat(Confidence.of(10)).isEqualTo(Confidence.LOW);
        assertThat(Confidence.of(29)).isEqualTo(Confidence.LOW);
        assertThat(SELF_AND_MODERATED.kappa(Weights.NONE).confidence()).isEqualTo(Confidence.USUAL);
        assertThat(SELF_AND_MODERATED.kappa(Weights.NONE).shown()).isPresent();
    }

    @Test
    void a_grid_that_is_not_square_is_refused() {
        assertThatThrownBy(() -> new Grid(List.of(List.of(1, 2)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Grid(List.of(List.of(-1)))).isInstanceOf(IllegalArgumentException.class);
    }

    private static double value(Coefficient coefficient) {
        return coefficient.value().orElseThrow();
    }

    /** Four observers, twelve units, from "Computing Krippendorff's alpha-reliability"; 0 is a missing rating. */
    private static List<List<Optional<Integer>>> krippendorffsExample() {
        int[][] observers = {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
            {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
        };
        List<List<Optional<Integer>>> units = new ArrayList<>();
        for (int unit = 0; unit < 12; unit++) {
            List<Optional<Integer>> ratings = new ArrayList<>();
            for (int[] observer : observers) {
                ratings.add(observer[unit] == 0 ? Optional.empty() : Optional.of(observer[unit] - 1));
            }
            units.add(ratings);
        }
        return units;
    }
}
