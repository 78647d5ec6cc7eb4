package uk.org.kscb.portal.plan.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity;

/**
 * What was read from one timescale. The wording is kept whatever was read.
 *
 * @param start first day, inclusive
 * @param end last day, inclusive
 * @param review the timescale speaks of a review
 * @param completed the timescale says that it is done
 * @param recurrence "monthly", "after each audit", "rolling", ...; null where it happens once
 * @param note how the dates were read, where that needs saying
 * @param oddity what sort of interpretation it took; null where the wording is plain
 */
record TimescaleReading(
        String raw,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        boolean review,
        boolean completed,
        @Nullable String recurrence,
        @Nullable String note,
        Oddity.@Nullable Kind oddity) {

    /** The dates in words, for the preview. */
    String read() {
        if (start == null && end == null) {
            return completed ? "completed" : "no date";
        }
        if (start == null) {
            return "by " + end;
        }
        return end == null ? "from " + start : start + " to " + end;
    }
}
