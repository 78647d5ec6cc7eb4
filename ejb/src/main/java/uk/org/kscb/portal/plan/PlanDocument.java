package uk.org.kscb.portal.plan;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An improvement plan as a document: what an importer reads and what the API gives back. Values are as the plan has
 * them; nothing here says how an agency is getting on.
 *
 * @param front everything beside the priorities (title, vision, governance, texts of the references, posts), member by
 *     member as in the portal's own JSON; empty for formats that carry only the tables
 */
public record PlanDocument(JsonObject front, List<Priority> priorities) {

    public PlanDocument {
        priorities = List.copyOf(priorities);
    }

    public Stream<Outcome> outcomes() {
        return priorities.stream().flatMap(p -> p.outcomes().stream());
    }

    /** Every action in document order. */
    public Stream<Action> actions() {
        return outcomes().flatMap(o -> o.actions().stream());
    }

    public Optional<Action> action(String ref) {
        return actions().filter(a -> a.ref().equals(ref)).findFirst();
    }

    public record Priority(
            int no,
            String title,
            List<String> keyObjectives,
            List<String> accountableLeads,
            List<Outcome> outcomes,
            List<String> notes) {}

    /** @param jointWith partners named by a marker beside the outcome, as written: "Partners", "Health", "Schools" */
    public record Outcome(String ref, String text, List<String> jointWith, List<Action> actions, List<String> notes) {}

    /**
     * @param status {@code planned} or {@code completed} as the plan says
     * @param jointWith the marker that covers this action, its own or its outcome's
     * @param jointScope {@code outcome} or {@code action}: where the marker stands; null without a marker
     * @param agencies who is taken to owe a contribution, and on what basis
     * @param links references of other actions that the plan mentions here
     */
    public record Action(
            String ref,
            String text,
            List<String> textBullets,
            String status,
            List<String> leads,
            List<String> jointWith,
            @Nullable String jointScope,
            List<NamedAgency> agencies,
            boolean partnersUnnamed,
            Supports supports,
            List<String> links,
            List<Milestone> milestones,
            List<String> notes) {

        public boolean completed() {
            return status.equals("completed");
        }
    }

    /**
     * @param basis {@code marker}, {@code text} or {@code default}
     * @param alsoInText covered by a marker, and named in the action's own words too
     */
    public record NamedAgency(String code, String basis, boolean alsoInText) {

        public NamedAgency(String code, String basis) {
            this(code, basis, false);
        }
    }

    /** References to what the action answers: Notice targets, Ofsted recommendations, core tasks ("IN 2", "O 2"). */
    public record Supports(List<String> in, List<String> o, List<String> ct) {
        public static final Supports NONE = new Supports(List.of(), List.of(), List.of());

        public Stream<String> all() {
            return Stream.of(in, o, ct).flatMap(List::stream);
        }
    }

    /**
     * @param timescaleRaw the timescale as written, kept whatever was read from it
     * @param timescaleCellRaw the whole cell where it held more than this milestone's timescale
     * @param start first day, inclusive; null where the plan gives none
     * @param end last day, inclusive; an impossible date is clamped to its month's last day and explained in dateNote
     * @param review the date is a review point, not a finish
     * @param recurrence "monthly", "quarterly", ... or null
     * @param recurrenceSource {@code timescale} or {@code action}: where the recurrence was read
     * @param leadsInherited the lead cell was empty and the row above's leads were taken
     * @param sameMeasuresAs number of the milestone whose measures this one shares
     * @param dateNote how the dates were read, where that needs saying
     */
    public record Milestone(
            int no,
            String timescaleRaw,
            @Nullable String timescaleCellRaw,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean review,
            boolean completed,
            @Nullable String recurrence,
            @Nullable String recurrenceSource,
            List<String> leads,
            boolean leadsInherited,
            List<String> measures,
            @Nullable Integer sameMeasuresAs,
            List<MeasureRecurrence> measureRecurrences,
            @Nullable String dateNote) {

        /** Whether the plan gives a day that no calendar has; its dates wait for confirmation. */
        public boolean impossibleDate() {
            return dateNote != null && dateNote.contains("does not exist");
        }
    }

    /** @param measure index of the measure, from 0 */
    public record MeasureRecurrence(int measure, String phrase, String every) {}
}
