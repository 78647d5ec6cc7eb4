package uk.org.kscb.portal.plan.exchange;

import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Row;

/**
 * What a reference cell holds, in whatever mixture.
 *
 * @param actionRef the action's own number
 * @param label the number of the outcome
 * @param tags whatever is left: "IN 3. CT 1."
 */
record RefCell(
        @Nullable String actionRef,
        @Nullable String label,
        @Nullable JointMarker marker,
        String tags) {

    /** @param depth how many numbers an action's reference has in this plan */
    static RefCell of(Row row, ColumnMapping mapping, int depth) {
        int column = mapping.column(ColumnRole.REF);
        JointMarker.InCell split = JointMarker.inRefCell(row.text(column));
        ActionRef number = ActionRef.at(split.rest());
        JointMarker marker = split.marker();
        if (marker == null && row.text(column).isEmpty()) {
            // a merged cell reaches down: its marker covers this row too, unless it is the whole outcome's anyway
            JointMarker.InCell above = JointMarker.inRefCell(row.spannedText(column));
            marker = ActionRef.at(above.rest()) == null ? above.marker() : null;
        }
        if (number == null) {
            return new RefCell(null, null, marker, split.rest());
        }
        boolean action = depth > 0 && number.depth() == depth;
        return new RefCell(action ? number.ref() : null, action ? null : number.ref(), marker, number.rest());
    }
}
