package uk.org.kscb.portal.plan.exchange;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as written, whole or in part: "31 June 2011", "1 March", "July 2011", "1-". Zero stands for a part that is
 * not there.
 *
 * @param from where it begins in the text
 * @param to where it ends in the text
 * @param shortYear the year had two digits only
 */
record DateWording(int day, int month, int year, int from, int to, boolean shortYear) {

    private static final String MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final String DASH = "[-–—]";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<iso>\\b(?<iy>(?:19|20)\\d\\d)-(?<im>\\d\\d)-(?<id>\\d\\d)\\b)"
                    + "|(?<num>\\b(?<nd>\\d{1,2})(?<sep>[/.-])(?<nm>\\d{1,2})\\k<sep>(?<ny>(?:19|20)\\d\\d|\\d\\d)\\b)"
                    + "|(?<words>(?:\\b(?<wd>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]*)?(?<!\\p{L})(?<wm>" + MONTHS
                    + ")\\b\\.?,?(?:[\\s-]*(?<wy>(?:19|20)\\d\\d)\\b|\\s*['’](?<wq>\\d\\d)\\b|-(?<wh>\\d\\d)\\b(?!\\s*(?:"
                    + MONTHS + "))|\\s(?<ws>[012]\\d)\\b(?!\\s*(?:[.:/-]\\s*\\d|" + MONTHS + ")))?)"
                    + "|(?<lone>\\b(?<ld>\\d{1,2})(?:st|nd|rd|th)?(?=\\s*(?:" + DASH
                    + "|to\\b)\\s*\\d{1,2}(?:st|nd|rd|th)?"
                    + "[\\s-]*(?:" + MONTHS + ")\\b))",
            Pattern.CASE_INSENSITIVE);

    /** Every date in the text, in order. A month that a date cannot have (31/13/2011) makes no date. */
    static List<DateWording> in(String text) {
        List<DateWording> found = new ArrayList<>();
        Matcher m = WRITTEN.matcher(text);
        while (m.find()) {
            DateWording date = read(m);
            if (date.month <= 12) {
                found.add(date);
            }
        }
        return found;
    }

    private static DateWording read(Matcher m) {
        if (m.group("iso") != null) {
            return new DateWording(number(m, "id"), number(m, "im"), number(m, "iy"), m.start(), m.end(), false);
        }
        if (m.group("num") != null) {
            boolean brief = m.group("ny").length() == 2;
            int year = number(m, "ny") + (brief ? 2000 : 0);
            int month = number(m, "nm");
            return new DateWording(number(m, "nd"), month == 0 ? 13 : month, year, m.start(), m.end(), brief);
        }
        if (m.group("lone") != null) {
            return new DateWording(number(m, "ld"), 0, 0, m.start(), m.end(), false);
        }
        int brief = Math.max(number(m, "ws"), Math.max(number(m, "wq"), number(m, "wh")));
        int year = brief > 0 ? 2000 + brief : number(m, "wy");
        return new DateWording(number(m, "wd"), monthNo(m.group("wm")), year, m.start(), m.end(), brief > 0);
    }

    private static int number(Matcher m, String group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int monthNo(String name) {
        String start = name.substring(0, 3).toLowerCase(Locale.UK);
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.UK).startsWith(start)) {
                return month.getValue();
            }
        }
        throw new IllegalArgumentException("no month: " + name);
    }

    boolean hasDay() {
        return day > 0;
    }

    boolean hasMonth() {
        return month > 0;
    }

    boolean hasYear() {
        return year > 0;
    }

    boolean complete() {
        return hasMonth() && hasYear();
    }

    /** The day is beyond the month's last. */
    boolean impossible() {
        return complete() && hasDay() && day > lastDay().getDayOfMonth();
    }

    DateWording withMonth(int given) {
        return new DateWording(day, given, year, from, to, shortYear);
    }

    DateWording withYear(int given) {
        return new DateWording(day, month, given, from, to, shortYear);
    }

    LocalDate lastDay() {
        return YearMonth.of(year, month).atEndOfMonth();
    }

    /** As a first day: the month's first where no day is given; an impossible day is clamped. */
    LocalDate asStart() {
        return hasDay() ? clamped() : YearMonth.of(year, month).atDay(1);
    }

    /** As a last day: the month's last where no day is given; an impossible day is clamped. */
    LocalDate asEnd() {
        return hasDay() ? clamped() : lastDay();
    }

    private LocalDate clamped() {
        return impossible() ? lastDay() : LocalDate.of(year, month, day);
    }

    String monthAndYear() {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK) + " " + year;
    }

    String inWords() {
        return day + " " + monthAndYear();
    }

    static String inWords(LocalDate date) {
        return date.getDayOfMonth() + " " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " "
                + date.getYear();
    }
}
