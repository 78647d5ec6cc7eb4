package uk.org.kscb.portal.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A receipt, its clocks and what was recorded.
 *
 * @param edition number of the guidance in force on the day; null before the first edition
 * @param mine whether the viewer sent it
 * @param mayDecide whether the viewer sits at the desk that receives referrals
 * @param maySayNeverTold the decision is made, or its working day has passed
 */
public record ReceiptView(
        String reference,
        String agencyCode,
        String agency,
        ReferrerPost post,
        int level,
        boolean significantHarm,
        Consent consent,
        @Nullable Integer edition,
        @Nullable String editionLabel,
        Instant received,
        @Nullable Instant acknowledged,
        @Nullable Instant decided,
        @Nullable Decision decision,
        @Nullable Instant told,
        @Nullable ToldHow toldHow,
        @Nullable Instant neverTold,
        List<ClockView> clocks,
        List<Event> events,
        boolean mine,
        boolean mayDecide,
        boolean maySayNeverTold) {

    /** How a clock stands. */
    public enum Standing {
        /** Nothing has started it yet. */
        WAITING("Not started"),
        RUNNING("Running"),
        IN_TIME("In time"),
        LATE("Late"),
        /** Not done, and the time is over. */
        OVER("Not done, time is over");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param due last moment in time; null while nothing has started the clock
     * @param wholeDay the limit is a day, which ends at 23:59:59 in London
     * @param provisional runs past the last year whose bank holidays are loaded
     */
    public record ClockView(
            Clock clock,
            @Nullable Instant due,
            boolean wholeDay,
            boolean provisional,
            @Nullable Instant done,
            Standing standing) {

        public static ClockView of(
                Clock clock,
                @Nullable Instant due,
                boolean wholeDay,
                boolean provisional,
                @Nullable Instant done,
                Instant now) {
            return new ClockView(clock, due, wholeDay, provisional, done, standing(due, done, now));
        }

        private static Standing standing(@Nullable Instant due, @Nullable Instant done, Instant now) {
            if (due == null) {
                return Standing.WAITING;
            }
            if (done != null) {
                return done.isAfter(due) ? Standing.LATE : Standing.IN_TIME;
            }
            return now.isAfter(due) ? Standing.OVER : Standing.RUNNING;
        }
    }

    /** What was recorded. */
    public enum Kind {
        ACKNOWLEDGED("Acknowledged to the referrer"),
        DECIDED("Decided"),
        TOLD("Referrer told"),
        NEVER_TOLD("Referrer says: I was never told");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param detail of a decision or of how somebody was told; @param by agency that recorded it */
    public record Event(Kind kind, Optional<String> detail, Instant at, Instant recorded, String by) {}
}
