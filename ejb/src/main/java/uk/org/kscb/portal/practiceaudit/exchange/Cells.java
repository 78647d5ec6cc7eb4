package uk.org.kscb.portal.practiceaudit.exchange;

import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.UnreadableTool;

/** Words in a file that must be one of a few. */
final class Cells {
    private Cells() {}

    static <E extends Enum<E>> E one(E[] all, String word, String ref, String member) {
        for (E one : all) {
            if (one.name().equals(ToolJson.constant(word))) {
                return one;
            }
        }
        throw new UnreadableTool(ref + ": “" + word + "” is no “" + member + "”. It is one of "
                + String.join(", ", ToolJson.slugs(all)) + ".");
    }

    static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static @Nullable String orNull(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }
}
