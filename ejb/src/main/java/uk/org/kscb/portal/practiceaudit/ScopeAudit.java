package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * The scope of a new audit: step 1.
 *
 * @param code for example A11-03: year and number
 * @param gradingScheme code of a {@link GradingScheme}; null for the inspection grades in use at the period's end
 * @param agencies codes of those that take part, and as what
 * @param line public id of the programme's line that it carries out, or null
 * @param quarter 1 to 4, of those in which the line comes round; null for the first that no audit carries out yet
 */
public record ScopeAudit(
        @NotNull @Pattern(regexp = "A\\d\\d-\\d\\d", message = "Write the code as A11-03: the year and a number.")
        String code,

        @NotBlank(message = "Give the audit a title.") @Size(max = 200, message = "Keep the title to 200 characters.")
        String title,

        @NotBlank(message = "Name the theme.") @Size(max = 200, message = "Keep the theme to 200 characters.")
        String theme,

        @NotBlank(message = "Say what the audit should find out.")
        @Size(max = 1000, message = "Keep the question to 1,000 characters.")
        String question,

        @NotNull(message = "Choose the kind of audit.") AuditKind kind,
        @Nullable String gradingScheme,

        @NotNull(message = "Give the first day of the period, for example 1/1/2011.")
        LocalDate periodFrom,

        @NotNull(message = "Give the last day of the period, for example 31/3/2011.")
        LocalDate periodUntil,

        Map<String, AgencyPart> agencies,
        @Nullable String line,
        @Nullable Integer quarter)
        implements TrailObject.Named {

    public ScopeAudit {
        agencies = Map.copyOf(agencies);
    }

    @AssertTrue(message = "The period ends before it begins.")
    public boolean isPeriodUntilAfterStart() {
        return periodFrom == null || periodUntil == null || !periodUntil.isBefore(periodFrom);
    }

    @Override
    public String trailObject() {
        return String.valueOf(code);
    }
}
