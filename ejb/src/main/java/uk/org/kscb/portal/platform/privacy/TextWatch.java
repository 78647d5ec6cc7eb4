package uk.org.kscb.portal.platform.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;

/**
 * Watches what is typed for what may identify a child: likely names, dates of birth, postcodes, phone and NHS numbers.
 * It helps and is no proof; who typed it mends it or confirms that it is none. The same rules stand in {@code portal.js}
 * so that a page can say it before anything is sent. Source: BRIEF 4.10.
 */
public final class TextWatch {

    /** What something looks like, in the words of the sentence that says so. */
    public enum Kind {
        NAME("a name", "Write “mother”, “the child” or a job title instead"),
        BIRTH_DATE("a date of birth", "Give an age band instead, such as “under 5”"),
        POSTCODE("a postcode", "Give the district instead"),
        PHONE("a phone number", "Leave it out"),
        NHS_NUMBER("an NHS number", "Leave it out");

        private final String words;
        private final String advice;

        Kind(String words, String advice) {
            this.words = words;
            this.advice = advice;
        }

        public String words() {
            return words;
        }

        public String advice() {
            return advice;
        }
    }

    /** @param text as it was typed; @param at place of its first letter, from 0 */
    public record Finding(Kind kind, String text, int at) {
        /** “Mrs P” looks like a name. Write “mother”, “the child” or a job title instead, or confirm that it is none. */
        public String sentence() {
            return looks() + ", or confirm that it is not " + kind.words() + ".";
        }

        private String looks() {
            return "“" + text + "” looks like " + kind.words() + ". " + kind.advice();
        }
    }

