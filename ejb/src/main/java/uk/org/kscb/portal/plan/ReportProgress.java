package uk.org.kscb.portal.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * An agency's progress update on its own contribution. Never changed afterwards; a correction is another update.
 *
 * @param agencyOnly kept within the reporting agency
 */
public record ReportProgress(
        @NotBlank String action,
        @NotBlank String agency,

        @NotNull(message = "Choose how the contribution stands.")
        ReportedStatus status,

        @NotBlank(message = "Say what was done since the last update. If nothing, say so.")
        @Size(max = 1500, message = "Keep what was done to 1,500 characters.")
        String done,

        @Nullable @Size(max = 1500, message = "Keep what is next to 1,500 characters.")
        String next,

        @Nullable @Size(max = 1500, message = "Keep what blocks to 1,500 characters.")
        String blocks,

        boolean agencyOnly)
        implements TrailObject.Named {
    @Override
    public String trailObject() {
        return action + " " + agency;
    }

    @Override
    public boolean withinAgency() {
        return agencyOnly;
    }
}
