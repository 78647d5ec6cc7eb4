package uk.org.kscb.portal.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded plan and what it would change, before and after somebody says yes.
 *
 * @param id for addresses; not guessable
 * @param plan the plan as it was read
 * @param headings the file's own column headings, in its order; empty for formats without columns
 * @param mapping which column is read as what: role to column index from 0
 * @param columnsUnknown nothing is read yet: somebody has to say which column is which
 */
public record ImportPreview(
        String id,
        String fileName,
        String format,
        State state,
        Instant uploadedAt,
        String uploadedBy,
        PlanDocument plan,
        Changes changes,
        List<Oddity> oddities,
        List<String> headings,
        Map<String, Integer> mapping,
        boolean columnsUnknown,
        Counts counts,
        boolean mayConfirm,
        boolean mayUndo) {

    public enum State {
        PREVIEW("Waiting for your decision"),
        CONFIRMED("In the plan"),
        CANCELLED("Cancelled"),
        UNDONE("Undone");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public record Counts(int priorities, int outcomes, int actions, int milestones, int measures, int joint) {}

    public record Changes(List<Change> added, List<Change> changed, List<Change> removed) {
        public boolean none() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }
    }

    /** @param updates number of progress updates that partners made on it and that stay whatever happens */
    public record Change(String ref, String text, List<Difference> differences, long updates) {}

    public record Difference(
            String what, @Nullable String before, @Nullable String after) {}

    /** A line of the list of imports. */
    public record Summary(
            String id,
            String fileName,
            String format,
            State state,
            Instant uploadedAt,
            String uploadedBy,
            String outcome) {}
}
