package uk.org.kscb.portal.vignette;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Share;

/**
 * How alike the answers of a closed exercise were; nobody's answer with a name.
 *
 * @param people who answered at least one case
 * @param agencies from how many agencies
 * @param agreement share of pairs of answers that agree, over all cases, 0 to 1
 * @param fleiss calculable where every case has the same number of answers
 * @param alpha Krippendorff's, for ordered levels, where some did not answer every case
 * @param cases least agreed first
 * @param earlier the exercise that this one repeats
 */
public record ExerciseResults(
        ExerciseView exercise,
        int people,
        int agencies,
        OptionalDouble agreement,
        Coefficient fleiss,
        Coefficient alpha,
        List<CaseResult> cases,
        Optional<Earlier> earlier) {

    /**
     * @param counts answers for levels 1 to 4, each empty where it is kept back; none where all are
     * @param agreement share of pairs that agree, 0 to 1; empty with fewer than two answers
     * @param shown whether the figures of this case may be told to the viewer: more than ten answers, or who runs exercises
     * @param usual the level chosen most often; where two are, the higher one; 0 where it is kept back
     * @param byAgency how many of each agency chose the usual level; kept back where small
     * @param why reasons in no order of people, for those who reword the guidance
     * @param before agreement on the same case in the earlier exercise
     */
    public record CaseResult(
            String code,
            String words,
            List<String> indicators,
            int answers,
            List<Optional<Integer>> counts,
            OptionalDouble agreement,
            boolean shown,
            int usual,
            @Nullable Integer panelLevel,
            List<AgencyCell> byAgency,
            List<String> why,
            OptionalDouble before) {

        /** With few answers whoever gave one could work out the others: only its place in the list is told. */
        CaseResult careful() {
            return shown
                    ? this
                    : new CaseResult(
                            code,
                            words,
                            indicators,
                            answers,
                            counts,
                            OptionalDouble.empty(),
                            false,
                            0,
                            panelLevel,
                            byAgency.stream()
                                    .map(cell -> new AgencyCell(cell.code(), cell.name(), Optional.empty(), List.of()))
                                    .toList(),
                            why,
                            OptionalDouble.empty());
        }
    }

    /**
     * @param share empty where it is kept back
     * @param levels how many of the agency chose levels 1 to 4, each empty where it is kept back; none where all are
     */
    public record AgencyCell(String code, String name, Optional<Share> share, List<Optional<Long>> levels) {}

    /** The figures of the exercise before the rewording. */
    public record Earlier(String id, String title, OptionalDouble agreement, Coefficient fleiss, Coefficient alpha) {}
}
