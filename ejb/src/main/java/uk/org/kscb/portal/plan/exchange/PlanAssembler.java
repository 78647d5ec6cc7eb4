package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.exchange.PlanDraft.ActionDraft;
import uk.org.kscb.portal.plan.exchange.PlanDraft.Position;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Row;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Table;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** Builds a plan from a file's running text and tables. */
final class PlanAssembler {

    private final PlanTables tables;
    private final List<SourceBlock> blocks;
    private final OddityList oddities = new OddityList();
    private final RowFiler filer;
    private int order;
    private int unnumbered;

    private PlanAssembler(List<SourceBlock> blocks, PlanTables tables) {
        this.blocks = blocks;
        this.tables = tables;
        this.filer = new RowFiler(tables.depth(), oddities);
    }

    static PlanReading assemble(PlanFormat format, List<SourceBlock> blocks, @Nullable ColumnMapping given) {
        PlanTables tables = PlanTables.find(blocks, given);
        return new PlanAssembler(blocks, tables).assemble(format);
    }

    private PlanReading assemble(PlanFormat format) {
        for (int i = 0; i < blocks.size(); i++) {
            PlanTables.Mapped mapped = tables.tables().get(i);
            if (mapped != null) {
                List<Row> before = mapped.table().rows().subList(0, mapped.firstRow());
                before.forEach(row -> banner(row.soleText(), true, row.place()));
                mapped.rows().forEach(row -> read(row, mapped.mapping()));
            } else if (blocks.get(i) instanceof SourceBlock.Paragraph paragraph) {
                banner(paragraph.text(), paragraph.heading(), paragraph.place());
            }
        }
        List<ActionDraft> actions = filer.actions();
        if (actions.isEmpty()) {
            throw new UnreadablePlan(
                    Reason.NO_PLAN_TABLE,
                    "The table has a plan's headings but no actions below them.",
                    tables.headings());
        }
        noteDuplicates(actions);
        LeadNames leadNames = new LeadNames(
                actions.stream().flatMap(a -> a.milestones.stream()).map(m -> m.leadCell).toList());
        ActionBuilder builder = new ActionBuilder(leadNames, posts(), oddities, this::cellName);
        List<PlanDocument.Priority> priorities =
                filer.plan().priorities.stream().map(p -> p.toPriority(builder)).toList();
        PlanDocument plan = new PlanDocument(jakarta.json.JsonValue.EMPTY_JSON_OBJECT, priorities);
        return new PlanReading(format, plan, oddities.inFileOrder(), tables.mapping(), tables.headings());
    }

    private boolean banner(String text, boolean heading, String place) {
        order++;
        BannerText banner = text.isEmpty() ? null : BannerText.of(text, heading, tables.depth());
        if (banner == null) {
            return false;
        }
        filer.banner(banner, new Position(order, place));
        return true;
    }

    private void read(Row row, ColumnMapping mapping) {
        if (row.blank() || HeadingGuess.guess(row) != null) {
            return;
        }
        String sole = row.soleText();
        boolean numberedAction = ActionRef.at(sole) instanceof ActionRef ref && ref.depth() == tables.depth();
        if (!sole.isEmpty() && !numberedAction && banner(sole, true, row.place())) {
            return;
        }
        Position position = new Position(++order, row.place());
        RefCell refCell = RefCell.of(row, mapping, tables.depth());
        String actionCell = row.text(mapping.column(ColumnRole.ACTION));
        ActionRef inText = ActionRef.at(actionCell);
        boolean refInText = inText != null && tables.depth() > 1 && inText.depth() == tables.depth();
        StepRow step = new StepRow(
                timescale(row, mapping),
                row.text(mapping.column(ColumnRole.LEAD)),
                row.text(mapping.column(ColumnRole.MEASURE)),
                position);
        String text = refInText ? inText.rest() : actionCell;
        String ref = refCell.actionRef() != null ? refCell.actionRef() : refInText ? inText.ref() : numbered(actionCell);
        if (ref == null && refCell.label() != null && step.isOnlyText() && !actionCell.isEmpty()) {
            filer.banner(new BannerText.OutcomeHeading(refCell.label(), CellText.oneLine(actionCell)), position);
            return;
        }
        fileAction(row, mapping, refCell, ref, text, position);
        ActionDraft action = filer.action();
        if (action == null) {
            oddities.add(
                    order,
                    Kind.STRUCTURE,
                    null,
                    row.place(),
                    null,
                    CellText.oneLine(String.join(" ", row.cells().stream().map(SourceBlock.Cell::text).toList())),
                    "left out",
                    "the row stands before any action");
            return;
        }
        if (ref != null || !step.isOnlyText()) {
            step.addTo(action, oddities, this::cellName);
        }
    }

