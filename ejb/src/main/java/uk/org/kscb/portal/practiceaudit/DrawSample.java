package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * A draw.
 *
 * @param pilot what trying the tool on two cases showed, and what was changed for it
 * @param inclusion what is in the population; @param exclusion what was left out of it, and why
 * @param seed letters and figures that somebody chose before looking, for example the day's date
 * @param sizes how many cases to draw, by stratum
 * @param reservePercent reserves as a share of the sample, 0 to 100; usually 20
 */
public record DrawSample(
        String code,

        @NotBlank(message = "Say what the pilot on two cases showed. From the draw on the tool no longer changes.")
        @Size(max = 500, message = "Say what the pilot showed in at most 500 characters.")
        String pilot,

        @NotBlank(message = "Say what is in the population, before you draw.")
        @Size(max = 500, message = "Say what is in the population in at most 500 characters.")
        String inclusion,

        @NotBlank(message = "Say what was left out of the population and why, or “nothing”.")
        @Size(max = 500, message = "Say what was left out in at most 500 characters.")
        String exclusion,

        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9-]{4,40}",
                message = "Give a seed of 4 to 40 letters and figures, for example 2011-05-27.")
        String seed,

        @NotNull Map<String, @NotNull @Min(value = 0, message = "A size cannot be below 0.") Integer> sizes,

        @Min(value = 0, message = "Reserves are 0 to 100 percent of the sample.")
        @Max(value = 100, message = "Reserves are 0 to 100 percent of the sample.")
        int reservePercent)
        implements TrailObject.Named {

    public DrawSample {
        sizes = Map.copyOf(sizes);
    }

    @Override
    public String trailObject() {
        return String.valueOf(code);
    }
}
