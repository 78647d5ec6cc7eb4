package uk.org.kscb.portal.vignette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Krippendorff;
import uk.org.kscb.portal.platform.statistics.ManyRaters;
import uk.org.kscb.portal.threshold.GuidanceText;

/**
 * How alike the answers to some cases were.
 *
 * @param cases for each case, the levels (1 to 4) that each person chose; empty where somebody did not answer
 */
record Agreement(List<List<Optional<Integer>>> cases) {
    private static final int LEVELS = GuidanceText.LEVELS;

    List<Integer> counts(int which) {
        Integer[] counts = new Integer[LEVELS];
        Arrays.fill(counts, 0);
        cases.get(which).forEach(answer -> answer.ifPresent(level -> counts[level - 1]++));
        return List.of(counts);
    }

    OptionalDouble of(int which) {
        return raters().agreementByItem().get(which);
    }

    OptionalDouble overall() {
        return cases.isEmpty() ? OptionalDouble.empty() : raters().agreement();
    }

    /** Not calculable unless every case has the same number of answers. */
    Coefficient fleiss() {
        return raters().kappa();
    }

    /** Bears gaps, and knows that levels 1 and 4 are further apart than 1 and 2. */
    Coefficient alpha() {
        return new Krippendorff(
                        cases.stream()
                                .map(answers -> answers.stream()
                                        .map(answer -> answer.map(level -> level - 1))
                                        .toList())
                                .toList(),
                        LEVELS)
                .ordinal();
    }

    /** The level chosen most often; of two, the higher: nobody is talked down. */
    int usual(int which) {
        List<Integer> counts = counts(which);
        return counts.lastIndexOf(Collections.max(counts)) + 1;
    }

    int answers(int which) {
        return counts(which).stream().mapToInt(Integer::intValue).sum();
    }

    private ManyRaters raters() {
        List<List<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            counts.add(counts(i));
        }
        return new ManyRaters(counts);
    }
}
