package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * What an agency will do about a recommendation: one thing, by a day, with a way to know that children are better off.
 *
 * @param measure with start and target; may be left out, but not where the words promise nothing ({@link Smart})
 * @param contributors codes of agencies that help; the viewer's own is the one that answers for it
 * @param cleared what looks like a name or a date of birth and is none, word for word
 */
public record PlanAction(
        @NotBlank String recommendation,

        @NotBlank(message = "Say what you will do, beginning with one verb.")
        @Size(max = 500, message = "Keep the action to 500 characters.")
        String text,

        @Nullable @Size(max = 300, message = "Keep the measure to 300 characters.")
        String measure,

        @Nullable @Size(max = 100, message = "Keep the start value to 100 characters.")
        String start,

        @Nullable @Size(max = 100, message = "Keep the target to 100 characters.")
        String target,

        @NotNull(message = "Give a day that exists, as 2011-09-30.")
        LocalDate due,

        @NotBlank(message = "Say how you will know that children are better off.")
        @Size(max = 500, message = "Keep this to 500 characters.")
        String betterOff,

        Set<String> contributors,
        Set<String> cleared)
        implements TrailObject.Named {

    public PlanAction {
        cleared = Set.copyOf(cleared);
    }

    /** Nothing in it looks like a name or a date of birth. */
    public PlanAction(
            String recommendation,
            String text,
            @Nullable String measure,
            @Nullable String start,
            @Nullable String target,
            LocalDate due,
            String betterOff,
            Set<String> contributors) {
        this(recommendation, text, measure, start, target, due, betterOff, contributors, Set.of());
    }

    @Override
    public String trailObject() {
        return recommendation;
    }
}
