package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.Outcome;
import uk.org.kscb.portal.plan.PlanDocument.Priority;

/** The plan while its rows are being read. */
final class PlanDraft {

    static final class PriorityDraft {
        final int no;
        String title;
        List<String> keyObjectives = List.of();
        List<String> accountableLeads = List.of();
        final List<OutcomeDraft> outcomes = new ArrayList<>();

        PriorityDraft(int no, String title) {
            this.no = no;
            this.title = title;
        }

        Priority toPriority(ActionBuilder builder) {
            return new Priority(
                    no,
                    title,
                    keyObjectives,
                    accountableLeads,
                    outcomes.stream().map(o -> o.toOutcome(builder)).toList(),
                    List.of());
        }
    }

    static final class OutcomeDraft {
        final String ref;
        final String text;
        List<String> jointWith = List.of();
        final List<ActionDraft> actions = new ArrayList<>();

        OutcomeDraft(String ref, String text) {
            this.ref = ref;
            this.text = text;
        }

        private Outcome toOutcome(ActionBuilder builder) {
            List<Action> built =
                    actions.stream().map(a -> builder.build(a, jointWith)).toList();
            return new Outcome(ref, text, jointWith, built, List.of());
        }
    }

    static final class ActionDraft {
        final String ref;
        final Position position;
        final StringBuilder text = new StringBuilder();
        final List<String> bullets = new ArrayList<>();
        final ReferenceTags tags = new ReferenceTags();
        final List<String> pointers = new ArrayList<>();
        final List<MilestoneDraft> milestones = new ArrayList<>();
        List<String> jointWith = List.of();
        boolean statedComplete;

        ActionDraft(String ref, Position position) {
            this.ref = ref;
            this.position = position;
        }

        void addText(String more) {
            if (!more.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(more);
            }
        }
    }

    static final class MilestoneDraft {
        final Position position;
        String timescale;
        String timescaleCell = "";
        String leadCell;
        boolean leadsInherited;
        final List<String> measures = new ArrayList<>();
        int sameMeasuresAs;

        MilestoneDraft(Position position, String timescale, String leadCell) {
            this.position = position;
            this.timescale = timescale;
            this.leadCell = leadCell;
        }
    }

    /**
     * Where a row stands.
     *
     * @param order the row's place in the whole file
     * @param place as a person counts
     */
    record Position(int order, String place) {}

    final List<PriorityDraft> priorities = new ArrayList<>();

    List<ActionDraft> actions() {
        return priorities.stream()
                .flatMap(p -> p.outcomes.stream())
                .flatMap(o -> o.actions.stream())
                .toList();
    }
}