    private void fileAction(
            Row row, ColumnMapping mapping, RefCell refCell, @Nullable String ref, String text, Position position) {
        ActionText actionText = ActionText.of(text);
        ActionDraft before = filer.action();
        String outcomeText = CellText.oneLine(row.spannedText(mapping.column(ColumnRole.OUTCOME)));
        boolean outcomeIsNumber = ActionRef.at(outcomeText) instanceof ActionRef r && r.rest().isEmpty();
        ActionDraft action = ref == null
                ? before
                : filer.openAction(ref, actionText.text(), outcomeIsNumber ? "" : outcomeText, position);
        if (action == null) {
            return;
        }
        if (action != before) {
            action.addText(actionText.text());
            action.bullets.addAll(actionText.bullets());
        } else if (ref == null && !(actionText.text() + actionText.bullets()).equals("[]")) {
            action.addText(actionText.text());
            action.bullets.addAll(actionText.bullets());
            oddities.add(
                    order,
                    Kind.STRUCTURE,
                    action.ref,
                    position.place(),
                    cellName(ColumnRole.ACTION),
                    CellText.oneLine(text),
                    "the end of action " + action.ref,
                    "text without a reference below an action is read as its continuation");
        }
        action.tags.takeAll(actionText.tags());
        action.tags.takeAll(refCell.tags());
        action.tags.takeAll(row.text(mapping.column(ColumnRole.SUPPORTS)));
        tagColumns(row).forEach(action.tags::takeAll);
        action.statedComplete |= row.text(mapping.column(ColumnRole.STATUS))
                .toLowerCase(Locale.UK)
                .startsWith("complete");
        Stream.of(refCell.marker(), actionText.marker(), JointMarker.ofColumn(row.text(mapping.column(ColumnRole.JOINT))))
                .filter(Objects::nonNull)
                .forEach(m -> filer.mark(
                        m,
                        m == refCell.marker() && refCell.label() != null,
                        position,
                        cellName(m == refCell.marker() ? ColumnRole.REF : ColumnRole.ACTION)));
    }

    /** Columns headed by nothing but a tag's letters. */
    private List<String> tagColumns(Row row) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < tables.headings().size(); i++) {
            if (tables.headings().get(i).matches("IN|O|CT")) {
                tags.add(row.text(i));
            }
        }
        return tags;
    }

    private @Nullable String numbered(String actionCell) {
        return tables.depth() == 0 && !actionCell.isEmpty() ? String.valueOf(++unnumbered) : null;
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

    private void noteDuplicates(List<ActionDraft> actions) {
        Map<String, ActionDraft> byText = new HashMap<>();
        for (ActionDraft action : actions) {
            String words = action.text.toString().toLowerCase(Locale.UK);
            ActionDraft first = byText.putIfAbsent(words, action);
            if (first != null && !words.isEmpty()) {
                oddities.add(
                        action.position.order(),
                        Kind.DUPLICATE,
                        action.ref,
                        action.position.place(),
                        cellName(ColumnRole.ACTION),
                        action.text.toString(),
                        "an action of its own",
                        "the same words as action " + first.ref);
            }
        }
    }

    /** Names and job titles, where a table of two columns lists them. */
    private Map<String, String> posts() {
        Map<String, String> posts = new LinkedHashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Table table && !tables.tables().containsKey(i) && table.width() == 2) {
                table.rows().forEach(r -> posts.putIfAbsent(CellText.oneLine(r.text(0)), CellText.oneLine(r.text(1))));
            }
        }
        return posts;
    }

    private String cellName(ColumnRole role) {
        int column = tables.mapping().column(role);
        List<String> headings = tables.headings();
        boolean named = column >= 0 && column < headings.size() && !headings.get(column).isEmpty();
        return named ? headings.get(column) : role.label();
    }
}
