package uk.org.kscb.portal.web.vignette;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that somebody typed or picked. */
public final class Days {
    private Days() {}

    /** 2011-06-30, as browsers send it; null when it is none. */
    public static @Nullable LocalDate read(@Nullable String written) {
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
