package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.exchange.PlanDraft.ActionDraft;
import uk.org.kscb.portal.plan.exchange.PlanDraft.MilestoneDraft;
import uk.org.kscb.portal.plan.exchange.PlanDraft.Position;

/**
 * One row's timescale, leads and measures: a step of an action, or several where the timescale cell holds several dates.
 */
record StepRow(String timescale, String lead, String measures, Position position) {

    /** The row holds no timescale, lead or measure. */
    boolean isOnlyText() {
        return timescale.isEmpty() && lead.isEmpty() && measures.isEmpty();
    }

    void addTo(ActionDraft action, OddityList oddities, PlanTables tables) {
        MeasureCell measureCell = MeasureCell.of(measures);
        action.pointers.addAll(measureCell.linksOnly());
        MilestoneDraft last = action.milestones.isEmpty() ? null : action.milestones.getLast();
        if (timescale.isEmpty() && last != null) {
            carryOn(last, measureCell.measures());
        } else if (last != null && timescale.matches("^(?:\\([^)]*\\)|(?:19|20)\\d\\d\\b.*)$") && endsOpen(last)) {
            last.timescale += " " + CellText.oneLine(timescale);
            carryOn(last, measureCell.measures());
        } else {
            addSteps(action, last, measureCell.measures(), oddities, tables);
        }
    }

    /** A row without a timescale belongs to the step above. */
    private void carryOn(MilestoneDraft step, List<String> more) {
        step.measures.addAll(more);
        if (!lead.isEmpty() && step.leadsInherited) {
            step.leadCell = lead;
            step.leadsInherited = false;
        } else if (!lead.isEmpty() && !step.leadCell.contains(lead)) {
            step.leadCell = step.leadCell.isEmpty() ? lead : step.leadCell + "\n" + lead;
        }
    }

    /** A page break has cut the timescale: its year or its "(review)" stands in the next row. */
    private boolean endsOpen(MilestoneDraft step) {
        TimescaleReading above = TimescaleReader.read(step.timescale, null);
        return timescale.startsWith("(") || (above.end() == null && !above.completed());
    }

    private void addSteps(
            ActionDraft action,
            @Nullable MilestoneDraft above,
            List<String> measureList,
            OddityList oddities,
            PlanTables tables) {
        TimescaleSplitter.Parts parts = TimescaleSplitter.split(timescale);
        List<String> leads = leadsFor(parts.parts().size());
        List<List<String>> shares = shares(measureList, parts, leads.size() > 1);
        int first = action.milestones.size() + 1;
        for (int i = 0; i < parts.parts().size(); i++) {
            String leadCell = leads.size() > 1 ? leads.get(i) : leads.getFirst();
            String wording = parts.several() ? parts.parts().get(i) : CellText.oneLine(timescale);
            MilestoneDraft step = new MilestoneDraft(position, wording, leadCell);
            if (leadCell.isEmpty() && above != null && !above.leadCell.isEmpty()) {
                step.leadCell = above.leadCell;
                step.leadsInherited = true;
            }
            step.timescaleCell = parts.several() ? CellText.oneLine(timescale) : "";
            step.measures.addAll(shares.get(i));
            boolean shared = i > 0 && step.measures.isEmpty() && !measureList.isEmpty();
            if (shared) {
                step.sameMeasuresAs = first;
            } else if (measureList.isEmpty() && above != null) {
                step.sameMeasuresAs = above.sameMeasuresAs > 0 ? above.sameMeasuresAs : first - 1;
            }
            action.milestones.add(step);
        }
        if (parts.several()) {
            oddities.add(
                    position.order(),
                    Kind.STRUCTURE,
                    action.ref,
                    position.place(),
                    tables.cellName(ColumnRole.TIMESCALE),
                    CellText.oneLine(timescale),
                    parts.parts().size() + " steps",
                    "the cell holds several dates; " + pairing(shares));
        }
    }

    private static String pairing(List<List<String>> shares) {
        return shares.getLast().isEmpty()
                ? "the steps share the measures beside them"
                : "the measures beside them are given to the steps by their order";
    }

    /** As many leads as steps, line by line, are paired with them; otherwise all leads lead every step. */
    private List<String> leadsFor(int steps) {
        String[] lines = lead.split("\n");
        return steps > 1 && lines.length == steps ? List.of(lines) : List.of(lead);
    }

    private static List<List<String>> shares(
            List<String> measures, TimescaleSplitter.Parts parts, boolean leadsPaired) {
        int steps = parts.parts().size();
        int each = measures.size() / steps;
        boolean even = steps > 1 && each > 0 && measures.size() % steps == 0;
        List<List<String>> shares = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            if (even && !parts.ofOneLine()) {
                shares.add(measures.subList(i * each, (i + 1) * each));
            } else if (steps > 1 && leadsPaired && measures.size() > steps) {
                shares.add(i < steps - 1 ? measures.subList(i, i + 1) : measures.subList(i, measures.size()));
            } else {
                shares.add(i == 0 ? measures : List.of());
            }
        }
        return shares;
    }
}
