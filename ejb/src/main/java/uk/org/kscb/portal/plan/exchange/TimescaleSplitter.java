package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart a timescale cell that holds several dates, each a milestone of its own. */
final class TimescaleSplitter {

    private static final Pattern UNFINISHED =
            Pattern.compile("(?:[-–—,(&]|\\b(?:to|until|till|from|by|and|of|in))\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CARRIES_ON = Pattern.compile(
            "^\\s*(?:[-–—,;)&]|(?:to|until|till|and)\\b|\\(|(?:19|20)\\d\\d\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_SIGN = Pattern.compile("\\s*(?:;|&|,|\\band\\b)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");

    /** @param ofOneLine the parts stood in one line and so share what stands beside them */
    record Parts(List<String> parts, boolean ofOneLine) {

        boolean several() {
            return parts.size() > 1;
        }
    }

    private TimescaleSplitter() {}

    static Parts split(String cell) {
        List<String> lines = joinedLines(cell);
        List<String> parts = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            List<String> dates = datesOf(line);
            inside |= dates.size() > 1;
            parts.addAll(dates);
        }
        return new Parts(List.copyOf(parts), inside && lines.size() == 1);
    }

    /** The cell's lines, with those put together that only a narrow column has broken. */
    private static List<String> joinedLines(String cell) {
        List<String> lines = new ArrayList<>();
        for (String line : cell.split("\n")) {
            String text = CellText.lines(line).getFirst().text();
            boolean onwards = !lines.isEmpty()
                    && (UNFINISHED.matcher(lines.getLast()).find()
                            || CARRIES_ON.matcher(line).find()
                            || !hasTiming(text)
                            || !hasTiming(lines.getLast()));
            if (onwards) {
                lines.add(lines.removeLast() + " " + line);
            } else {
                lines.add(lines.isEmpty() ? line : text);
            }
        }
        return lines;
    }

    private static boolean hasTiming(String text) {
        TimescaleReading alone = TimescaleReader.read(text, null);
        return alone.completed()
                || alone.recurrence() != null
                || DateWording.in(text).stream().anyMatch(DateWording::hasMonth);
    }

    /** Nothing but space, or a word in brackets that belongs to the date before it: "(review)". */
    private static boolean isSpace(String gap) {
        return gap.isBlank() || ASIDE.matcher(gap.strip()).matches();
    }

    private static List<String> datesOf(String line) {
        List<DateWording> dates = DateWording.in(line);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i + 1 < dates.size(); i++) {
            DateWording left = dates.get(i);
            DateWording right = dates.get(i + 1);
            if (!left.complete() || !right.hasMonth()) {
                continue;
            }
            String gap = line.substring(left.to(), right.from());
            Matcher sign = LIST_SIGN.matcher(gap);
            if (sign.find()) {
                parts.add(line.substring(from, left.to() + sign.start()).strip());
                from = left.to() + sign.end();
            } else if (isSpace(gap) && (right.hasDay() || right.complete())) {
                parts.add(line.substring(from, left.to() + gap.length()).strip());
                from = right.from();
            }
        }
        parts.add(line.substring(from).strip());
        return parts;
    }
}
