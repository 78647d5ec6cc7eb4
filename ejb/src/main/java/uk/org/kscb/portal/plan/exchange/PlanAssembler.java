package uk.org.kscb.portal.plan.exchange;

import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.exchange.PlanDraft.ActionDraft;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Paragraph;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Table;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** Builds a plan from a file's running text and tables. */
final class PlanAssembler {

    private final PlanTables tables;
    private final List<SourceBlock> blocks;
    private final OddityList oddities = new OddityList();

    private PlanAssembler(List<SourceBlock> blocks, PlanTables tables) {
        this.blocks = blocks;
        this.tables = tables;
    }

    static PlanReading assemble(PlanFormat format, List<SourceBlock> blocks, @Nullable ColumnMapping given) {
        PlanTables tables = PlanTables.find(blocks, given);
        if (tables.columnsUnknown()) {
            PlanDocument nothing = new PlanDocument(JsonValue.EMPTY_JSON_OBJECT, List.of());
            return new PlanReading(format, nothing, List.of(), ColumnMapping.NONE, tables.headings());
        }
        return new PlanAssembler(blocks, tables).assemble(format);
    }

    private PlanReading assemble(PlanFormat format) {
        noteHeadingsTakenOnTrust();
        noteLeftOutColumns();
        PlanDraft draft = draft();
        List<ActionDraft> actions = draft.actions();
        if (actions.isEmpty()) {
            throw new UnreadablePlan(
                    Reason.NO_PLAN_TABLE,
                    "The table has a plan's headings but no actions below them.",
                    tables.headings());
        }
        noteDuplicates(actions);
        LeadNames leadNames = new LeadNames(actions.stream()
                .flatMap(a -> a.milestones.stream())
                .map(m -> m.leadCell)
                .toList());
        ActionBuilder builder = new ActionBuilder(leadNames, posts(), oddities, tables);
        List<PlanDocument.Priority> priorities =
                draft.priorities.stream().map(p -> p.toPriority(builder)).toList();
        PlanDocument plan = new PlanDocument(JsonValue.EMPTY_JSON_OBJECT, priorities);
        return new PlanReading(format, plan, oddities.inFileOrder(), tables.mapping(), tables.headings());
    }

    private PlanDraft draft() {
        RowFiler filer = new RowFiler(tables.depth(), oddities);
        RowReader reader = new RowReader(tables, filer, oddities);
        for (int i = 0; i < blocks.size(); i++) {
            PlanTables.Mapped mapped = tables.tables().get(i);
            if (mapped != null) {
                mapped.table()
                        .rows()
                        .subList(0, mapped.firstRow())
                        .forEach(row -> reader.banner(row.soleText(), true, row.place()));
                mapped.rows().forEach(row -> reader.read(row, mapped.mapping()));
            } else if (blocks.get(i) instanceof Paragraph paragraph) {
                reader.banner(paragraph.text(), paragraph.heading(), paragraph.place());
            }
        }
        return filer.plan();
    }

    /** Where the sender has said the columns, the row that we took for headings might be an action. */
    private void noteHeadingsTakenOnTrust() {
        tables.tables().values().forEach(mapped -> {
            if (mapped.firstRow() > 0 && HeadingGuess.find(mapped.table()).isEmpty()) {
                var row = mapped.table().rows().get(mapped.firstRow() - 1);
                oddities.add(
                        0,
                        Kind.STRUCTURE,
                        null,
                        row.place(),
                        null,
                        String.join(", ", HeadingGuess.headings(row)),
                        "headings",
                        "short words above the other rows; if it is an action, give it a number or put headings above");
            }
        });
    }

    private void noteLeftOutColumns() {
        PlanTables.Mapped first = tables.tables().values().iterator().next();
        for (int i = 0; i < tables.headings().size(); i++) {
            int column = i;
            String heading = tables.headings().get(i);
            boolean read = tables.mapping().roleOf(i) != null || heading.matches(RowReader.TAG_HEADING);
            if (!read && first.rows().stream().anyMatch(r -> !r.text(column).isEmpty())) {
                oddities.add(
                        0,
                        Kind.STRUCTURE,
                        null,
                        first.table().name(),
                        heading,
                        heading,
                        "left out",
                        "no kind of column is known for this heading; say which it is if it matters");
            }
        }
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
                        tables.cellName(ColumnRole.ACTION),
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
}
