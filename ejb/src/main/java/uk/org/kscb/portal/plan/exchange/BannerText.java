package uk.org.kscb.portal.plan.exchange;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a line across the plan says: a priority's or outcome's heading, key objectives, accountable leads. */
sealed interface BannerText {

    record PriorityHeading(int no, String title) implements BannerText {}

    record OutcomeHeading(String ref, String text) implements BannerText {}

    record KeyObjectives(List<String> objectives) implements BannerText {}

    record AccountableLeads(List<String> leads) implements BannerText {}

    String SIGN = "\\s*[-–—:.]*\\s*";
    List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    Pattern PRIORITY = Pattern.compile(
            "^(?:improvement )?(?:priority|theme|workstream|strand)(?: area)?\\s+(\\d{1,2}|" + String.join("|", NUMBERS)
                    + ")\\b(?!\\.\\d)" + SIGN + "(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern PRIORITY_OF_TWO_LEVELS = Pattern.compile(
            "^(?:objective|outcome|aim|recommendation|goal|section)\\s+(\\d{1,2})\\b(?!\\.\\d)" + SIGN + "(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern OUTCOME = Pattern.compile(
            "^(\\d{1,2}\\.\\d{1,2})\\.?(?!\\d|\\.\\d)\\s*((?:outcome|objective|aim)\\b)?" + SIGN + "(.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern OUTCOME_WORD_FIRST = Pattern.compile(
            "^(?:outcome|objective|aim)\\s+(\\d{1,2}\\.\\d{1,2})\\b\\.?(?!\\d)" + SIGN + "(.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern OBJECTIVES =
            Pattern.compile("^key objectives?" + SIGN + "(.+)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern LEADS = Pattern.compile(
            "^(?:priority )?(?:accountable )?leads?(?:\\s*\\([^)]*\\))?\\s*[-–—:]\\s*(.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * @param heading set as a heading or standing across a table, so that a number is enough
     * @param depth how many numbers an action's reference has in this plan
     */
    static @Nullable BannerText of(String text, boolean heading, int depth) {
        String line = CellText.oneLine(text);
        Matcher priority = PRIORITY.matcher(line);
        if (priority.matches()) {
            return new PriorityHeading(
                    number(priority.group(1)), priority.group(2).strip());
        }
        Matcher outcome = OUTCOME.matcher(line);
        if (depth == 3 && outcome.matches() && (heading || outcome.group(2) != null)) {
            return new OutcomeHeading(outcome.group(1), outcome.group(3).strip());
        }
        Matcher wordFirst = OUTCOME_WORD_FIRST.matcher(line);
        if (wordFirst.matches()) {
            return new OutcomeHeading(wordFirst.group(1), wordFirst.group(2).strip());
        }
        Matcher twoLevels = PRIORITY_OF_TWO_LEVELS.matcher(line);
        if (depth < 3 && heading && twoLevels.matches()) {
            return new PriorityHeading(
                    number(twoLevels.group(1)), twoLevels.group(2).strip());
        }
        Matcher objectives = OBJECTIVES.matcher(line);
        if (objectives.matches()) {
            return new KeyObjectives(
                    list(objectives.group(1), objectives.group(1).contains(";") ? ";" : "(?<=\\.)\\s"));
        }
        Matcher leads = LEADS.matcher(line);
        return leads.matches() ? new AccountableLeads(list(leads.group(1), ",|;")) : null;
    }

    private static List<String> list(String text, String sign) {
        return Stream.of(text.split(sign))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static int number(String text) {
        int word = NUMBERS.indexOf(text.toLowerCase(Locale.UK));
        return word >= 0 ? word + 1 : Integer.parseInt(text);
    }
}
