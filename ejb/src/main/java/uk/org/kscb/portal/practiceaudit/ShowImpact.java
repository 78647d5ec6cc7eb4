package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * How far a recommendation has come, and what shows it.
 *
 * @param reaudit code of the audit that shows it, where a re-audit does
 * @param cleared what looks like a name or a date of birth and is none, word for word
 */
public record ShowImpact(
        @NotBlank String recommendation,

        @NotNull(message = "Choose how far it has come.") ImpactLevel level,
        @NotNull(message = "Choose what shows it.") ShownBy shownBy,

        @NotBlank(message = "Say what shows it: figures, source, date.")
        @Size(max = 1000, message = "Keep this to 1,000 characters.")
        String proof,

        @Nullable String reaudit,
        Set<String> cleared)
        implements TrailObject.Named {

    public ShowImpact {
        cleared = Set.copyOf(cleared);
    }

    /** Nothing in it looks like a name or a date of birth. */
    public ShowImpact(
            String recommendation, ImpactLevel level, ShownBy shownBy, String proof, @Nullable String reaudit) {
        this(recommendation, level, shownBy, proof, reaudit, Set.of());
    }

    @Override
    public String trailObject() {
        return recommendation;
    }
}
