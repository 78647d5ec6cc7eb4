package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * How an action on a recommendation goes, with what shows it. Added to what was said before.
 *
 * @param cleared what looks like a name or a date of birth and is none, word for word
 */
public record ReportOnAction(
        @NotBlank String recommendation,
        @NotBlank String action,

        @NotNull(message = "Choose how the action stands.") ReportedStatus status,

        @NotBlank(message = "Say what was done since the last report. If nothing, say so.")
        @Size(max = 1500, message = "Keep what was done to 1,500 characters.")
        String done,

        @Nullable @Size(max = 300, message = "Keep the name of the evidence to 300 characters.")
        String evidence,

        @Nullable @Size(max = 500, message = "Keep the address of the evidence to 500 characters.")
        String evidenceLink,

        Set<String> cleared)
        implements TrailObject.Named {

    public ReportOnAction {
        cleared = Set.copyOf(cleared);
    }

    /** Nothing in it looks like a name or a date of birth. */
    public ReportOnAction(
            String recommendation,
            String action,
            ReportedStatus status,
            String done,
            @Nullable String evidence,
            @Nullable String evidenceLink) {
        this(recommendation, action, status, done, evidence, evidenceLink, Set.of());
    }

    @Override
    public String trailObject() {
        return recommendation;
    }
}
