package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.privacy.TextWatch;

/**
 * One answer of one case.
 *
 * @param value as the question's kind takes it, or null to leave it open
 * @param note the words beside it, or the answer itself of a question of kind TEXT; of a grade its reason
 * @param version that the answer was based on: 0 for none yet
 * @param confirmed kinds of finding in the note that its writer says are none
 */
public record SaveAnswer(
        @NotBlank String audit,
        @NotBlank String caseCode,
        @NotNull AgencyPart part,
        @NotBlank String ref,

        @Nullable @Size(max = 30, message = "This is no answer to the question.")
        String value,

        @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters.")
        String note,

        @PositiveOrZero int version,
        Set<TextWatch.Kind> confirmed) {

    /** @param held what keeps the note from being saved: mend it or confirm that it is none; the value is saved */
    public record Saved(int version, java.time.Instant at, java.util.List<TextWatch.Finding> held) {}

    @Nullable
    String tidyNote() {
        return note == null || note.isBlank() ? null : note.strip();
    }

    @Nullable
    String tidyValue() {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
