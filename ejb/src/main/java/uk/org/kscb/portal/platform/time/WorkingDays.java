package uk.org.kscb.portal.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counting in working days: any day but Saturday, Sunday and a bank holiday in England and Wales. The day that starts a
 * count is day 0, the next working day is day 1 (brief, sections 2.2 and 2.3).
 */
public final class WorkingDays {
    /** England and Wales has eight a year; one or the other may be taken out of the table. */
    private static final int FEWEST_A_YEAR = 5;

    private final NavigableSet<LocalDate> holidays;

    /** @param holidays days, without weekends, that are no working days; at least one */
    public WorkingDays(java.util.Collection<LocalDate> holidays) {
        if (holidays.isEmpty()) {
            throw new IllegalArgumentException("no bank holidays are loaded");
        }
        this.holidays = new TreeSet<>(holidays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** So many working days after the day, or before it when negative; nought is the day itself. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate at = day;
        int step = Integer.signum(workingDays);
        for (int left = Math.abs(workingDays); left > 0; ) {
            at = at.plusDays(step);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /** Working days from one day to another: nought on the same day, negative when the other is earlier. */
    public int between(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return -between(until, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The last day of the last year for which holidays are loaded; a single day that was added beyond it loads no year. */
    public LocalDate loadedUntil() {
        Map<Integer, Long> byYear =
                holidays.stream().collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting()));
        int last = byYear.entrySet().stream()
                .filter(year -> year.getValue() >= FEWEST_A_YEAR)
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElseGet(() -> holidays.last().getYear());
        return LocalDate.of(last, 12, 31);
    }

    /** A day past the loaded years may still move: say so beside it. */
    public boolean provisional(LocalDate day) {
        return day.isAfter(loadedUntil())
                || day.isBefore(LocalDate.of(holidays.first().getYear(), 1, 1));
    }
}
