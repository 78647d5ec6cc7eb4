package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.org.kscb.portal.plan.Oddity.Kind;

class TimescaleReaderTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        31 March 2011 - 31 March 2012        | 2011-03-31 | 2012-03-31
        1 March 2011– 1 Sept 2011            | 2011-03-01 | 2011-09-01
        1 April 2011 –15 June 2011           | 2011-04-01 | 2011-06-15
        01 June 2011 — 31 July 2011          | 2011-06-01 | 2011-07-31
        1st March 2011 to 2nd May 2011       | 2011-03-01 | 2011-05-02
        3 January, 2011 until 4 Feb. 2011    | 2011-01-03 | 2011-02-04
        2011-03-01 - 2011-04-30              | 2011-03-01 | 2011-04-30
        01/03/2011 - 30/04/2011              | 2011-03-01 | 2011-04-30
        1.3.2011-30.4.2011                   | 2011-03-01 | 2011-04-30
        From 1 April 2011 – 1 March 2012     | 2011-04-01 | 2012-03-01
        From 1 April 2011                    | 2011-04-01 | -
        starting 1 April 2011                | 2011-04-01 | -
        1 April 2011 onwards                 | 2011-04-01 | -
        31 March 2011                        | -          | 2011-03-31
        by 31 March 2011                     | -          | 2011-03-31
        Reports in 31 March 2011             | -          | 2011-03-31
        31/03/2011                           | -          | 2011-03-31
        2011-03-31                           | -          | 2011-03-31
        29 February 2012                     | -          | 2012-02-29
        Monthly until 1 March 2012           | -          | 2012-03-01
        """)
    void a_plain_timescale_is_read_without_a_word(String raw, LocalDate start, LocalDate end) {
        TimescaleReading read = read(raw);
        assertThat(read.start()).isEqualTo(start);
        assertThat(read.end()).isEqualTo(end);
        assertThat(read.note()).isNull();
        assertThat(read.oddity()).isNull();
        assertThat(read.raw()).isEqualTo(raw);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        1 July 2011 - 31 Sept 2011  | 2011-07-01 | 2011-09-30 | 31 September 2011 does not exist; read as 30 September 2011
        31 June 2011                | -          | 2011-06-30 | 31 June 2011 does not exist; read as 30 June 2011
        31/06/2011                  | -          | 2011-06-30 | 31 June 2011 does not exist; read as 30 June 2011
        30 February 2011            | -          | 2011-02-28 | 30 February 2011 does not exist; read as 28 February 2011
        31 April 2011 - 5 May 2011  | 2011-04-30 | 2011-05-05 | 31 April 2011 does not exist; read as 30 April 2011
        45 May 2011                 | -          | 2011-05-31 | 45 May 2011 does not exist; read as 31 May 2011
        """)
    void a_day_that_does_not_exist_is_clamped_and_said(String raw, LocalDate start, LocalDate end, String note) {
        TimescaleReading read = read(raw);
        assertThat(read.start()).isEqualTo(start);
        assertThat(read.end()).isEqualTo(end);
        assertThat(read.note()).isEqualTo(note);
        assertThat(read.oddity()).isEqualTo(Kind.IMPOSSIBLE_DATE);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        1 March – 31 May 2011           | 2011-03-01 | 2011-05-31 | start year omitted, taken from the end date
        1 March-30 June 2011            | 2011-03-01 | 2011-06-30 | start year omitted, taken from the end date
        1 Dec - 31 Jan 2012             | 2011-12-01 | 2012-01-31 | start year omitted: read as 2011, the year before the end
        1 March 2011 - 31 May           | 2011-03-01 | 2011-05-31 | end year omitted: read as 2011
        1 Dec 2011 - 31 Jan             | 2011-12-01 | 2012-01-31 | end year omitted: read as 2012
        1- 31 Dec 2011                  | 2011-12-01 | 2011-12-31 | start month and year given once, at the end
        1st to 14th May 2011            | 2011-05-01 | 2011-05-14 | start month and year given once, at the end
        30 June 2011 - July 2011        | 2011-06-30 | 2011-07-31 | end day missing: read as the last day of July 2011
        June 2011 - 15 July 2011        | 2011-06-01 | 2011-07-15 | start day missing: read as the first day of the month
        Jan 2011 – Sept 2011 (review)   | 2011-01-01 | 2011-09-30 | months only: first day of January, last day of September
        Review in November 2011         | 2011-11-01 | 2011-11-30 | month only: read as the whole month
        final review in May 2012        | 2012-05-01 | 2012-05-31 | month only: read as the whole month
        Feb 2012                        | 2012-02-01 | 2012-02-29 | month only: read as the whole month
        By the end of May 2012          | -          | 2012-05-31 | month only: read as the last day of May 2012
        By May 2012                     | -          | 2012-05-31 | month only: read as the last day of May 2012
        Start June 2011                 | 2011-06-01 | -          | month only start, open end
        31/05/11                        | -          | 2011-05-31 | two-digit year: read as 2011
        Apr 11 - Mar 12                 | 2011-04-01 | 2012-03-31 | months only: first day of April, last day of March
        30 Sept 11                      | -          | 2011-09-30 | two-digit year: read as 2011
        Oct-Dec 2011                    | 2011-10-01 | 2011-12-31 | months only: first day of October, last day of December
        May-11                          | 2011-05-01 | 2011-05-31 | month only: read as the whole month
        """)
    void a_date_that_had_to_be_completed_says_how(String raw, LocalDate start, LocalDate end, String note) {
        TimescaleReading read = read(raw);
        assertThat(read.start()).isEqualTo(start);
        assertThat(read.end()).isEqualTo(end);
        assertThat(read.note()).contains(note);
        assertThat(read.oddity()).isEqualTo(Kind.INTERPRETED_DATE);
    }

    @Test
    void two_months_in_one_date_are_read_as_the_later_and_both_readings_are_named() {
        TimescaleReading read = read("1 March April 2011 - 31 May 2011");
        assertThat(read.start()).isEqualTo("2011-04-01");
        assertThat(read.end()).isEqualTo("2011-05-31");
        assertThat(read.note()).contains("1 April 2011").contains("1 March 2011 is the other reading");
        assertThat(read.oddity()).isEqualTo(Kind.INTERPRETED_DATE);
    }

    @Test
    void a_missing_start_year_follows_the_step_before() {
        TimescaleReading read = TimescaleReader.read("1 May– 1 March 2013 (year on year)", LocalDate.of(2011, 3, 31));
        assertThat(read.start()).isEqualTo("2011-05-01");
        assertThat(read.end()).isEqualTo("2013-03-01");
        assertThat(read.note())
                .isEqualTo("start year missing: read as 2011 because the previous step ends 31 March 2011 (not 2013)");
    }

    @Test
    void a_review_on_the_start_date_is_said() {
        TimescaleReading read = read("1 March 2012 (review) – 1 March 2013");
        assertThat(read.start()).isEqualTo("2012-03-01");
        assertThat(read.end()).isEqualTo("2013-03-01");
        assertThat(read.note()).isEqualTo("the word review sits on the start date, not on the end date");
    }

    @Test
    void a_start_after_the_end_is_kept_and_said() {
        TimescaleReading read = read("1 May 2012 - 1 March 2012");
        assertThat(read.start()).isEqualTo("2012-05-01");
        assertThat(read.end()).isEqualTo("2012-03-01");
        assertThat(read.note()).isEqualTo("the start is after the end");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Review monthly                 | monthly          | no date, recurrence only
        Quarterly                      | quarterly        | no date, recurrence only
        After each audit               | after each audit | depends on an event (each audit), no date
        At every meeting               | at every meeting | depends on an event (every meeting), no date
        ongoing                        | -                | ongoing, no date
        On-going throughout            | -                | ongoing, no date
        By end of Q2                   | -                | a quarter, but not whose: calendar or financial year; no date
        Q3 2011                        | -                | a quarter, but not whose: calendar or financial year; no date
        by Easter term                 | -                | a season or school term has no fixed date
        Summer 2011                    | -                | a season or school term has no fixed date
        within six weeks               | -                | relative to something else, no date
        TBC                            | -                | no date could be read
        31/13/2011                     | -                | no date could be read
        30 April                       | -                | no year is given
        1 March - 30 April             | -                | no year is given
        ''                             | -                | no timescale is given
        """)
    void a_timescale_without_a_date_has_none_and_says_why(String raw, String recurrence, String why) {
        TimescaleReading read = read(raw);
        assertThat(read.start()).isNull();
        assertThat(read.end()).isNull();
        assertThat(read.recurrence()).isEqualTo(recurrence);
        assertThat(read.note()).isEqualTo(why);
        assertThat(read.oddity()).isEqualTo(Kind.NO_DATE);
        assertThat(read.read()).isEqualTo("no date");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        1 February 2011, Review weekly                          | weekly             | true
        1 March 2011 (monthly review)                           | monthly            | true
        1 March 2011 (Review at weekly and monthly intervals)   | weekly and monthly | true
        1 June 2011 (rolling programme)                         | rolling            | false
        Start June 2011 - as per audit schedule                 | per audit schedule | false
        1 June 2011, every two months                           | every two months   | false
        1 June 2011, each year                                  | annual             | false
        bi-monthly from 1 June 2011                             | bi-monthly         | false
        """)
    void what_recurs_has_a_start_and_no_end(String raw, String recurrence, boolean review) {
        TimescaleReading read = read(raw);
        assertThat(read.start()).isNotNull();
        assertThat(read.end()).isNull();
        assertThat(read.recurrence()).isEqualTo(recurrence);
        assertThat(read.review()).isEqualTo(review);
    }

    @ParameterizedTest
    @CsvSource({"Completed", "Complete", "completed.", "Done"})
    void a_completed_step_needs_no_date(String raw) {
        TimescaleReading read = read(raw);
        assertThat(read.completed()).isTrue();
        assertThat(read.end()).isNull();
        assertThat(read.oddity()).isNull();
        assertThat(read.read()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({"1 March 2011 - 1 May 2011 (review)", "30 September 2011 (Review)", "Reviewed 1 May 2011"})
    void the_word_review_makes_a_review_point(String raw) {
        assertThat(read(raw).review()).isTrue();
        assertThat(read("1 March 2011").review()).isFalse();
    }

    private static TimescaleReading read(String raw) {
        return TimescaleReader.read(raw, null);
    }
}
