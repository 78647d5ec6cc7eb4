package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question of the common core in the words of one agency: it stays the same question, so that everybody's answers line up.
 *
 * @param agency its code
 * @param evidence where that agency looks, or null: where everybody looks
 */
public record Wording(String agency, String text, @Nullable String evidence) {

    /** {@code POLICE | words | where to look}, the last part if there is one. */
    public String line() {
        return agency + " | " + text + (evidence == null ? "" : " | " + evidence);
    }

    /** What {@link #line} wrote or a person typed; what is missing comes back empty, for the rules to say so. */
    public static Wording of(String line) {
        List<String> parts = Stream.of(line.split("\\|", 3)).map(String::strip).toList();
        return new Wording(
                parts.getFirst(),
                parts.size() > 1 ? parts.get(1) : "",
                Optional.of(parts)
                        .filter(p -> p.size() > 2 && !p.get(2).isEmpty())
                        .map(p -> p.get(2))
                        .orElse(null));
    }

    /** One a line. */
    public static List<Wording> all(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .map(Wording::of)
                .toList();
    }
}
