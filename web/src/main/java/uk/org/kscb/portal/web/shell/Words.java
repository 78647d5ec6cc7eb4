package uk.org.kscb.portal.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;

/** Dates, figures and small words as the portal writes them; the pages call these as {@code k:day(...)}. */
public final class Words {
    private static final DateTimeFormatter DAY = format("d MMM uuuu");
    private static final DateTimeFormatter SHORT_DAY = format("d MMM");
    private static final DateTimeFormatter LONG_DAY = format("d MMMM uuuu");
    private static final DateTimeFormatter WEEKDAY = format("EEEE d MMMM uuuu");
    private static final DateTimeFormatter MOMENT = format("d MMM uuuu, HH:mm");
    private static final List<String> TO_TEN =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Words() {}

    /** In tables: 30 Sep 2011. */
    public static String day(@Nullable LocalDate day) {
        return written(DAY, day);
    }

    /** Beside other dates of the same year: 30 Sep. */
    public static String shortDay(@Nullable LocalDate day) {
        return written(SHORT_DAY, day);
    }

    /** In sentences: 30 September 2011. */
    public static String longDay(@Nullable LocalDate day) {
        return written(LONG_DAY, day);
    }

    /** Friday 30 September 2011. */
    public static String weekday(@Nullable LocalDate day) {
        return written(WEEKDAY, day);
    }

    /** How far a day is from the day shown: in 23 days, today, 15 days late. */
    public static String away(@Nullable LocalDate day, @Nullable LocalDate today) {
        if (day == null || today == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        return days > 0 ? "in " + count(days, "day") : count(-days, "day") + " late";
    }

    /** 15 Jun 2011, 10:42, London time. */
    public static String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(PortalClock.LONDON));
    }

    /** The day of a moment: 15 Jun 2011. */
    public static String momentDay(@Nullable Instant moment) {
        return moment == null ? "" : DAY.format(moment.atZone(PortalClock.LONDON));
    }

    /** 1 action, 12 actions, 1,204 actions. */
    public static String count(long number, String one) {
        return String.format(Locale.UK, "%,d ", number) + plural(number, one);
    }

    /** For sentences: two actions; figures from eleven. */
    public static String inWords(long number, String one) {
        return number >= 0 && number < TO_TEN.size()
                ? TO_TEN.get((int) number) + " " + plural(number, one)
                : count(number, one);
    }

    public static String capital(@Nullable String words) {
        return words == null || words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** An enum constant as it stands in classes and addresses: at-risk. */
    public static String slug(@Nullable Object constant) {
        return constant instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT).replace('_', '-') : "";
    }

    public static String join(@Nullable Collection<?> things, String between) {
        return things == null ? "" : things.stream().map(String::valueOf).collect(Collectors.joining(between));
    }

    /** A value for the part of an address after the question mark. */
    public static String url(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The ids of what describes an input: its help and, when wrong, its error. */
    public static @Nullable String describedBy(String id, @Nullable String help, boolean wrong) {
        boolean helped = help != null && !help.isEmpty();
        if (!helped && !wrong) {
            return null;
        }
        return (helped ? id + "-help" : "") + (helped && wrong ? " " : "") + (wrong ? id + "-error" : "");
    }

    private static String plural(long number, String one) {
        if (number == 1) {
            return one;
        }
        return one.endsWith("y") && !one.endsWith("ay") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }

    private static DateTimeFormatter format(String pattern) {
        // English, not British: since CLDR 38 the British short month is "Sept"
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private static String written(DateTimeFormatter format, @Nullable LocalDate day) {
        return day == null ? "" : format.format(day);
    }
}
