package uk.org.kscb.portal.threshold;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * The words of a draft around its examples.
 *
 * @param revision of the draft that the writer saw
 * @param changes what changed since the edition before, for those who have read that
 */
public record WriteFrame(
        int edition,
        long revision,

        @NotBlank(message = "Give the guidance a title.") @Size(max = 80, message = "Keep the title to 80 characters.")
        String title,

        @NotBlank(message = "Say in a sentence what the guidance is for.")
        @Size(max = 400, message = "Keep it to 400 characters.")
        String lead,

        @NotBlank(message = "Say that examples are no checklist.")
        @Size(max = 600, message = "Keep it to 600 characters.")
        String caution,

        @NotBlank(message = "Say what changed, so that staff need not search for it.")
        @Size(max = 2000, message = "Keep it to 2,000 characters.")
        String changes,

        boolean sample)
        implements TrailObject.Named {

    @Override
    public String trailObject() {
        return edition + " frame";
    }
}
