package uk.org.kscb.portal.web.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import uk.org.kscb.portal.plan.PlanPicture;
import uk.org.kscb.portal.plan.PlanPicture.ActionLine;
import uk.org.kscb.portal.plan.PlanPicture.OutcomeLine;
import uk.org.kscb.portal.plan.PlanPicture.Span;

/**
 * Every milestone on a line of time. Lengths are pixels of a plot that is {@link #WIDTH} wide; what is drawn is said in
 * words, too.
 *
 * @param months where each quarter starts, for the head and the grid
 * @param today where the day shown stands
 */
public record Timeline(int width, List<Mark> months, int today, List<Group> groups) {
    static final int WIDTH = 780;

    /** Room at both ends, so that a mark on the first or last day is whole. */
    private static final int EDGE = 14;

    private static final String[] QUARTERS = {"Jan", "Apr", "Jul", "Oct"};

    /** @param year printed where a year starts, else empty */
    public record Mark(int x, String words, String year) {}

    /** An outcome with its actions. */
    public record Group(int priority, String priorityTitle, boolean first, String ref, String text, List<Line> lines) {}

    /** @param words the line's dates for those who do not see the plot */
    public record Line(
            String ref,
            String href,
            String text,
            String status,
            String statusWord,
            List<Bar> bars,
            String words,
            List<Entry> entries) {}

    /**
     * One milestone drawn.
     *
     * @param open without an end date: broken, to the end of the plot
     * @param end where its mark stands
     */
    public record Bar(int x, int width, boolean open, boolean line, int end) {}

    /** One milestone in the table. */
    public record Entry(int no, String timescaleRaw, String read) {}

    static Timeline of(PlanPicture picture, String day) {
        Scale scale = new Scale(picture.from(), picture.to());
        List<Group> groups = new ArrayList<>();
        for (PlanPicture.PriorityLine priority : picture.priorities()) {
            boolean first = true;
            for (OutcomeLine outcome : priority.outcomes()) {
                List<Line> lines =
                        outcome.actions().stream().map(a -> line(a, scale, day)).toList();
                groups.add(new Group(priority.no(), priority.title(), first, outcome.ref(), outcome.text(), lines));
                first = false;
            }
        }
        return new Timeline(WIDTH, scale.quarters(), scale.x(picture.asAt()), groups);
    }

    private static Line line(ActionLine action, Scale scale, String day) {
        List<Entry> entries = action.spans().stream()
                .map(s -> new Entry(s.no(), s.timescaleRaw(), read(s)))
                .toList();
        return new Line(
                action.ref(),
                "/actions/" + action.ref() + (day.isEmpty() ? "" : "?" + day),
                action.text(),
                action.status().slug(),
                action.status().word(),
                action.spans().stream()
                        .filter(s -> s.start() != null || s.end() != null)
                        .map(s -> bar(s, scale))
                        .toList(),
                action.status().word() + ". "
                        + String.join("; ", entries.stream().map(Entry::read).toList()),
                entries);
    }

    private static String read(Span span) {
        String dates = span.completed() && span.end() == null
                ? "Complete, no date given"
                : MilestoneLine.span(span.start(), span.end());
        return span.review() ? dates + " (review)" : dates;
    }

    private static Bar bar(Span span, Scale scale) {
        LocalDate end = span.end();
        LocalDate start = span.start();
        int right = end == null ? scale.right() : scale.x(end);
        int left = start == null ? right : scale.x(start);
        return new Bar(left, Math.max(right - left, 0), end == null, right > left, right);
    }

    /** Days to pixels. */
    private record Scale(LocalDate from, LocalDate to) {
        int x(LocalDate day) {
            long days = Math.max(1, ChronoUnit.DAYS.between(from, to));
            long x = EDGE + ChronoUnit.DAYS.between(from, day) * (WIDTH - 2 * EDGE) / days;
            return (int) Math.clamp(x, 2, WIDTH - 2);
        }

        int right() {
            return WIDTH - EDGE;
        }

        List<Mark> quarters() {
            List<Mark> marks = new ArrayList<>();
            LocalDate month = from.withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / 3 * 3 + 1);
            for (LocalDate m = month; !m.isAfter(to); m = m.plusMonths(3)) {
                if (!m.isBefore(from)) {
                    int quarter = (m.getMonthValue() - 1) / 3;
                    marks.add(
                            new Mark(x(m), QUARTERS[quarter], quarter == 0 || marks.isEmpty() ? "" + m.getYear() : ""));
                }
            }
            return marks;
        }
    }
}
