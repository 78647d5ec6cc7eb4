package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes lead cells apart. Cells join several leads with signs, words or nothing at all, while a post's own name may hold
 * "and" and commas: so a cell is divided only where both sides are plainly leads, by their look or because they stand
 * alone in another cell of the same file.
 */
final class LeadNames {

    private static final Pattern HARD = Pattern.compile(
            "\\n|;|\\||\\bvia\\b\\s*-?|\\bin consultation with\\b|\\b(?:supported|assisted) (?:with|by)\\b"
                    + "|(?<=\\p{Ll})\\s*/\\s*(?=\\p{Lu})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOFT =
            Pattern.compile("\\s+and\\s+|\\s*&\\s*|\\s*,\\s*|\\s+with\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS =
            Pattern.compile("\\((?:and|supported|with|assisted)\\b\\s*([^)]*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POST_DASH_NAME = Pattern.compile("^(.+?)\\s+[-–—]\\s*(.+)$");
    private static final Pattern PERSON =
            Pattern.compile("^\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:de|van|von|\\p{Lu}[\\p{L}'’.-]*)){1,3}$");
    private static final Pattern POST_WORD = Pattern.compile(
            "\\b(?:heads?|directors?|managers?|chair|officers?|boards?|services?|teams?|leads?|council|police|school|trust"
                    + "|children['’]?s?|strategy|planning|consultants?|commission\\w*|safeguarding|executive|co-?ordinator"
                    + "|social|care|health|education|support|partners?|agenc\\w+|teacher|worker|principal|interim)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COLLECTIVE = Pattern.compile(
            "^(?:all |the |other )?(?:external \\p{L}+|(?:\\p{Lu}+ )?(?:board )?partners?(?: reps?| representatives?|"
                    + " agencies)?|all agencies)$",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> read = new LinkedHashMap<>();

    /** @param cells every lead cell of the file, as written */
    LeadNames(Collection<String> cells) {
        for (String cell : cells) {
            hardParts(cell).filter(p -> SOFT.split(p).length == 1).forEach(known::add);
        }
        // a cell that is two others put together is no lead by itself
        known.removeIf(name -> twoKnown(name, known).size() > 1);
    }

    List<String> leads(String cell) {
        return read.computeIfAbsent(
                cell,
                c -> hardParts(c)
                        .flatMap(part -> softParts(part).stream())
                        .map(this::withoutPost)
                        .distinct()
                        .toList());
    }

    private static Stream<String> hardParts(String cell) {
        Matcher aside = BRACKETS.matcher(cell);
        String flat =
                aside.replaceAll(m -> ";" + Matcher.quoteReplacement(m.group(1).replaceFirst("^(?:with|by)\\s+", "")));
        return HARD.splitAsStream(flat)
                .map(p -> CellText.lines(p)
                        .getFirst()
                        .text()
                        .replaceAll("[\\s,;&]+$", "")
                        .strip())
                .filter(p -> !p.isEmpty());
    }

    private List<String> softParts(String part) {
        List<String> two = twoKnown(part, known);
        if (two.size() > 1) {
            return two;
        }
        String[] pieces = SOFT.split(part);
        if (pieces.length == 1) {
            return List.of(part);
        }
        List<String> leads = new ArrayList<>();
        for (String piece : pieces) {
            if (!isLead(piece.strip())) {
                return List.of(part);
            }
            leads.add(piece.strip());
        }
        return leads;
    }

    private boolean isLead(String piece) {
        return known.contains(piece) || COLLECTIVE.matcher(piece).matches() || isPerson(piece);
    }

    private static boolean isPerson(String text) {
        return PERSON.matcher(text).matches() && !POST_WORD.matcher(text).find();
    }

    /** "Chair of the Trust – A Name" is that person. */
    private String withoutPost(String lead) {
        Matcher both = POST_DASH_NAME.matcher(lead);
        return both.matches() && POST_WORD.matcher(both.group(1)).find() && isPerson(both.group(2))
                ? both.group(2)
                : lead;
    }

    private static List<String> twoKnown(String text, Set<String> known) {
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            String left = text.substring(0, space).strip();
            String right = text.substring(space + 1).strip();
            if (known.contains(left) && known.contains(right)) {
                return List.of(left, right);
            }
        }
        return List.of(text);
    }

    /** The cell said more, or otherwise, than one lead's name. */
    boolean needsSaying(String cell) {
        List<String> leads = leads(cell);
        return leads.size() != 1 || !leads.getFirst().toLowerCase(Locale.UK).equals(cell.toLowerCase(Locale.UK));
    }
}
