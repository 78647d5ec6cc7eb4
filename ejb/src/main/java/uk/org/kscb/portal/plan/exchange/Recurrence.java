package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for things that happen again and again. */
final class Recurrence {

    private static final String INTERVALS =
            "(?:bi|six|three)[- ]?(?:annual(?:ly)?|monthly|weekly)|half[- ]yearly|annual(?:ly)?"
                    + "|yearly|quarterly|monthly|fortnightly|weekly|daily|termly";
    private static final Pattern INTERVAL = Pattern.compile("\\b(" + INTERVALS + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERY = Pattern.compile(
            "\\b(?:every|each)\\s+((?:\\d+|two|three|four|six)\\s+)?(day|week|month|quarter|term|year)s?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT = Pattern.compile(
            "\\b(after|following|at|on|before)\\s+(each|every|any)\\s+([\\p{L}-]+(?:\\s+[\\p{L}-]+)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEDULE = Pattern.compile(
            "\\b(?:as )?(per|according to)\\s+((?:\\p{L}+\\s+){1,3}schedule)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLING =
            Pattern.compile("\\brolling(?=\\s+(?:programme|basis|plan)|\\s*[,;)]|\\s*$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_ON_YEAR =
            Pattern.compile("\\b(?:year on year|per annum|once a year)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REGULARLY = Pattern.compile("\\bregularly\\b", Pattern.CASE_INSENSITIVE);

    /** @param phrase the words as they stand in the text */
    record Found(String phrase, String every) {}

    private Recurrence() {}

    /** What a timescale says: intervals ("weekly and monthly"), events ("after each audit"), schedules. */
    static @Nullable String inTimescale(String text) {
        List<String> found = new ArrayList<>();
        Matcher event = EVENT.matcher(text);
        if (event.find()) {
            found.add(CellText.oneLine(event.group()).toLowerCase(Locale.UK));
        }
        Matcher schedule = SCHEDULE.matcher(text);
        if (schedule.find()) {
            found.add("per " + CellText.oneLine(schedule.group(2)).toLowerCase(Locale.UK));
        }
        intervals(text).forEach(i -> {
            if (!found.contains(i.every())) {
                found.add(i.every());
            }
        });
        if (ROLLING.matcher(text).find()) {
            found.add("rolling");
        }
        return found.isEmpty() ? null : String.join(" and ", found);
    }

    /** The first interval in running text: "reports are provided bi-monthly". */
    static Optional<Found> inText(String text) {
        // "daily" in running text is a way of speaking ("daily steps"), not a date to keep
        Optional<Found> interval =
                intervals(text).stream().filter(i -> !i.every().equals("daily")).findFirst();
        if (interval.isPresent()) {
            return interval;
        }
        Matcher regularly = REGULARLY.matcher(text);
        return regularly.find() ? Optional.of(new Found(regularly.group(), "regularly")) : Optional.empty();
    }

    static boolean isEvent(String recurrence) {
        return EVENT.matcher(recurrence).find();
    }

    /** "audit" from "after each audit". */
    static String event(String recurrence) {
        Matcher event = EVENT.matcher(recurrence);
        return event.find() ? event.group(2) + " " + event.group(3) : recurrence;
    }

    private static List<Found> intervals(String text) {
        List<Found> found = new ArrayList<>();
        Matcher interval = INTERVAL.matcher(text);
        while (interval.find()) {
            found.add(new Found(interval.group(), plain(interval.group())));
        }
        Matcher every = EVERY.matcher(text);
        while (every.find()) {
            String count = every.group(1);
            found.add(new Found(
                    every.group(),
                    count == null
                            ? adverb(every.group(2))
                            : CellText.oneLine(every.group()).toLowerCase(Locale.UK)));
        }
        Matcher yearly = YEAR_ON_YEAR.matcher(text);
        while (yearly.find()) {
            found.add(new Found(yearly.group(), "annual"));
        }
        return found;
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.UK).replace(' ', '-');
        if (lower.startsWith("bi") && lower.charAt(2) != '-') {
            lower = "bi-" + lower.substring(2);
        }
        return lower.replace("annually", "annual")
                .replace("half-yearly", "six-monthly")
                .replace("yearly", "annual");
    }

    private static String adverb(String unit) {
        return switch (unit.toLowerCase(Locale.UK)) {
            case "day" -> "daily";
            case "year" -> "annual";
            default -> unit.toLowerCase(Locale.UK) + "ly";
        };
    }
}
