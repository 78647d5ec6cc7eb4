package uk.org.kscb.portal.plan.exchange;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an action and the text that may stand behind it in the same cell.
 *
 * @param ref without a final dot
 * @param depth how many numbers it has: 3 in "2.4.7"
 */
record ActionRef(String ref, int depth, String rest) {

    /** Three-part numbers in running text. */
    static final Pattern IN_TEXT = Pattern.compile("(?<![\\d.])(\\d{1,2}\\.\\d{1,2}\\.\\d{1,3})(?![\\d]|\\.\\d)");

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?:action|ref(?:erence)?|no)\\.?\\s*)?(\\d{1,3}(?:\\.\\d{1,3}){0,3})(?:\\.(?!\\d)|\\)|:)?(?![\\d/]|\\.\\d)\\s*(?:[-–—:]\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_FOLLOWS =
            Pattern.compile("^(?:(?:st|nd|rd|th)\\b|%).*", Pattern.CASE_INSENSITIVE);

    static @Nullable ActionRef at(String cell) {
        Matcher number = NUMBER.matcher(cell);
        if (!number.find()) {
            return null;
        }
        String ref = number.group(1);
        String rest = cell.substring(number.end()).strip();
        return DATE_FOLLOWS.matcher(rest).matches() ? null : new ActionRef(ref, depthOf(ref), rest);
    }

    static int depthOf(String ref) {
        return (int) ref.chars().filter(c -> c == '.').count() + 1;
    }

    /** The first numbers of a reference: {@code prefix("2.4.7", 2)} is "2.4". */
    static String prefix(String ref, int numbers) {
        String[] parts = ref.split("\\.");
        return String.join(".", Arrays.copyOf(parts, Math.min(numbers, parts.length)));
    }
}
