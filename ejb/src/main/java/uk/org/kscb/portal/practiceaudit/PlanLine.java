package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * A line of a year's programme.
 *
 * @param year in which the programme's year begins
 * @param why where the theme comes from: a case review, an inspection, data, a request
 * @param quarterFrom 1 is April to June
 * @param sample cases, if known
 * @param hours budget of staff hours, if known
 * @param tests action, Notice target or recommendation that it tests; may be empty
 * @param reason why it comes in during the year; only needed once the programme is approved
 */
public record PlanLine(
        int year,

        @NotBlank(message = "Name the theme.") @Size(max = 200, message = "Keep the theme to 200 characters.")
        String theme,

        @NotBlank(message = "Say why this theme: a case review, an inspection, data, a request.")
        @Size(max = 500, message = "Keep the reason for the theme to 500 characters.")
        String why,

        @NotNull(message = "Choose the kind of audit.") AuditKind kind,

        @NotBlank(message = "Say which post leads it.") @Size(max = 120, message = "Keep the lead to 120 characters.")
        String lead,

        Set<String> agencies,

        @NotNull(message = "Choose the quarter.") @Min(1) @Max(4)
        Integer quarterFrom,

        @NotNull(message = "Choose the quarter in which it ends.") @Min(1) @Max(4)
        Integer quarterUntil,

        @Nullable
        @Min(value = 1, message = "A sample has at least one case.")
        @Max(value = 5000, message = "A sample has at most 5,000 cases.")
        Integer sample,

        @Nullable
        @Min(value = 1, message = "Give the hours as a number above 0.")
        @Max(value = 10000, message = "Give at most 10,000 hours.")
        Integer hours,

        @NotNull @Size(max = 300, message = "Keep what it tests to 300 characters.")
        String tests,

        Set<ProgrammeTopic> topics,
        @NotNull Recurrence recurrence,

        @NotNull @Size(max = 500, message = "Keep the reason to 500 characters.")
        String reason)
        implements TrailObject.Named {

    public PlanLine {
        agencies = Set.copyOf(agencies);
        topics = Set.copyOf(topics);
    }

    @AssertTrue(message = "The audit ends before it begins.")
    public boolean isQuarterUntilNotBefore() {
        return quarterFrom == null || quarterUntil == null || quarterUntil >= quarterFrom;
    }

    @Override
    public String trailObject() {
        return String.valueOf(year);
    }
}
