package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.org.kscb.portal.plan.PlanDocument.Supports;

/** Tags such as "IN 3. CT1." that say which Notice target, recommendation or core task an action answers. */
final class ReferenceTags {

    private static final String TAG = "\\b(IN|O|CT)\\s*(\\d{1,2})\\b\\.?";
    private static final Pattern ONE = Pattern.compile(TAG);

    private final Set<String> in = new LinkedHashSet<>();
    private final Set<String> o = new LinkedHashSet<>();
    private final Set<String> ct = new LinkedHashSet<>();

    /** Takes the tags that stand anywhere in a reference cell; gives what is left. */
    String takeAll(String cell) {
        collect(cell);
        return ONE.matcher(cell).replaceAll(" ");
    }

    /** Takes the tags that end a text; gives the text without them. */
    String takeTrailing(String text) {
        List<MatchResult> tags = ONE.matcher(text).results().toList();
        int from = text.length();
        for (MatchResult tag : tags.reversed()) {
            if (!isPunctuation(text, tag.end(), from)) {
                break;
            }
            from = tag.start();
        }
        collect(text.substring(from));
        while (from < text.length() && from > 0 && isPunctuation(text, from - 1, from)) {
            from--;
        }
        return text.substring(0, from).strip();
    }

    private static boolean isPunctuation(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> Character.isWhitespace(c) || ",;()".indexOf(c) >= 0);
    }

    private void collect(String text) {
        Matcher tag = ONE.matcher(text);
        while (tag.find()) {
            String ref = tag.group(1) + " " + Integer.parseInt(tag.group(2));
            switch (tag.group(1)) {
                case "IN" -> in.add(ref);
                case "O" -> o.add(ref);
                default -> ct.add(ref);
            }
        }
    }

    Supports supports() {
        return new Supports(List.copyOf(in), List.copyOf(o), List.copyOf(ct));
    }

    /** Actions mentioned in a text, other than the one that it belongs to. */
    static List<String> links(String text, String own) {
        List<String> links = new ArrayList<>();
        Matcher ref = ActionRef.IN_TEXT.matcher(text);
        while (ref.find()) {
            if (!ref.group(1).equals(own) && !links.contains(ref.group(1))) {
                links.add(ref.group(1));
            }
        }
        return links;
    }
}
