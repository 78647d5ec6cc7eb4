package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import uk.org.kscb.portal.platform.security.TrailObject;

/** A recommendation to one agency, because of one finding. */
public record Recommend(
        @NotBlank String audit,

        @NotBlank(message = "Choose the finding that it answers.")
        String finding,

        @NotBlank(message = "Say what should change, in one sentence.")
        @Size(max = 500, message = "Keep the recommendation to 500 characters.")
        String text,

        @NotBlank(message = "Choose the agency that must act.")
        String agency,

        @NotNull(message = "Choose a priority.") FindingPriority priority,

        @NotNull(message = "Give the day by which it must be done, as 2011-09-30.")
        LocalDate due)
        implements TrailObject.Named {

    @Override
    public String trailObject() {
        return audit;
    }
}
