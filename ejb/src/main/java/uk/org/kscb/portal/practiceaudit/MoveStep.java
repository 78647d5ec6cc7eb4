package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import uk.org.kscb.portal.platform.security.TrailObject;

/** Another day for a step of one audit. @param offset working days from what the step counts from */
public record MoveStep(
        String code,
        @NotNull(message = "Choose the step.") AuditStep step,

        @NotNull(message = "Give the day as a number of working days.")
        Integer offset,

        @NotBlank(message = "Say why the step moves.")
        @Size(max = 1000, message = "Keep the reason to 1,000 characters.")
        String reason)
        implements TrailObject.Named {

    @Override
    public String trailObject() {
        return code + " " + step;
    }
}
