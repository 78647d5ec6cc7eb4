package uk.org.kscb.portal.vignette;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exercise as the viewer may see it: the cases and their own answers, nobody else's.
 *
 * @param edition label of the guidance it is judged by
 * @param repeats id of the exercise that this one repeats after rewording
 * @param answered cases that the viewer has answered
 */
public record ExerciseView(
        String id,
        String title,
        ExerciseState state,
        LocalDate opens,
        LocalDate closes,
        @Nullable String edition,
        @Nullable String repeats,
        int caseCount,
        int answered,
        List<CaseView> cases) {

    /**
     * @param indicators ids of the guidance, such as I46
     * @param panelLevel what the panel set after closing, else null
     */
    public record CaseView(
            String code,
            String words,
            List<String> indicators,
            @Nullable Integer myLevel,
            @Nullable String myWhy,
            @Nullable Integer panelLevel) {}
}
