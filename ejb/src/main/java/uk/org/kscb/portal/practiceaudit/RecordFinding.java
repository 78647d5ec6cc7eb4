package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * What an audit found, with its evidence.
 *
 * @param numerator of how many it is true, with {@code denominator}; both or neither
 * @param caseCodes codes alone, for those who run the audit
 * @param cleared what looks like a name or a date of birth and is none, word for word
 */
public record RecordFinding(
        @NotBlank String audit,

        @NotBlank(message = "Say what was found, in one or two sentences.")
        @Size(max = 1000, message = "Keep the finding to 1,000 characters.")
        String text,

        @Nullable @Size(max = 12) String questionRef,
        @Nullable Integer numerator,
        @Nullable Integer denominator,

        @Nullable @Size(max = 500, message = "Keep the codes to 500 characters.")
        String caseCodes,

        Set<String> cleared)
        implements TrailObject.Named {

    public RecordFinding {
        cleared = Set.copyOf(cleared);
    }

    /** Nothing in it looks like a name or a date of birth. */
    public RecordFinding(
            String audit,
            String text,
            @Nullable String questionRef,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            @Nullable String caseCodes) {
        this(audit, text, questionRef, numerator, denominator, caseCodes, Set.of());
    }

    @Override
    public String trailObject() {
        return audit;
    }
}
