package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a tool as it goes out to a file and comes in from one; the same either way.
 *
 * @param kind of audit that it is for: {@code REFERRAL_QUALITY} and its like
 * @param bridge to the version before: which of its questions a question here can be compared with
 */
public record ToolDocument(
        String name, String kind, @Nullable String note, List<Question> questions, List<BridgeLine> bridge) {

    /** @param from ref in the older version, @param to ref in this one, @param note why they compare, or how far */
    public record BridgeLine(
            String from, String to, @Nullable String note) {}
}
