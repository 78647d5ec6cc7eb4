package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * A recommendation to one agency, because of one finding.
 *
 * @param cleared what looks like a name or a date of birth and is none, word for word
 */
public record Recommend(
        @NotBlank String audit,

        @NotBlank(message = "Choose the finding that it answers.")
        String finding,

        @NotBlank(message = "Say what should change, in one sentence.")
        @Size(max = 500, message = "Keep the recommendation to 500 characters.")
        String change,

        @NotBlank(message = "Choose the agency that must act.")
        String agency,

        @NotNull(message = "Choose a priority.") FindingPriority priority,

        @NotNull(message = "Give the day by which it must be done, as 2011-09-30.")
        LocalDate due,

        Set<String> cleared)
        implements TrailObject.Named {

    public Recommend {
        cleared = Set.copyOf(cleared);
    }

    /** Nothing in it looks like a name or a date of birth. */
    public Recommend(
            String audit, String finding, String change, String agency, FindingPriority priority, LocalDate due) {
        this(audit, finding, change, agency, priority, due, Set.of());
    }

    @Override
    public String trailObject() {
        return audit;
    }
}
