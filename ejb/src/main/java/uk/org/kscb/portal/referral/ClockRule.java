package uk.org.kscb.portal.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;

/**
 * How long a clock runs, under which regime, since when (BRIEF 2.1, 2.4). Which one holds is the board's setting with a
 * date; what was received on a day is counted by the rule of that day for ever.
 *
 * @param amount hours or working days
 */
public record ClockRule(
        Clock clock, String label, Unit unit, int amount, String regime, String source, LocalDate from) {

    /** What is counted. */
    public enum Unit {
        HOUR("hour"),
        WORKING_DAY("working day");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** "24 hours", "1 working day". */
    public String words() {
        return amount + " " + unit.word() + (amount == 1 ? "" : "s");
    }

    /** The last moment in time. Hours run through; the day of the start is day 0, and a day ends at 23:59:59 in London. */
    public Instant due(Instant start, WorkingDays calendar) {
        if (unit == Unit.HOUR) {
            return start.plus(amount, ChronoUnit.HOURS);
        }
        return endOf(calendar.plus(start.atZone(PortalClock.LONDON).toLocalDate(), amount));
    }

    static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(PortalClock.LONDON).toInstant();
    }
}
