package uk.org.kscb.portal.referral;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.model.Receipt.Deadlines;

/** Until when the desk must do what, by the rules of the day of receipt. */
final class DueDates {
    private DueDates() {}

    static Deadlines of(Instant received, Map<Clock, ClockRule> rules, WorkingDays calendar) {
        Instant day = rule(rules, Clock.DECIDE_DAY).due(received, calendar);
        return new Deadlines(
                received,
                rule(rules, Clock.DECIDE_HOURS).due(received, calendar),
                day,
                rule(rules, Clock.ACKNOWLEDGE).due(received, calendar),
                rule(rules, Clock.TELL).amount(),
                calendar.provisional(day.atZone(PortalClock.LONDON).toLocalDate()));
    }

    /** Working days from the day of the decision. */
    static Instant tell(Instant decided, int workingDays, WorkingDays calendar) {
        return ClockRule.endOf(calendar.plus(decided.atZone(PortalClock.LONDON).toLocalDate(), workingDays));
    }

    private static ClockRule rule(Map<Clock, ClockRule> rules, Clock clock) {
        return Objects.requireNonNull(rules.get(clock), "no rule for " + clock);
    }
}
