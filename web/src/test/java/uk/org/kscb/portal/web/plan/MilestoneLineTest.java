package uk.org.kscb.portal.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.ActionDetail.DateState;
import uk.org.kscb.portal.plan.ActionDetail.MilestoneView;

class MilestoneLineTest {
    private static final LocalDate APRIL = LocalDate.of(2011, 4, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2011, 9, 30);

    @Test
    void a_span_within_a_year_names_the_year_once() {
        assertThat(MilestoneLine.span(APRIL, SEPTEMBER)).isEqualTo("1 Apr to 30 Sep 2011");
    }

    @Test
    void a_span_over_new_year_names_both_years() {
        assertThat(MilestoneLine.span(APRIL, LocalDate.of(2012, 3, 31))).isEqualTo("1 Apr 2011 to 31 Mar 2012");
    }

    @Test
    void a_deadline_without_a_start_is_a_by() {
        assertThat(MilestoneLine.span(null, SEPTEMBER)).isEqualTo("By 30 Sep 2011");
        assertThat(MilestoneLine.span(SEPTEMBER, SEPTEMBER)).isEqualTo("By 30 Sep 2011");
    }

    @Test
    void what_has_no_end_says_so() {
        assertThat(MilestoneLine.span(APRIL, null)).isEqualTo("From 1 Apr 2011, no end date");
        assertThat(MilestoneLine.span(null, null)).isEqualTo("No date in the plan");
    }

    @Test
    void how_a_date_was_read_is_told_in_sentences() {
        MilestoneLine line = MilestoneLine.of(new MilestoneView(
                1,
                "1 July 2011 - 31 Sept 2011 (review)",
                LocalDate.of(2011, 7, 1),
                SEPTEMBER,
                true,
                false,
                null,
                List.of(),
                List.of(),
                null,
                "31 September 2011 does not exist",
                DateState.NEEDS_CONFIRMATION));

        assertThat(line.remarks())
                .containsExactly("A review point, not a finish.", "31 September 2011 does not exist.");
        assertThat(line.check()).isTrue();
        assertThat(line.confirm()).isEqualTo("Confirm 30 September 2011");
    }
}
