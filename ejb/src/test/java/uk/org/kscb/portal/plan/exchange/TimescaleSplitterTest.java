package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimescaleSplitterTest {

    @Test
    void each_line_with_a_date_of_its_own_is_a_step() {
        assertThat(parts("1 Feb 2011 - 31 March 2011\n30 April 2011\n30 September 2011 (review)"))
                .containsExactly("1 Feb 2011 - 31 March 2011", "30 April 2011", "30 September 2011 (review)");
        assertThat(parts("After each audit\nQuarterly")).containsExactly("After each audit", "Quarterly");
        assertThat(parts("1 March 2011 – 31 March 2011\n1 May– 1 March 2013 (year on year)"))
                .containsExactly("1 March 2011 – 31 March 2011", "1 May– 1 March 2013 (year on year)");
    }

    @Test
    void two_dates_in_one_line_are_two_steps() {
        assertThat(parts("Review in June 2011; final review in July 2012"))
                .containsExactly("Review in June 2011", "final review in July 2012");
        assertThat(parts("Reports in 31 May 2011 & 31 August 2011"))
                .containsExactly("Reports in 31 May 2011", "31 August 2011");
        assertThat(parts("30 June 2011, 30 September 2011 and 31 December 2011"))
                .containsExactly("30 June 2011", "30 September 2011", "31 December 2011");
        assertThat(parts("1 May 2011 – 3 May 2011 1 June 2011 – 3 June 2011"))
                .containsExactly("1 May 2011 – 3 May 2011", "1 June 2011 – 3 June 2011");
    }

    @Test
    void steps_of_one_line_share_what_stands_beside_them() {
        assertThat(TimescaleSplitter.split("1 May 2011 & 1 June 2011").ofOneLine())
                .isTrue();
        assertThat(TimescaleSplitter.split("1 May 2011\n1 June 2011").ofOneLine())
                .isFalse();
    }

    @Test
    void a_timescale_that_only_runs_over_the_line_stays_whole() {
        assertThat(parts("1 March 2011 -\n31 May 2011")).hasSize(1);
        assertThat(parts("1 March 2011\n– 31 May 2011")).hasSize(1);
        assertThat(parts("30 April\n2011")).hasSize(1);
        assertThat(parts("30\nApril 2011")).hasSize(1);
        assertThat(parts("30 September 2011\n(review)")).hasSize(1);
        assertThat(parts("by the\nend of May 2011")).hasSize(1);
    }

    @Test
    void a_range_is_not_divided() {
        assertThat(parts("31 March 2011 - 31 March 2012")).hasSize(1);
        assertThat(parts("1 March 2012 (review) – 1 March 2013")).hasSize(1);
        assertThat(parts("1 March April 2011 - 31 May 2011")).hasSize(1);
        assertThat(parts("30 June - July 2011")).hasSize(1);
        assertThat(parts("")).containsExactly("");
    }

    private static java.util.List<String> parts(String cell) {
        return TimescaleSplitter.split(cell).parts();
    }
}
