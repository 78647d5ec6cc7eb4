package uk.org.kscb.portal.practiceaudit.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what in a heading or a cell points to one child. What is found is named by its kind and never repeated: a refusal
 * must not carry on what it refuses. Source: brief, 8.1.
 */
public final class Identifiers {
    private static final Map<Pattern, String> HEADINGS = new LinkedHashMap<>();
    private static final Map<Pattern, String> CELLS = new LinkedHashMap<>();

    static {
        heading(
                "\\b(fore|sur|first|last|family|given|child'?s?|client|full)? ?-?name|\\bname\\b|\\binitials?\\b|\\balias",
                "names");
        heading("\\bd\\.?o\\.?b\\b|birth|\\bborn\\b", "dates of birth");
        heading("\\bnhs\\b", "NHS numbers");
        heading("\\bupn\\b|unique pupil", "unique pupil numbers");
        heading("post ?code|\\bzip\\b", "postcodes");
        heading(
                "\\bics\\b|liquid ?logic|case ?number|record ?number|file ?number|\\bpnc\\b|\\bcrn\\b",
                "case record numbers");
        heading("address|street|\\broad\\b|house", "addresses");
        heading("e-?mail|phone|mobile", "contact details");
        heading("school", "schools");
        heading("worker|officer|practitioner|teacher|mother|father|parent|carer|sibling", "people");
        cell("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}", "a postcode");
        cell("[A-HJ-NP-RT-Z]\\d{11}[\\dA-HJ-NP-RT-Z]", "a unique pupil number");
        cell("\\d{1,2}[/.\\- ]\\d{1,2}[/.\\- ](19|20)?\\d\\d|(19|20)\\d\\d-\\d\\d-\\d\\d(T.*)?", "a date of birth");
        cell("\\d{1,2} ?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* ?(19|20)?\\d\\d", "a date of birth");
        cell("(\\+44|0)[\\d ()]{9,13}", "a telephone number");
        cell("\\S+@\\S+\\.\\S+", "an e-mail address");
    }

    private Identifiers() {}

    private static void heading(String pattern, String what) {
        HEADINGS.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), what);
    }

    private static void cell(String pattern, String what) {
        CELLS.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), what);
    }

    /** @return "names", "dates of birth", … if a column with this heading would hold them */
    public static Optional<String> inHeading(String heading) {
        String words =
                heading.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').strip();
        return HEADINGS.entrySet().stream()
                .filter(e -> e.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** @return "a postcode", "an NHS number", … if the whole cell looks like one */
    public static Optional<String> inCell(String cell) {
        String text = cell.strip();
        return isNhsNumber(text)
                ? Optional.of("an NHS number")
                : CELLS.entrySet().stream()
                        .filter(e -> e.getKey().matcher(text).matches())
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Ten digits whose last one checks the others, modulo 11; blanks and hyphens between them do not matter. */
    static boolean isNhsNumber(String text) {
        String digits = text.replaceAll("[ \\-]", "");
        if (!digits.matches("\\d{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }
}
