package uk.org.kscb.portal.web.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day in an address. Reading is lenient, since people edit addresses: what is no day means today. */
final class AsAt {
    private AsAt() {}

    static @Nullable LocalDate read(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
