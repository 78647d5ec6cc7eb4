package uk.org.kscb.portal.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counting rules and test values of the brief, sections 2.2 to 2.4, on the table that is shipped. */
class WorkingDaysTest {
    private final WorkingDays days = new WorkingDays(shipped());

    @ParameterizedTest
    @CsvSource({
        "2011-03-04, 1, 2011-03-07",
        "2011-04-21, 1, 2011-04-26",
        "2011-04-21, 7, 2011-05-06",
        "2011-04-21, 10, 2011-05-11",
        "2011-04-21, 15, 2011-05-18",
        "2011-04-21, 20, 2011-05-25",
        "2011-04-21, 35, 2011-06-16",
        "2011-04-23, 1, 2011-04-26",
        "2011-04-23, 7, 2011-05-06",
        "2011-06-01, 7, 2011-06-10",
        "2011-06-01, 10, 2011-06-15",
        "2011-06-01, 20, 2011-06-29",
        "2011-06-01, 35, 2011-07-20",
        "2011-12-22, 1, 2011-12-23",
        "2011-12-22, 7, 2012-01-05",
        "2011-12-22, 10, 2012-01-10",
        "2011-12-23, 35, 2012-02-15",
        "2012-05-31, 1, 2012-06-01",
        "2012-05-31, 15, 2012-06-25",
    })
    void working_days_after_a_day_are_counted_from_the_next(LocalDate start, int count, LocalDate due) {
        assertThat(days.plus(start, count)).isEqualTo(due);
        assertThat(days.between(start, due)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"2011-05-25, -10, 2011-05-11", "2011-05-03, -1, 2011-04-28", "2011-04-26, -1, 2011-04-21"})
    void working_days_before_a_day_skip_holidays_too(LocalDate due, int count, LocalDate reminder) {
        assertThat(days.plus(due, count)).isEqualTo(reminder);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-28", "2027-12-27", "2027-12-28", "2020-05-08", "2022-06-03", "2022-09-19", "2023-05-08"})
    void substitutes_and_days_by_proclamation_are_no_working_days(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @Test
    void days_that_were_moved_away_are_working_days() {
        assertThat(days.isWorkingDay(LocalDate.of(2020, 5, 4))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2012, 5, 28))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2022, 5, 30))).isTrue();
    }

    @Test
    void a_day_past_the_loaded_years_is_provisional() {
        assertThat(days.provisional(LocalDate.of(2028, 12, 29))).isFalse();
        assertThat(days.provisional(LocalDate.of(2029, 1, 2))).isTrue();
    }

    @Test
    void a_single_day_beyond_them_loads_no_year() {
        List<LocalDate> more = new ArrayList<>(shipped());
        more.add(LocalDate.of(2029, 3, 30));
        WorkingDays with = new WorkingDays(more);
        assertThat(with.isWorkingDay(LocalDate.of(2029, 3, 30))).isFalse();
        assertThat(with.loadedUntil()).isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(with.provisional(LocalDate.of(2029, 1, 2))).isTrue();
    }

    @Test
    void a_day_in_the_past_gives_a_negative_distance() {
        assertThat(days.between(LocalDate.of(2011, 4, 26), LocalDate.of(2011, 4, 21)))
                .isEqualTo(-1);
    }

    private static List<LocalDate> shipped() {
        String file = "/db/migration/V20261124_2001__bank_holidays_of_england_and_wales.sql";
        try (InputStream in = Objects.requireNonNull(WorkingDaysTest.class.getResourceAsStream(file))) {
            return Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', 'england-and-wales'")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(m -> LocalDate.parse(m.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
