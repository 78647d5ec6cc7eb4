package uk.org.kscb.portal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.ClockRule.Unit;

/** The clocks of a referral, with the dates of BRIEF 2.4. */
class ClockRuleTest {
    private static final WorkingDays CALENDAR = new WorkingDays(List.of(
            LocalDate.of(2011, 4, 22),
            LocalDate.of(2011, 4, 25),
            LocalDate.of(2011, 4, 29),
            LocalDate.of(2011, 5, 2),
            LocalDate.of(2011, 12, 26),
            LocalDate.of(2011, 12, 27),
            LocalDate.of(2012, 1, 2),
            LocalDate.of(2012, 6, 4),
            LocalDate.of(2012, 6, 5)));

    private static ClockRule rule(Unit unit, int amount) {
        return new ClockRule(Clock.DECIDE_DAY, "", unit, amount, "", "", LocalDate.of(2006, 4, 1));
    }

    private static Instant london(String time) {
        return LocalDateTime.parse(time).atZone(PortalClock.LONDON).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2011-03-04T09:00, 1, 2011-03-07",
        "2011-04-21T16:00, 1, 2011-04-26",
        "2011-04-23T11:00, 1, 2011-04-26",
        "2011-04-23T11:00, 7, 2011-05-06",
        "2011-12-22T23:00, 1, 2011-12-23",
        "2012-05-31T08:00, 1, 2012-06-01",
    })
    void a_working_day_ends_at_midnight_in_london(String received, int days, String due) {
        assertThat(rule(Unit.WORKING_DAY, days).due(london(received), CALENDAR)).isEqualTo(london(due + "T23:59:59"));
    }

    @Test
    void a_decision_that_is_due_past_the_loaded_years_is_provisional() {
        Map<Clock, ClockRule> rules = Map.of(
                Clock.DECIDE_DAY, rule(Unit.WORKING_DAY, 1),
                Clock.DECIDE_HOURS, rule(Unit.HOUR, 24),
                Clock.ACKNOWLEDGE, rule(Unit.WORKING_DAY, 1),
                Clock.TELL, rule(Unit.WORKING_DAY, 3));
        assertThat(DueDates.of(london("2011-12-29T09:00"), rules, CALENDAR).provisional())
                .isFalse();
        assertThat(DueDates.of(london("2011-12-30T17:00"), rules, CALENDAR).provisional())
                .as("due in January 2012, of whose bank holidays only a few are in the table")
                .isTrue();
    }

    @Test
    void friday_at_four_has_until_saturday_by_the_plan_and_until_monday_by_working_together() {
        Instant received = london("2011-03-04T16:00");
        assertThat(rule(Unit.HOUR, 24).due(received, CALENDAR)).isEqualTo(london("2011-03-05T16:00"));
        assertThat(rule(Unit.WORKING_DAY, 1).due(received, CALENDAR)).isEqualTo(london("2011-03-07T23:59:59"));
    }

    @Test
    void twenty_four_hours_are_twenty_four_hours_when_the_clocks_change() {
        assertThat(rule(Unit.HOUR, 24).due(london("2011-03-26T16:00"), CALENDAR))
                .isEqualTo(london("2011-03-27T17:00"));
    }
}
