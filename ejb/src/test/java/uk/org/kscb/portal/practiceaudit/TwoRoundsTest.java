package uk.org.kscb.portal.practiceaudit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.practiceaudit.ResultView.Change;

class TwoRoundsTest {
    @Test
    void a_step_up_is_improved() {
        assertThat(TwoRounds.change(new Share(21, 55), new Share(40, 60))).isEqualTo(Change.IMPROVED);
    }

    @Test
    void what_does_not_move_needs_work_unless_it_is_nearly_always_met() {
        assertThat(TwoRounds.change(new Share(30, 60), new Share(31, 60))).isEqualTo(Change.NEEDS_WORK);
        assertThat(TwoRounds.change(new Share(54, 57), new Share(56, 60))).isEqualTo(Change.HELD);
        assertThat(TwoRounds.change(new Share(57, 57), new Share(50, 60))).isEqualTo(Change.NEEDS_WORK);
    }

    @Test
    void what_was_not_asked_in_both_rounds_is_not_compared() {
        assertThat(TwoRounds.change(new Share(0, 0), new Share(31, 60))).isEqualTo(Change.NOT_COMPARABLE);
    }
}
