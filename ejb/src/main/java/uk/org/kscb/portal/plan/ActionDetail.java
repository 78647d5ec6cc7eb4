package uk.org.kscb.portal.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action on one day, as one viewer may see it.
 *
 * @param summary the same line as in the list
 * @param updates visible progress updates, newest first
 * @param ownContribution id of the viewer's agency's contribution, when it owes one and the viewer may report on it
 * @param offered the viewer's agency has not yet accepted or queried what it is taken to owe, and the viewer may answer
 * @param mayAssign the viewer may add and remove contributing agencies
 * @param holders who could hold the own agency's contribution, when the viewer may assign it
 * @param addable agencies that could be added, when the viewer may assign
 */
public record ActionDetail(
        ActionRow summary,
        List<String> textBullets,
        String priorityTitle,
        String outcomeText,
        List<String> leads,
        boolean saidComplete,
        @Nullable JointMarker jointMarker,
        boolean partnersUnnamed,
        List<MilestoneView> milestones,
        List<ReferenceView> references,
        List<LinkedAction> links,
        List<String> notes,
        List<ContributionView> contributions,
        List<UpdateView> updates,
        @Nullable String ownContribution,
        boolean offered,
        boolean mayAssign,
        boolean mayConfirmDates,
        List<Holder> holders,
        List<AgencyBadge> addable,
        @Nullable String previousRef,
        @Nullable String nextRef,
        LocalDate asAt) {

    /** @param scope {@code outcome} or {@code action}: beside which of the two the marker stands */
    public record JointMarker(List<String> with, String scope, String where) {}

    /**
     * @param dateState how sure the dates are
     * @param dateNote how the dates were read, or null
     */
    public record MilestoneView(
            int no,
            String timescaleRaw,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean review,
            boolean completed,
            @Nullable String recurrence,
            List<String> leads,
            List<String> measures,
            @Nullable Integer sameMeasuresAs,
            @Nullable String dateNote,
            DateState dateState) {}

    public enum DateState {
        AS_READ,
        NEEDS_CONFIRMATION,
        CONFIRMED
    }

    /** @param kind {@code IN}, {@code O} or {@code CT} */
    public record ReferenceView(String kind, String ref, String kindName, String text) {}

    public record LinkedAction(String ref, String text, DeliveryStatus status) {}

    /**
     * @param id for addresses and forms; says nothing about how many there are
     * @param basis why this agency is taken to owe something: marker, text, default or manager
     * @param owes what exactly, in the agency's or the manager's words; null until said
     * @param query what the agency found wrong or unclear in the offer: for itself and the KSCB manager, otherwise null
     * @param post job title that holds it, or null
     * @param person who was named to hold it: a name within the agency, otherwise null
     * @param yours the viewer holds it: named for it, or in the post
     */
    public record ContributionView(
            String id,
            AgencyBadge agency,
            Basis basis,
            ContributionState state,
            @Nullable String owes,
            @Nullable String query,
            @Nullable String post,
            @Nullable String person,
            @Nullable LocalDate due,
            DeliveryStatus status,
            @Nullable LocalDate lastUpdate,
            boolean own,
            boolean yours) {}

    /**
     * Who could hold the agency's contribution.
     *
     * @param post title, or null for a person; @param person user name, or null for a post
     * @param words for people to read
     * @param chosen holds it now
     */
    public record Holder(@Nullable String post, @Nullable String person, String words, boolean chosen) {
        public static Holder post(String title, @Nullable String holders, boolean chosen) {
            return new Holder(
                    title, null, title + " (" + (holders == null ? "nobody in it yet" : holders) + ")", chosen);
        }

        public static Holder person(String userName, String name, boolean chosen) {
            return new Holder(null, userName, name, chosen);
        }
    }

    public enum Basis {
        MARKER("Joint marker in the plan"),
        TEXT("Named in the plan's text"),
        DEFAULT("Owner of the plan"),
        MANAGER("Added by the KSCB manager");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum ContributionState {
        PROPOSED("Offered, not yet accepted"),
        ACCEPTED("Accepted"),
        QUERIED("Queried");

        private final String words;

        ContributionState(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /**
         * As it stood on a day.
         *
         * @param now the newest answer, given on {@code answered}; a query comes before acceptance only
         */
        public static ContributionState on(
                LocalDate day, ContributionState now, @Nullable LocalDate answered, @Nullable LocalDate queried) {
            if (answered == null || !answered.isAfter(day)) {
                return now;
            }
            return queried != null && !queried.isAfter(day) ? QUERIED : PROPOSED;
        }
    }

    /**
     * @param agencyOnly only the reporting agency's own members see it
     * @param author who wrote it: a name within the agency, otherwise null
     */
    public record UpdateView(
            AgencyBadge agency,
            LocalDate on,
            ReportedStatus status,
            @Nullable String done,
            @Nullable String next,
            @Nullable String blocks,
            boolean agencyOnly,
            @Nullable String author) {}
}
