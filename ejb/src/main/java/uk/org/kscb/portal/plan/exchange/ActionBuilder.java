package uk.org.kscb.portal.plan.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.MeasureRecurrence;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.exchange.PlanDraft.ActionDraft;
import uk.org.kscb.portal.plan.exchange.PlanDraft.MilestoneDraft;

/** Makes an action of what its rows held: dates, leads, links, agencies. */
final class ActionBuilder {

    private final LeadNames leadNames;
    private final Map<String, String> posts;
    private final OddityList oddities;
    private final PlanTables tables;

    /** @param posts job titles by name, where the file lists them */
    ActionBuilder(LeadNames leadNames, Map<String, String> posts, OddityList oddities, PlanTables tables) {
        this.leadNames = leadNames;
        this.posts = posts;
        this.oddities = oddities;
        this.tables = tables;
    }

    Action build(ActionDraft draft, List<String> outcomeJointWith) {
        List<Milestone> milestones = milestones(draft);
        boolean own = !draft.jointWith.isEmpty();
        List<String> jointWith = own ? draft.jointWith : outcomeJointWith;
        Set<String> leads = new LinkedHashSet<>();
        milestones.forEach(m -> leads.addAll(m.leads()));
        String text = draft.text.toString();
        String words = String.join("\n", text, String.join("\n", draft.bullets), measures(draft));
        NamedAgencies agencies = NamedAgencies.of(jointWith, words, leadWords(draft, leads));
        boolean completed = draft.statedComplete
                || (!milestones.isEmpty() && milestones.stream().allMatch(Milestone::completed));
        return new Action(
                draft.ref,
                text,
                List.copyOf(draft.bullets),
                completed ? "completed" : "planned",
                List.copyOf(leads),
                jointWith,
                jointWith.isEmpty() ? null : own ? "action" : "outcome",
                agencies.agencies(),
                agencies.partnersUnnamed(),
                draft.tags.supports(),
                links(draft, words),
                milestones,
                List.of());
    }

    private List<String> links(ActionDraft draft, String words) {
        for (String pointer : draft.pointers) {
            oddities.add(
                    draft.position.order(),
                    Kind.LINK,
                    draft.ref,
                    draft.position.place(),
                    tables.cellName(ColumnRole.MEASURE),
                    pointer,
                    "a link to " + String.join(" and ", ReferenceTags.links(pointer, draft.ref)),
                    "it only points to another action, so it is no measure");
        }
        return ReferenceTags.links(words + "\n" + String.join("\n", draft.pointers), draft.ref);
    }

    private static String measures(ActionDraft draft) {
        return draft.milestones.stream().flatMap(m -> m.measures.stream()).collect(Collectors.joining("\n"));
    }

    private String leadWords(ActionDraft draft, Set<String> leads) {
        String cellWords = draft.milestones.stream().map(m -> m.leadCell).collect(Collectors.joining("\n"));
        return cellWords + "\n" + String.join("\n", leads) + "\n"
                + leads.stream().map(l -> posts.getOrDefault(l, "")).collect(Collectors.joining("\n"));
    }

    private List<Milestone> milestones(ActionDraft draft) {
        List<Milestone> built = new ArrayList<>();
        LocalDate previousEnd = null;
        for (MilestoneDraft milestone : draft.milestones) {
            Milestone made = milestone(draft, milestone, built.size() + 1, previousEnd);
            if (made.end() != null) {
                previousEnd = made.end();
            }
            built.add(made);
        }
        return List.copyOf(built);
    }

    private Milestone milestone(ActionDraft action, MilestoneDraft draft, int no, @Nullable LocalDate previousEnd) {
        TimescaleReading timescale = TimescaleReader.read(draft.timescale, previousEnd);
        note(action, draft, timescale);
        List<String> leads = leadNames.leads(draft.leadCell);
        noteLeads(action, draft, leads);
        String recurrence = timescale.recurrence();
        String source = recurrence == null ? null : "timescale";
        if (recurrence == null && action.milestones.size() == 1) {
            Optional<Recurrence.Found> inAction = Recurrence.inText(action.text.toString());
            recurrence = inAction.map(Recurrence.Found::every).orElse(null);
            source = recurrence == null ? null : "action";
        }
        return new Milestone(
                no,
                draft.timescale,
                draft.timescaleCell.isEmpty() ? null : draft.timescaleCell,
                timescale.start(),
                timescale.end(),
                timescale.review(),
                timescale.completed(),
                recurrence,
                source,
                leads,
                draft.leadsInherited,
                List.copyOf(draft.measures),
                draft.sameMeasuresAs == 0 ? null : draft.sameMeasuresAs,
                measureRecurrences(draft.measures),
                timescale.note());
    }

    private static List<MeasureRecurrence> measureRecurrences(List<String> measures) {
        List<MeasureRecurrence> found = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            int index = i;
            Recurrence.inText(measures.get(i))
                    .ifPresent(r -> found.add(new MeasureRecurrence(index, r.phrase(), r.every())));
        }
        return List.copyOf(found);
    }

    private void note(ActionDraft action, MilestoneDraft draft, TimescaleReading timescale) {
        Kind kind = timescale.oddity();
        if (kind != null) {
            oddities.add(
                    draft.position.order(),
                    kind,
                    action.ref,
                    draft.position.place(),
                    tables.cellName(ColumnRole.TIMESCALE),
                    timescale.raw(),
                    timescale.read(),
                    timescale.note() == null ? "" : timescale.note());
        }
    }

    private void noteLeads(ActionDraft action, MilestoneDraft draft, List<String> leads) {
        String cell = tables.cellName(ColumnRole.LEAD);
        String read = String.join("; ", leads);
        int order = draft.position.order();
        if (draft.leadsInherited) {
            String why = "the cell is empty: taken over from the step above";
            oddities.add(order, Kind.LEAD, action.ref, draft.position.place(), cell, "", read, why);
        } else if (draft.leadCell.isEmpty()) {
            String why = "no lead is given";
            oddities.add(order, Kind.LEAD, action.ref, draft.position.place(), cell, "", "no lead", why);
        } else if (leadNames.needsSaying(draft.leadCell)) {
            String why = leads.size() > 1 ? "several leads in one cell" : "the cell says more than the lead's name";
            oddities.add(order, Kind.LEAD, action.ref, draft.position.place(), cell, draft.leadCell, read, why);
        }
    }
}
