package uk.org.kscb.portal.web.practiceaudit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.org.kscb.portal.practiceaudit.AuditCalendar;
import uk.org.kscb.portal.practiceaudit.AuditCalendar.Entry;
import uk.org.kscb.portal.practiceaudit.StepView;
import uk.org.kscb.portal.web.shell.Words;

/**
 * The steps of audits on a line of time; lengths are pixels of a plot that is {@link #WIDTH} wide. What is drawn is said in
 * words, too.
 *
 * @param months where each month starts
 * @param today where the day shown stands
 */
public record StepChart(int width, List<Mark> months, int today, List<Line> lines) {
    static final int WIDTH = 780;
    private static final int EDGE = 14;

    /** Months closer than this have no room for their name. */
    private static final int ROOM = 56;

    public record Mark(int x, String words) {}

    /** @param words the steps and days for those who do not see the plot */
    public record Line(String code, String title, int from, int until, List<Stop> stops, String words) {}

    /** @param look {@code complete}, {@code late} or {@code not-started}: a shape of status.svg */
    public record Stop(int x, String look) {}

    static StepChart of(AuditCalendar calendar) {
        List<LocalDate> days = calendar.audits().stream()
                .flatMap(a -> a.steps().stream())
                .map(StepView::due)
                .filter(Objects::nonNull)
                .toList();
        LocalDate from = days.stream().min(LocalDate::compareTo).orElse(calendar.today());
        LocalDate until =
                days.stream().max(LocalDate::compareTo).orElse(calendar.today().plusMonths(3));
        Scale scale = new Scale(from.withDayOfMonth(1), until.plusMonths(1).withDayOfMonth(1));
        List<Line> lines = calendar.audits().stream()
                .filter(a -> a.steps().stream().anyMatch(s -> s.due() != null))
                .map(a -> line(a, scale))
                .toList();
        return new StepChart(WIDTH, scale.months(), scale.x(calendar.today()), lines);
    }

    private static Line line(Entry audit, Scale scale) {
        List<Stop> stops = new ArrayList<>();
        for (StepView step : audit.steps()) {
            LocalDate due = step.due();
            if (due != null) {
                LocalDate at = step.done() == null ? due : step.done();
                stops.add(
                        new Stop(scale.x(at), step.done() != null ? "complete" : step.late() ? "late" : "not-started"));
            }
        }
        int first = stops.stream().mapToInt(Stop::x).min().orElse(0);
        int last = stops.stream().mapToInt(Stop::x).max().orElse(0);
        String words = audit.steps().stream()
                .filter(s -> s.due() != null)
                .map(s -> s.step().words() + " " + Words.day(s.done() == null ? s.due() : s.done())
                        + (s.done() != null ? ", done" : s.late() ? ", late" : ""))
                .collect(Collectors.joining("; "));
        return new Line(audit.code(), audit.title(), first, last, stops, words);
    }

    /** Days to pixels. */
    private record Scale(LocalDate from, LocalDate until) {
        int x(LocalDate day) {
            long days = Math.max(1, ChronoUnit.DAYS.between(from, until));
            long x = EDGE + ChronoUnit.DAYS.between(from, day) * (WIDTH - 2 * EDGE) / days;
            return (int) Math.clamp(x, 2, WIDTH - 2);
        }

        List<Mark> months() {
            List<Mark> marks = new ArrayList<>();
            int last = -ROOM;
            for (LocalDate m = from; m.isBefore(until); m = m.plusMonths(1)) {
                boolean room = x(m) - last >= ROOM;
                boolean year = m.getMonthValue() == 1 || marks.isEmpty();
                marks.add(new Mark(
                        x(m), room ? Words.shortDay(m).replaceFirst("^1 ", "") + (year ? " " + m.getYear() : "") : ""));
                last = room ? x(m) : last;
            }
            return marks;
        }
    }
}
