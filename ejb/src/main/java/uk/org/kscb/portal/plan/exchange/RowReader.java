package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.exchange.PlanDraft.ActionDraft;
import uk.org.kscb.portal.plan.exchange.PlanDraft.Position;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Row;

/** Reads a plan's table row by row: what each row opens, carries on or adds. */
final class RowReader {

    /** A column headed by nothing but the letters of a tag. */
    static final String TAG_HEADING = "IN|O|CT";

    private final PlanTables tables;
    private final RowFiler filer;
    private final OddityList oddities;
    private int order;
    private int unnumbered;

    RowReader(PlanTables tables, RowFiler filer, OddityList oddities) {
        this.tables = tables;
        this.filer = filer;
        this.oddities = oddities;
    }

    /** @return whether the line is a heading of the plan, or says something about a priority */
    boolean banner(String text, boolean heading, String place) {
        order++;
        BannerText banner = text.isEmpty() ? null : BannerText.of(text, heading, tables.depth());
        if (banner == null) {
            return false;
        }
        filer.banner(banner, new Position(order, place));
        return true;
    }

    void read(Row row, ColumnMapping mapping) {
        if (row.blank() || HeadingGuess.guess(row) != null) {
            return;
        }
        String sole = row.soleText();
        ActionRef number = ActionRef.at(sole);
        boolean numberedAction = number != null && number.depth() == tables.depth();
        if (!sole.isEmpty() && !numberedAction && banner(sole, true, row.place())) {
            return;
        }
        Position position = new Position(++order, row.place());
        StepRow step = new StepRow(
                timescale(row, mapping),
                row.text(mapping.column(ColumnRole.LEAD)),
                row.text(mapping.column(ColumnRole.MEASURE)),
                position);
        RefCell refCell = RefCell.of(row, mapping, tables.depth());
        NumberedText numbered = numbered(refCell, row.text(mapping.column(ColumnRole.ACTION)));
        String label = refCell.label();
        if (numbered.ref() == null
                && label != null
                && step.isOnlyText()
                && !numbered.text().isEmpty()) {
            filer.banner(new BannerText.OutcomeHeading(label, CellText.oneLine(numbered.text())), position);
            return;
        }
        fileAction(row, mapping, refCell, numbered, position);
        ActionDraft action = filer.action();
        if (action == null) {
            leftOut(row);
        } else if (numbered.ref() != null || !step.isOnlyText()) {
            step.addTo(action, oddities, tables);
        }
    }

    /** @param ref the action that the row opens; null where it carries on with the one above */
    private record NumberedText(@Nullable String ref, String text) {}

    private NumberedText numbered(RefCell refCell, String actionCell) {
        ActionRef inText = ActionRef.at(actionCell);
        boolean own = inText != null && tables.depth() > 1 && inText.depth() == tables.depth();
        String text = own && inText != null ? inText.rest() : actionCell;
        if (refCell.actionRef() != null) {
            return new NumberedText(refCell.actionRef(), text);
        }
        if (own && inText != null) {
            return new NumberedText(inText.ref(), text);
        }
        boolean byPlace = tables.depth() == 0 && !actionCell.isEmpty();
        return new NumberedText(byPlace ? String.valueOf(++unnumbered) : null, text);
    }

    private void leftOut(Row row) {
        List<String> texts = row.cells().stream().map(SourceBlock.Cell::text).toList();
        oddities.add(
                order,
                Kind.STRUCTURE,
                null,
                row.place(),
                null,
                CellText.oneLine(String.join(" ", texts)),
                "left out",
                "the row stands before any action");
    }

    private void fileAction(Row row, ColumnMapping mapping, RefCell refCell, NumberedText numbered, Position position) {
        ActionText actionText = ActionText.of(numbered.text());
        ActionDraft before = filer.action();
        ActionDraft action = numbered.ref() == null
                ? before
                : filer.openAction(numbered.ref(), actionText.text(), outcomeText(row, mapping), position);
        if (action == null) {
            return;
        }
        boolean opened = action != before;
        boolean wordless = actionText.text().isEmpty() && actionText.bullets().isEmpty();
        if (opened || (numbered.ref() == null && !wordless)) {
            action.addText(actionText.text());
            action.bullets.addAll(actionText.bullets());
        }
        if (!opened && numbered.ref() == null && !wordless) {
            oddities.add(
                    order,
                    Kind.STRUCTURE,
                    action.ref,
                    position.place(),
                    tables.cellName(ColumnRole.ACTION),
                    CellText.oneLine(numbered.text()),
                    "the end of action " + action.ref,
                    "text without a reference below an action is read as its continuation");
        }
        if (tables.depth() == 0 && opened) {
            oddities.add(
                    order,
                    Kind.REFERENCE,
                    action.ref,
                    position.place(),
                    tables.cellName(ColumnRole.REF),
                    "",
                    action.ref,
                    "the actions carry no numbers, so they are numbered by their place");
        }
        takeTags(row, mapping, refCell, actionText, action);
        action.statedComplete |= row.text(mapping.column(ColumnRole.STATUS))
                .toLowerCase(Locale.UK)
                .startsWith("complete");
        takeMarkers(row, mapping, refCell, actionText, position);
    }

    private static String outcomeText(Row row, ColumnMapping mapping) {
        String text = CellText.oneLine(row.spannedText(mapping.column(ColumnRole.OUTCOME)));
        ActionRef number = ActionRef.at(text);
        return number != null ? number.rest() : text;
    }

    private void takeTags(Row row, ColumnMapping mapping, RefCell refCell, ActionText text, ActionDraft action) {
        action.tags.takeAll(text.tags());
        action.tags.takeAll(refCell.tags());
        action.tags.takeAll(row.text(mapping.column(ColumnRole.SUPPORTS)));
        List<String> tagColumns = new ArrayList<>();
        for (int i = 0; i < tables.headings().size(); i++) {
            if (tables.headings().get(i).matches(TAG_HEADING)) {
                tagColumns.add(row.text(i));
            }
        }
        tagColumns.forEach(action.tags::takeAll);
    }

    private void takeMarkers(Row row, ColumnMapping mapping, RefCell refCell, ActionText text, Position position) {
        if (refCell.marker() != null) {
            filer.mark(refCell.marker(), refCell.label() != null, position, tables.cellName(ColumnRole.REF));
        }
        if (text.marker() != null) {
            filer.mark(text.marker(), false, position, tables.cellName(ColumnRole.ACTION));
        }
        JointMarker ofColumn = JointMarker.ofColumn(row.text(mapping.column(ColumnRole.JOINT)));
        if (ofColumn != null) {
            filer.mark(ofColumn, false, position, tables.cellName(ColumnRole.JOINT));
        }
    }

    private static String timescale(Row row, ColumnMapping mapping) {
        String written = row.text(mapping.column(ColumnRole.TIMESCALE));
        if (!written.isEmpty()) {
            return written;
        }
        String start = row.text(mapping.column(ColumnRole.START));
        String end = row.text(mapping.column(ColumnRole.END));
        if (start.isEmpty() || end.isEmpty()) {
            return start.isEmpty() ? end : "From " + start;
        }
        return start + " - " + end;
    }
}
