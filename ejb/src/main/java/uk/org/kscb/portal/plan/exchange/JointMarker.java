package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A marker such as "(*Joint with Health)".
 *
 * @param raw as written
 * @param partners as the marker calls them, in short: "Partners", "Health"
 * @param refs actions that the marker itself names
 */
record JointMarker(String raw, List<String> partners, List<String> refs) {

    private static final Pattern BRACKETED =
            Pattern.compile("\\([^()]*\\bjoint(?:ly)?\\b[^()]*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "\\*?\\s*\\bjoint(?:ly)?\\s+with\\b[^()\\n]*(?:\\n\\p{Ll}[^()\\n]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED_WITH =
            Pattern.compile("\\(\\s*\\*?\\s*joint(?:ly)?\\s+with\\b[^()]*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("^(?:no|none|n/?a|-|–)\\.?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMALITIES =
            Pattern.compile("^\\W*(?:jointly|joint)?\\s*(?:with)?\\W*", Pattern.CASE_INSENSITIVE);

    /** @param rest what the cell holds beside the marker */
    record InCell(@Nullable JointMarker marker, String rest) {}

    /** In a reference cell, where the word "joint" alone gives a marker away. */
    static InCell inRefCell(String cell) {
        InCell bracketed = find(BRACKETED, cell);
        return bracketed.marker() != null ? bracketed : find(BARE, cell);
    }

    /** In an action's text, where only "(joint with ...)" is one: actions speak of joint work all the time. */
    static InCell inText(String text) {
        return find(BRACKETED_WITH, text);
    }

    /** In a column of its own, which needs no "joint". */
    static @Nullable JointMarker ofColumn(String cell) {
        return cell.isEmpty() || NO.matcher(cell).matches() ? null : of(cell);
    }

    private static InCell find(Pattern pattern, String cell) {
        Matcher marker = pattern.matcher(cell);
        if (!marker.find()) {
            return new InCell(null, cell);
        }
        String rest = cell.substring(0, marker.start()) + " " + cell.substring(marker.end());
        return new InCell(of(marker.group()), rest.strip());
    }

    private static JointMarker of(String raw) {
        String line = CellText.oneLine(raw);
        List<String> partners = new ArrayList<>(AgencyWording.PARTNERS.stream()
                .filter(p -> p.words().matcher(line).find())
                .map(AgencyWording.Partner::name)
                .toList());
        if (partners.isEmpty()) {
            String named = FORMALITIES.matcher(line).replaceFirst("").replaceAll("[)\\s]+$", "");
            partners.add(named.isEmpty() ? "Partners" : named);
        }
        List<String> refs = new ArrayList<>();
        Matcher ref = ActionRef.IN_TEXT.matcher(line);
        while (ref.find()) {
            refs.add(ref.group(1));
        }
        return new JointMarker(line, List.copyOf(partners), List.copyOf(refs));
    }

    /** The agencies that the partners stand for. */
    static Stream<String> codes(List<String> partners) {
        return AgencyWording.PARTNERS.stream()
                .filter(p -> partners.contains(p.name()))
                .flatMap(p -> p.codes().stream())
                .distinct();
    }
}
