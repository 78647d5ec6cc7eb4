package uk.org.kscb.portal.threshold;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * A part of a draft beside its examples, written anew.
 *
 * @param revision of the draft that the writer saw
 * @param lines as {@link GuidancePart} says
 */
public record WritePart(
        int edition,
        long revision,
        @NotNull GuidancePart part,

        @NotBlank(message = "Write something, or go back without saving.")
        @Size(max = 30_000, message = "Keep it to 30,000 characters.")
        String lines)
        implements TrailObject.Named {

    @Override
    public String trailObject() {
        return edition + " " + part.slug();
    }
}
