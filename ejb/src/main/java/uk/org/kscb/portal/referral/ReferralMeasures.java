package uk.org.kscb.portal.referral;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.org.kscb.portal.platform.statistics.Share;

/**
 * Measures 4a (decided in time, by both clocks) and 4b (referrers told in writing), by agency and month (BRIEF 6.2).
 *
 * @param months newest first; by the month in which the referral was received, London time
 */
public record ReferralMeasures(List<Month> months) {

    /**
     * @param all of every agency together, also of those whose row is not shown
     * @param hours the rules of that month by the hour: "24 hours", two of them where the board changed it within
     * @param day those by the working day: "1 working day"
     */
    public record Month(YearMonth month, Row all, List<Row> agencies, String hours, String day) {
        Month by(List<ClockRule> rules) {
            return new Month(month, all, agencies, words(rules, Clock.DECIDE_HOURS), words(rules, Clock.DECIDE_DAY));
        }

        private String words(List<ClockRule> rules, Clock clock) {
            List<ClockRule> own = rules.stream()
                    .filter(rule -> rule.clock() == clock && !rule.from().isAfter(month.atEndOfMonth()))
                    .sorted(Comparator.comparing(ClockRule::from))
                    .toList();
            int first = 0; // the last one that held on the first day
            while (first + 1 < own.size() && !own.get(first + 1).from().isAfter(month.atDay(1))) {
                first++;
            }
            return own.subList(first, own.size()).stream().map(ClockRule::words).collect(Collectors.joining(", then "));
        }
    }

    /**
     * @param received referrals received in the month
     * @param inHours decided in time by the hour, of those decided or due
     * @param inDay decided in time by the working day, of those decided or due
     * @param told told in writing, of those decided
     * @param neverTold where the referrer says that nobody told them
     */
    public record Row(
            String code, String name, Figure received, Cell inHours, Cell inDay, Cell told, Figure neverTold) {}

    /** A share with its counts; empty when it is kept back because the numbers are small. */
    public record Cell(Optional<Share> share) {}

    /** A count; empty when it is kept back. */
    public record Figure(Optional<Long> count) {}
}
