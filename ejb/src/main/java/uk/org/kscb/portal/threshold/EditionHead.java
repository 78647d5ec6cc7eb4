package uk.org.kscb.portal.threshold;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An edition without its wording, as it stands on one day.
 *
 * @param id in the database; other rooms keep it to say which edition they mean
 * @param number 1 for the first; stands in the address
 * @param revision counts the changes of a draft's wording
 * @param basedOn number of the edition that it was begun from or last compared with; null for the first
 * @param effectiveFrom first day in force
 * @param supersededOn first day on which a later one is in force
 */
public record EditionHead(
        long id,
        int number,
        String label,
        State state,
        long revision,
        @Nullable Integer basedOn,
        @Nullable LocalDate consultationFrom,
        @Nullable LocalDate consultationUntil,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate reviewDue,
        @Nullable LocalDate supersededOn,
        List<Approval> approvals) {

    public EditionHead {
        approvals = List.copyOf(approvals);
    }

    /** Where an edition stands in its life; from scheduled on it is public and never changes. */
    public enum State {
        DRAFT("Draft"),
        CONSULTATION("In consultation"),
        APPROVED("Approved, no date yet"),
        SCHEDULED("Scheduled"),
        IN_FORCE("In force"),
        SUPERSEDED("Superseded");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean published() {
            return compareTo(SCHEDULED) >= 0;
        }
    }

    /** @param minute where the body's decision is written down */
    public record Approval(Body body, LocalDate on, String minute) {}

    public Optional<Approval> approvedBy(Body body) {
        return approvals.stream().filter(a -> a.body() == body).findFirst();
    }

    /** Whether it is the one that counts on a day. */
    public boolean inForceOn(LocalDate day) {
        return effectiveFrom != null
                && !effectiveFrom.isAfter(day)
                && (supersededOn == null || supersededOn.isAfter(day));
    }
}
