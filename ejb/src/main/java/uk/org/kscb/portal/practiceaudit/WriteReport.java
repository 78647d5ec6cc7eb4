package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * The words of a report; its figures come from the audit. Each time it is frozen it is another version.
 *
 * @param cleared what looks like a name or a date of birth and is none, word for word
 */
public record WriteReport(
        @NotBlank String audit,

        @NotBlank(message = "Say in one sentence what the audit shows.")
        @Size(max = 300, message = "Keep the headline to 300 characters.")
        String headline,

        @NotBlank(message = "Say what was looked at and what it means.")
        @Size(max = 6000, message = "Keep the summary to 6,000 characters.")
        String summary,

        @NotBlank(message = "Say what practitioners should take from it. One point a line, no case detail.")
        @Size(max = 4000, message = "Keep the learning to 4,000 characters.")
        String learning,

        @NotBlank(message = "Say which training is needed, one need a line. If none, say so.")
        @Size(max = 4000, message = "Keep the training needs to 4,000 characters.")
        String training,

        Set<String> cleared)
        implements TrailObject.Named {

    public WriteReport {
        cleared = Set.copyOf(cleared);
    }

    /** Nothing in it looks like a name or a date of birth. */
    public WriteReport(String audit, String headline, String summary, String learning, String training) {
        this(audit, headline, summary, learning, training, Set.of());
    }

    @Override
    public String trailObject() {
        return audit;
    }
}
