package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Row;
import uk.org.kscb.portal.plan.exchange.SourceBlock.Table;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/**
 * Which of a file's tables hold the plan, and how to read their columns.
 *
 * @param tables the plan's tables among all blocks, by their place
 * @param depth how many numbers an action's reference has ("2.4.7" has 3); 0 where actions carry no number
 */
record PlanTables(Map<Integer, Mapped> tables, ColumnMapping mapping, List<String> headings, int depth) {

    private static final Pattern NUMBER_AT_START = Pattern.compile("^\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,3})*");

    /** Fewer cells in a row make no plan: what is to be done, by whom, by when. */
    private static final int FEWEST_COLUMNS = 3;

    private static final int EXAMPLE = 30;

    /** @param firstRow the first row below the headings */
    record Mapped(Table table, ColumnMapping mapping, int firstRow) {

        List<Row> rows() {
            return table.rows().subList(firstRow, table.rows().size());
        }
    }

    static PlanTables find(List<SourceBlock> blocks, @Nullable ColumnMapping given) {
        Map<Integer, Mapped> tables = new LinkedHashMap<>();
        List<String> headings = List.of();
        Mapped last = null;
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i) instanceof Table table)) {
                continue;
            }
            Optional<HeadingGuess.Found> found = HeadingGuess.find(table);
            if (found.isPresent()) {
                ColumnMapping mapping = given == null ? found.get().mapping() : given;
                last = new Mapped(table, mapping, found.get().row() + 1);
                headings = headings.isEmpty() ? found.get().headings() : headings;
                tables.put(i, last);
            } else if (last != null && continues(table, last)) {
                tables.put(i, new Mapped(table, last.mapping(), 0));
            }
        }
        if (tables.isEmpty()) {
            return byHand(blocks, given);
        }
        return of(tables, headings);
    }

    /**
     * No headings that we know: the sender has said which column is which, or is asked to. Every table as wide as the widest
     * counts.
     */
    private static PlanTables byHand(List<SourceBlock> blocks, @Nullable ColumnMapping given) {
        int width = blocks.stream()
                .mapToInt(b -> b instanceof Table table && table.rows().stream().anyMatch(PlanTables::fullEnough)
                        ? table.width()
                        : 0)
                .max()
                .orElse(0);
        if (width == 0) {
            throw new UnreadablePlan(
                    Reason.NO_PLAN_TABLE,
                    "There is no table in this file that could be a plan. A plan is a table with columns such as Ref,"
                            + " Actions, Timescale, Delivery Leads, and Targets & Measures: at least three, below a row of"
                            + " headings.");
        }
        ColumnMapping mapping = given == null ? ColumnMapping.NONE : given;
        Map<Integer, Mapped> tables = new LinkedHashMap<>();
        List<String> headings = List.of();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Table table && table.width() == width) {
                int first = firstFullRow(table);
                boolean heads = first < table.rows().size()
                        && looksLikeHeadings(table.rows().get(first));
                if (headings.isEmpty() && first < table.rows().size()) {
                    headings = heads
                            ? HeadingGuess.headings(table.rows().get(first))
                            : examples(table.rows().get(first));
                }
                tables.put(i, new Mapped(table, mapping, heads ? first + 1 : first));
            }
        }
        return given == null ? new PlanTables(Map.of(), ColumnMapping.NONE, headings, 0) : of(tables, headings);
    }

    /** Nothing is read yet: somebody has to say which column is which. */
    boolean columnsUnknown() {
        return tables.isEmpty();
    }

    private static boolean fullEnough(Row row) {
        return row.cells().stream().filter(c -> !c.text().isEmpty()).count() >= FEWEST_COLUMNS;
    }

    private static int firstFullRow(Table table) {
        int first = 0;
        while (first < table.rows().size() && !fullEnough(table.rows().get(first))) {
            first++;
        }
        return first;
    }

    /** Short words in every cell; a number with dots or a long text is already an action. */
    private static boolean looksLikeHeadings(Row row) {
        return row.cells().stream()
                .noneMatch(c ->
                        NUMBER_AT_START.matcher(c.text()).find() || c.text().length() > HeadingGuess.LONGEST_HEADING);
    }

    /** Columns without a heading go by their place and what stands in them. */
    private static List<String> examples(Row row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String text = CellText.oneLine(row.cells().get(i).text());
            String example =
                    text.length() > EXAMPLE ? text.substring(0, EXAMPLE).strip() + "…" : text;
            names.add("Column " + (i + 1) + (example.isEmpty() ? "" : " (“" + example + "”)"));
        }
        return names;
    }

    private static PlanTables of(Map<Integer, Mapped> tables, List<String> headings) {
        Mapped first = tables.values().iterator().next();
        ColumnMapping mapping = first.mapping();
        if (!mapping.has(ColumnRole.ACTION)) {
            throw new UnreadablePlan(Reason.WRONG_COLUMNS, "Say which column holds the action.", headings);
        }
        int width = first.table().width();
        mapping.columns().forEach((role, column) -> {
            if (column >= width) {
                throw new UnreadablePlan(
                        Reason.WRONG_COLUMNS,
                        "There is no column " + (column + 1) + " for \"" + role.label() + "\": the table has " + width
                                + " columns.",
                        headings);
            }
        });
        return new PlanTables(tables, mapping, headings, depth(tables));
    }

    /** How the file heads a column, so that an oddity names the cell as the sender knows it. */
    String cellName(ColumnRole role) {
        int column = mapping.column(role);
        boolean named =
                column >= 0 && column < headings.size() && !headings.get(column).isEmpty();
        return named ? headings.get(column) : role.label();
    }

    /** A table without headings goes on with the table before it if it has its columns and numbered actions. */
    private static boolean continues(Table table, Mapped before) {
        return table.width() == before.table().width()
                && table.rows().stream()
                        .anyMatch(r -> NUMBER_AT_START
                                .matcher(r.text(before.mapping().column(ColumnRole.ACTION)))
                                .find());
    }

    private static int depth(Map<Integer, Mapped> tables) {
        List<Integer> depths = new ArrayList<>();
        for (Mapped mapped : tables.values()) {
            for (Row row : mapped.rows()) {
                Matcher inAction =
                        NUMBER_AT_START.matcher(row.text(mapped.mapping().column(ColumnRole.ACTION)));
                if (inAction.find()) {
                    depths.add(ActionRef.depthOf(inAction.group()));
                }
                ActionRef inRef = ActionRef.at(row.text(mapped.mapping().column(ColumnRole.REF)));
                boolean hasAction =
                        !row.text(mapped.mapping().column(ColumnRole.ACTION)).isEmpty();
                if (inRef != null && hasAction) {
                    depths.add(inRef.depth());
                }
            }
        }
        return depths.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
