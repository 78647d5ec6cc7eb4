package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the case-level returns of an audit are kept, and who looked at them.
 *
 * @param destroyOn the day from which they are destroyed, or null until a re-audit has closed
 * @param looks newest first: to an agency those at its own return
 * @param earlier number before which there may be more looks; null where these are the last
 */
public record RetentionView(
        String code,
        String title,
        LocalDate today,
        @Nullable LocalDate destroyOn,
        List<Hold> holds,
        @Nullable Certificate certificate,
        List<Look> looks,
        @Nullable Long earlier,
        boolean mayHold) {

    /** @param everything it stops the destruction of every audit's returns */
    public record Hold(String id, boolean everything, String reason, LocalDate placedOn, String placedBy) {}

    public record Certificate(
            String id,
            LocalDate destroyedOn,
            String destroyedBy,
            String rule,
            int returns,
            int cases,
            int answers,
            int grades,
            int moderations,
            String fingerprint) {}

    public record Look(long number, Instant at, String who, String agency, String what, String object) {}

    public boolean held() {
        return !holds.isEmpty();
    }
}
