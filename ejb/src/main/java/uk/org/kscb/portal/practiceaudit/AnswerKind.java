package uk.org.kscb.portal.practiceaudit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a question is answered. What may be answered is kept as a slug; words for the eye are made from it. */
public enum AnswerKind {
    YES_NO("Yes, partly, no"),
    SCALE("Scale of 0 to 3"),
    DATE("Date"),
    DATE_TIME("Date and time"),
    LEVEL("Level of need, 1 to 4"),
    TEXT("Text"),
    CHOICE("Choice"),
    GRADE("Grade");

    /** Answers, not grades: the first drops out of every count, the second too. */
    public static final String NA = "NA";

    public static final String NOT_KNOWN = "NOT_KNOWN";

    private static final Option DOES_NOT_APPLY = new Option(NA, "Does not apply");
    private static final Option UNKNOWN = new Option(NOT_KNOWN, "Not known");

    /** @param value as it is kept; @param words as it is shown */
    public record Option(String value, String words) {}

    private final String words;

    AnswerKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * What may be chosen, in order; empty where the answer is typed.
     *
     * @param choices of a question of kind {@link #CHOICE}, as it shows them
     */
    public List<Option> options(List<String> choices) {
        return switch (this) {
            case YES_NO ->
                List.of(
                        new Option("YES", "Yes"),
                        new Option("PARTLY", "Partly"),
                        new Option("NO", "No"),
                        DOES_NOT_APPLY,
                        UNKNOWN);
            case SCALE ->
                List.of(
                        new Option("0", "0 Not at all"),
                        new Option("1", "1 In part"),
                        new Option("2", "2 Mostly"),
                        new Option("3", "3 Fully"),
                        DOES_NOT_APPLY,
                        UNKNOWN);
            case LEVEL ->
                List.of(
                        new Option("1", "Level 1"),
                        new Option("2", "Level 2"),
                        new Option("3", "Level 3"),
                        new Option("4", "Level 4"),
                        new Option("NONE", "None given"));
            case CHOICE ->
                Stream.concat(choices.stream().map(c -> new Option(slug(c), c)), Stream.of(DOES_NOT_APPLY, UNKNOWN))
                        .collect(Collectors.toUnmodifiableList());
            case DATE, DATE_TIME -> List.of(DOES_NOT_APPLY, UNKNOWN);
            case TEXT, GRADE -> List.of();
        };
    }

    /** Whether a value is an answer to such a question. Grades are kept apart and never come this way. */
    public boolean allows(String value, List<String> choices) {
        if (options(choices).stream().anyMatch(o -> o.value().equals(value))) {
            return true;
        }
        try {
            return switch (this) {
                case DATE -> value.length() == 10 && LocalDate.parse(value).getYear() > 1900;
                case DATE_TIME ->
                    value.length() == 16 && LocalDateTime.parse(value).getYear() > 1900;
                default -> false;
            };
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /** "Given by the parent" as it is kept: given-by-the-parent, at most 20 characters. */
    public static String slug(String choice) {
        String slug = choice.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(slug.length(), 20)).replaceAll("-$", "");
    }
}
