package uk.org.kscb.portal.plan.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity;

/**
 * Reads the wording of one timescale as dates. Never repairs in silence: whatever had to be completed, guessed or
 * clamped is said in the note and marked as an oddity.
 */
final class TimescaleReader {

    private static final Pattern REVIEW = Pattern.compile("\\breview", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPLETED =
            Pattern.compile("^\\W*(?:now\\s+)?(?:completed?|done|achieved)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile(
            "\\b(?:from|starts?|starting|since|commenc\\w+|begin\\w*|w\\.?e\\.?f)\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_END = Pattern.compile(
            "^\\W*(?:onwards?|and ongoing|ongoing|on-going|and continuing)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile(
            "\\b(?:by|until|till|to|before|deadline|no later than|due|end of|end|by the end of|by"
                    + " end)\\W*(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            "^\\s*(?:\\([^)]*\\))?[\\s,]*(?:[-–—]+|to|until|till|through"
                    + " to|through)(?:\\s+(?:the\\s+)?end(?:\\s+of)?)?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER = Pattern.compile("\\b(?:Q[1-4]|quarter\\s+(?:[1-4]|one|two|three|four))\\b");
    private static final Pattern SEASON = Pattern.compile(
            "\\b(?:spring|summer|autumn|winter|easter|michaelmas|christmas|term|half[- ]term|academic year)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONGOING =
            Pattern.compile("\\b(?:on-?going|continuous(?:ly)?|continuing|throughout)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(?:within|in)\\s+\\w+\\s+(?:working )?(?:day|week|month)s?\\b", Pattern.CASE_INSENSITIVE);

    private TimescaleReader() {}

    /** What to say of a date in it that does not exist; null where all dates do. */
    static @Nullable String impossible(String raw) {
        TimescaleReading reading = read(raw, null);
        return reading.oddity() == Oddity.Kind.IMPOSSIBLE_DATE ? reading.note() : null;
    }

    /** @param previousEnd where the action's previous step ends, to choose a missing year by; null where there is none */
    static TimescaleReading read(String raw, @Nullable LocalDate previousEnd) {
        String text = CellText.oneLine(raw);
        boolean review = REVIEW.matcher(text).find();
        boolean completed = COMPLETED.matcher(text).find();
        String recurrence = Recurrence.inTimescale(text);
        Outcome outcome = new Outcome();
        List<DateWording> dates = merged(DateWording.in(text), text, outcome);
        if (dates.isEmpty()) {
            if (!completed) {
                outcome.noDate(whyNoDate(text, recurrence));
            }
        } else if (dates.size() == 1) {
            single(text, dates.getFirst(), recurrence, outcome);
        } else {
            range(text, dates, previousEnd, outcome);
        }
        return new TimescaleReading(
                raw,
                outcome.start,
                outcome.end,
                review,
                completed,
                recurrence,
                outcome.notes.isEmpty() ? null : String.join("; ", outcome.notes),
                outcome.kind);
    }

    /** Joins "1 March April 2011", a date with two months, into the later reading. */
    private static List<DateWording> merged(List<DateWording> dates, String text, Outcome outcome) {
        List<DateWording> joined = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            DateWording date = dates.get(i);
            if (i + 1 < dates.size()) {
                DateWording next = dates.get(i + 1);
                boolean adjoining = text.substring(date.to(), next.from()).isBlank();
                if (adjoining && date.hasDay() && date.hasMonth() && !date.hasYear() && !next.hasDay()) {
                    DateWording later =
                            new DateWording(date.day(), next.month(), next.year(), date.from(), next.to(), false);
                    outcome.interpreted("two months (\"" + text.substring(date.from(), next.to())
                            + "\"), probably an editing remnant: read as " + later.inWords() + " ("
                            + date.withYear(next.year()).inWords() + " is the other reading)");
                    joined.add(later);
                    i++;
                    continue;
                }
            }
            joined.add(date);
        }
        return joined;
    }

    private static void single(String text, DateWording date, @Nullable String recurrence, Outcome outcome) {
        if (!date.complete()) {
            outcome.noDate("no year is given");
            return;
        }
        String before = text.substring(0, date.from());
        String after = text.substring(date.to());
        boolean closing = CLOSING.matcher(before).find();
        boolean opening = !closing
                && (OPENING.matcher(before).find()
                        || OPEN_END.matcher(after).find()
                        || ONGOING.matcher(before).find()
                        || recurrence != null);
        if (opening) {
            outcome.start = outcome.first(date);
            if (!date.hasDay()) {
                outcome.interpreted("month only start, open end");
            }
        } else if (date.hasDay() || closing) {
            outcome.end = outcome.last(date);
            if (!date.hasDay()) {
                outcome.interpreted("month only: read as the last day of " + date.monthAndYear());
            }
        } else {
            outcome.start = outcome.first(date);
            outcome.end = outcome.last(date);
            outcome.interpreted("month only: read as the whole month");
        }
    }

    private static void range(String text, List<DateWording> dates, @Nullable LocalDate previousEnd, Outcome outcome) {
        DateWording first = dates.getFirst();
        DateWording last = dates.getLast();
        String between = text.substring(first.to(), last.from());
        if (dates.size() > 2 || !RANGE.matcher(between).matches()) {
            outcome.interpreted("several dates: the first read as the start, the last as the end");
        }
        if (!last.hasYear() && first.hasYear() && last.hasMonth()) {
            last = last.withYear(first.year());
            if (first.complete() && last.asEnd().isBefore(first.asStart())) {
                last = last.withYear(first.year() + 1);
            }
            outcome.interpreted("end year omitted: read as " + last.year());
        }
        if (!last.complete()) {
            outcome.noDate("no year is given");
            return;
        }
        DateWording start = completedStart(first, last, previousEnd, outcome);
        if (start.complete()) {
            outcome.start = outcome.first(start);
        }
        outcome.end = outcome.last(last);
        if (REVIEW.matcher(between).find()) {
            outcome.interpreted("the word review sits on the start date, not on the end date");
        }
        if (outcome.start != null && outcome.start.isAfter(outcome.end)) {
            outcome.interpreted("the start is after the end");
        }
    }

    private static DateWording completedStart(
            DateWording first, DateWording last, @Nullable LocalDate previousEnd, Outcome outcome) {
        DateWording start = first;
        if (!start.hasMonth()) {
            start = start.withMonth(last.month()).withYear(last.year());
            outcome.interpreted("start month and year given once, at the end");
            return start;
        }
        if (!start.hasDay() && !last.hasDay()) {
            outcome.interpreted("months only: first day of " + monthName(start) + ", last day of " + monthName(last));
        } else if (!last.hasDay()) {
            outcome.interpreted("end day missing: read as the last day of " + last.monthAndYear());
        } else if (!start.hasDay()) {
            outcome.interpreted("start day missing: read as the first day of the month");
        }
        if (!start.hasYear()) {
            start = start.withYear(last.year());
            if (!start.asStart().isAfter(last.asEnd())) {
                outcome.interpreted("start year omitted, taken from the end date");
            } else if (previousEnd != null && previousEnd.getYear() < last.year()) {
                start = start.withYear(previousEnd.getYear());
                if (start.asStart().isBefore(previousEnd)) {
                    start = start.withYear(Math.min(start.year() + 1, last.year() - 1));
                }
                outcome.interpreted("start year missing: read as " + start.year() + " because the previous step ends "
                        + DateWording.inWords(previousEnd) + " (not " + last.year() + ")");
            } else {
                start = start.withYear(last.year() - 1);
                outcome.interpreted("start year omitted: read as " + start.year() + ", the year before the end");
            }
        }
        return start;
    }

    private static String monthName(DateWording date) {
        return date.withYear(2000).monthAndYear().replace(" 2000", "");
    }

    private static String whyNoDate(String text, @Nullable String recurrence) {
        if (text.isEmpty()) {
            return "no timescale is given";
        }
        if (recurrence != null) {
            return Recurrence.isEvent(recurrence)
                    ? "depends on an event (" + Recurrence.event(recurrence) + "), no date"
                    : "no date, recurrence only";
        }
        if (QUARTER.matcher(text).find()) {
            return "a quarter, but not whose: calendar or financial year; no date";
        }
        if (SEASON.matcher(text).find()) {
            return "a season or school term has no fixed date";
        }
        if (ONGOING.matcher(text).find()) {
            return "ongoing, no date";
        }
        return RELATIVE.matcher(text).find() ? "relative to something else, no date" : "no date could be read";
    }

    /** What has been found out so far. */
    private static final class Outcome {
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;
        private Oddity.@Nullable Kind kind;
        private final List<String> notes = new ArrayList<>();

        void interpreted(String note) {
            say(note);
            if (kind == null) {
                kind = Oddity.Kind.INTERPRETED_DATE;
            }
        }

        void noDate(String note) {
            say(note);
            kind = Oddity.Kind.NO_DATE;
        }

        private void say(String note) {
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }

        LocalDate first(DateWording date) {
            return checked(date, date.asStart());
        }

        LocalDate last(DateWording date) {
            return checked(date, date.asEnd());
        }

        private LocalDate checked(DateWording date, LocalDate read) {
            if (date.impossible()) {
                say(date.inWords() + " does not exist; read as " + DateWording.inWords(read));
                kind = Oddity.Kind.IMPOSSIBLE_DATE;
            } else if (date.shortYear()) {
                interpreted("two-digit year: read as " + date.year());
            }
            return read;
        }
    }
}
