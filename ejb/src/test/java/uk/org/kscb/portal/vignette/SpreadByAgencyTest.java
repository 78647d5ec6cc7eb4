package uk.org.kscb.portal.vignette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.vignette.ExerciseResults.AgencyCell;
import uk.org.kscb.portal.vignette.store.VignetteStore.Given;

/** How far the answers of one agency spread, without telling of anybody's. */
class SpreadByAgencyTest {

    @Test
    void large_numbers_are_told_and_small_ones_cannot_be_worked_out() {
        List<Given> given = new ArrayList<>();
        answers(given, "POLICE", 0, 9, 30, 12);
        answers(given, "HEALTH", 0, 8, 25, 11);
        answers(given, "SCHOOLS", 1, 2, 3, 0);
        List<AgencyCell> cells = VignetteResults.byAgency(given, 3);
        assertThat(cells).extracting(AgencyCell::code).containsExactly("POLICE", "HEALTH", "SCHOOLS");
        assertThat(cells.get(2).levels()).as("six answers in all").isEmpty();
        assertThat(cells.get(2).share()).isEmpty();
        assertThat(cells.get(1).levels())
                .as("from whose figures and the whole those of the schools would follow")
                .isEmpty();
        assertThat(cells.get(0).levels())
                .as("nobody at level 1, which a single hidden figure would tell")
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(30L), Optional.of(12L));
        assertThat(cells.get(0).share()).contains(new Share(30, 51));
    }

    @Test
    void few_who_chose_a_level_of_a_case_are_told_to_the_panel_alone() {
        assertThat(VignetteResults.counts(List.of(0, 1, 11, 8), true)).doesNotContain(Optional.empty());
        assertThat(VignetteResults.counts(List.of(0, 1, 11, 8), false))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(11), Optional.of(8));
        assertThat(VignetteResults.counts(List.of(12, 1, 11, 8), false))
                .as("the one would follow from the sum, so another goes with it")
                .containsExactly(Optional.of(12), Optional.empty(), Optional.of(11), Optional.empty());
        assertThat(VignetteResults.counts(List.of(1, 2, 5, 4), false)).isEmpty();
    }

    private static void answers(List<Given> given, String agency, int... byLevel) {
        for (int level = 1; level <= byLevel.length; level++) {
            for (int i = 0; i < byLevel[level - 1]; i++) {
                given.add(new Given("W1", given.size(), agency, agency, level, "Because"));
            }
        }
    }
}
