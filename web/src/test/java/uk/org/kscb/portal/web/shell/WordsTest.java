package uk.org.kscb.portal.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final LocalDate TODAY = LocalDate.of(2011, Month.JUNE, 15);

    @Test
    void september_is_sep_in_tables_and_whole_in_sentences() {
        LocalDate day = LocalDate.of(2011, Month.SEPTEMBER, 30);
        assertThat(Words.day(day)).isEqualTo("30 Sep 2011");
        assertThat(Words.longDay(day)).isEqualTo("30 September 2011");
        assertThat(Words.weekday(day)).isEqualTo("Friday 30 September 2011");
    }

    @Test
    void a_day_says_how_far_away_it_is() {
        assertThat(Words.away(TODAY.plusDays(23), TODAY)).isEqualTo("in 23 days");
        assertThat(Words.away(TODAY.plusDays(1), TODAY)).isEqualTo("in 1 day");
        assertThat(Words.away(TODAY, TODAY)).isEqualTo("today");
        assertThat(Words.away(TODAY.minusDays(15), TODAY)).isEqualTo("15 days late");
        assertThat(Words.away(null, TODAY)).isEmpty();
    }

    @Test
    void numbers_are_words_to_ten_and_figures_after() {
        assertThat(Words.inWords(0, "action")).isEqualTo("no actions");
        assertThat(Words.inWords(1, "agency")).isEqualTo("one agency");
        assertThat(Words.inWords(2, "agency")).isEqualTo("two agencies");
        assertThat(Words.inWords(11, "day")).isEqualTo("11 days");
        assertThat(Words.count(1204, "entry")).isEqualTo("1,204 entries");
    }

    @Test
    void a_moment_is_told_in_london_time() {
        assertThat(Words.moment(Instant.parse("2011-06-15T09:42:00Z"))).isEqualTo("15 Jun 2011, 10:42");
    }

    @Test
    void an_input_names_only_what_describes_it() {
        assertThat(Words.describedBy("due", "For example", true)).isEqualTo("due-help due-error");
        assertThat(Words.describedBy("due", null, true)).isEqualTo("due-error");
        assertThat(Words.describedBy("due", "", false)).isNull();
    }
}
