package uk.org.kscb.portal.plan.exchange;

import java.util.List;
import uk.org.kscb.portal.plan.Oddity;
import uk.org.kscb.portal.plan.PlanDocument;

/**
 * What was read from a file.
 *
 * @param oddities everything that needed interpretation, in the order of the file
 * @param mapping which column was taken for what; empty for JSON
 * @param headings the headings of the plan's table, by column; empty for JSON
 */
public record PlanReading(
        PlanFormat format, PlanDocument plan, List<Oddity> oddities, ColumnMapping mapping, List<String> headings) {

    public PlanReading {
        oddities = List.copyOf(oddities);
        headings = List.copyOf(headings);
    }

    /** The file has a table, but nothing says which column is which: nothing is read until somebody does. */
    public boolean columnsUnknown() {
        return format != PlanFormat.JSON && !mapping.has(ColumnRole.ACTION);
    }
}
