package uk.org.kscb.portal.web.threshold;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;

/** Days as a form sends them. */
final class Days {
    private Days() {}

    /** @throws Refusal at the field, for what is no day */
    static LocalDate read(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal(field, "Give a day, such as 2011-06-30.");
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADay) {
            throw new Refusal(field, "“" + text.strip() + "” is no day. Give it as 2011-06-30.");
        }
    }
}