    private static final String CAPITALISED = "\\p{Lu}[\\p{Ll}’']++(?:-\\p{Lu}\\p{Ll}++)?+";
    private static final Pattern TITLE = Pattern.compile(
            "\\b(?:Mr|Mrs|Ms|Miss|Master|Dr|Baby|Uncle|Auntie|Aunt|Nan|PC|DC|Sgt)\\.?\\s+(?:\\p{Lu}\\b\\.?|"
                    + CAPITALISED + ")");
    private static final Pattern WORDS = Pattern.compile(CAPITALISED + "(?:[ \\t]++" + CAPITALISED + "){1,9}");
    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:called|named|son|daughter|brother|sister|sibling|child|baby)\\s+(" + CAPITALISED + ")");
    private static final Pattern DATE =
            Pattern.compile("\\b(?:0?[1-9]|[12]\\d|3[01])([./-])(?:0?[1-9]|1[0-2])\\1(?:19|20)?\\d\\d\\b");
    private static final Pattern BORN = Pattern.compile(
            "\\b(?:born|d\\.?o\\.?b\\.?|date of birth|birthday)\\b[^.\\n]{0,20}?\\d{1,4}"
                    + "(?:[ ./-]+(?:\\d{1,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile("(?:\\+44|\\b0)(?:[ -]?\\d){9,10}\\b");
    private static final Pattern TEN = Pattern.compile("\\b\\d{3}[ -]?\\d{3}[ -]?\\d{4}\\b");

    /** Capitalised, but nobody's name: bodies, posts, places of the plan, and words that begin sentences. */
    private static final Set<String> NO_NAME = Set.copyOf(List.of(
            ("kent police health county council social care children child young family families school schools nursery"
                            + " trust board nhs team service services safeguarding initial core assessment common framework"
                            + " lead professional virtual early help level levels section act working together plan"
                            + " protection conference strategy discussion health visitor midwife teacher head practitioner"
                            + " manager officer worker district north south east west and of the for in on at to no yes"
                            + " ashford canterbury dartford dover gravesham maidstone sevenoaks shepway swale thanet"
                            + " tonbridge malling tunbridge wells medway england british english polish romanian january"
                            + " february march april may june july august september october november december monday"
                            + " tuesday wednesday thursday friday saturday sunday this that these those there then they"
                            + " it he she we if when while where what who how why not nothing none both each one two three"
                            + " four five six referral referrals response outcome central duty probation youth offending"
                            + " voluntary sector improvement notice common directory threshold guidance mother father"
                            + " parent parents carer grandmother grandfather housing probation court order care leaver"
                            + " independent chair reviewing domestic abuse mental drug alcohol christmas easter"
                            + " nurse doctor named designated detective sergeant inspector constable consultant"
                            + " paediatrician matron midwifery supervisor coordinator lado solicitor")
                    .split(" ")));

    private TextWatch() {}

    /** What the text may give away, in its order; nothing twice. */
    public static List<Finding> of(@Nullable String text) {
        List<Finding> found = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return found;
        }
        look(found, Kind.NHS_NUMBER, TEN, text, m -> validNhsNumber(m.group()));
        look(found, Kind.PHONE, PHONE, text, m -> true);
        look(found, Kind.BIRTH_DATE, BORN, text, m -> true);
        look(found, Kind.BIRTH_DATE, DATE, text, m -> true);
        look(found, Kind.POSTCODE, POSTCODE, text, m -> true);
        look(found, Kind.NAME, TITLE, text, m -> true);
        look(found, Kind.NAME, CALLED, text, m -> !known(m.group(1)));
        look(found, Kind.NAME, WORDS, text, m -> twoUnknown(m.group()));
        found.sort(Comparator.comparingInt(Finding::at));
        return List.copyOf(found);
    }

    /** All that the text may give away, word for word: for who says at once that none of it is what it looks like. */
    public static Set<String> texts(@Nullable String... texts) {
        return Stream.of(texts).flatMap(t -> of(t).stream()).map(Finding::text).collect(Collectors.toSet());
    }

    /** Findings of kinds that are not confirmed. */
    public static List<Finding> unconfirmed(@Nullable String text, Set<Kind> confirmed) {
        return of(text).stream().filter(f -> !confirmed.contains(f.kind())).toList();
    }

    /**
     * For words in which nothing of the kind has a place, so that nobody need confirm anything.
     *
     * @param field of the form that the refusal belongs to
     * @throws Refusal for the first thing that may identify somebody
     */
    public static void refuse(String field, @Nullable String text) {
        of(text).stream().findFirst().ifPresent(finding -> {
            throw new Refusal(field, finding.looks() + ".");
        });
    }

    /**
     * For what boards and agencies write, in which bodies and days have their place, and a child's numbers have none.
     *
     * @param field of the form that the refusal belongs to
     * @throws Refusal for the first NHS number, phone number or postcode
     */
    public static void refuseNumbers(String field, @Nullable String... texts) {
        for (String text : texts) {
            unconfirmed(text, EnumSet.of(Kind.NAME, Kind.BIRTH_DATE)).stream()
                    .findFirst()
                    .ifPresent(finding -> {
                        throw new Refusal(field, finding.looks() + ".");
                    });
        }
    }

    private static void look(List<Finding> found, Kind kind, Pattern pattern, String text, Predicate<MatchResult> is) {
        pattern.matcher(text)
                .results()
                .filter(is)
                .map(m -> new Finding(kind, m.group().strip(), m.start()))
                .filter(f -> found.stream().noneMatch(o -> overlap(o, f)))
                .forEach(found::add);
    }

    private static boolean overlap(Finding one, Finding other) {
        return one.at() < other.at() + other.text().length()
                && other.at() < one.at() + one.text().length();
    }

    private static boolean known(String word) {
        return NO_NAME.contains(word.toLowerCase(Locale.UK));
    }

    /** Two capitalised words that follow each other, neither of them a word of the field. */
    private static boolean twoUnknown(String words) {
        String[] parts = words.split("[ \\t]+");
        for (int i = 1; i < parts.length; i++) {
            if (!known(parts[i - 1]) && !known(parts[i])) {
                return true;
            }
        }
        return false;
    }

    /** Ten figures whose last is the check digit by modulus 11. */
    static boolean validNhsNumber(String text) {
        int[] digits = text.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
        if (digits.length != 10) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digits[i] * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check != 10 && check == digits[9];
    }
}
