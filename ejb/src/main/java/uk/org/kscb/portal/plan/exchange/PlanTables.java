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

    /** No headings that we know: the sender has said which column is which, or is asked to. */
    private static PlanTables byHand(List<SourceBlock> blocks, @Nullable ColumnMapping given) {
        int widest = -1;
        for (int i = 0; i < blocks.size(); i++) {
            boolean wider = blocks.get(i) instanceof Table table
                    && (widest < 0 || table.width() > ((Table) blocks.get(widest)).width());
            widest = wider ? i : widest;
        }
        if (widest < 0) {
            throw new UnreadablePlan(
                    Reason.NO_PLAN_TABLE,
                    "There is no table in this file. A plan is a table with columns such as Ref, Actions, Timescale,"
                            + " Delivery Leads, and Targets & Measures.");
        }
        Table table = (Table) blocks.get(widest);
        int heading = headingRow(table);
        List<String> headings = table.rows().isEmpty()
                ? List.of()
                : HeadingGuess.headings(table.rows().get(heading));
        if (given == null) {
            throw new UnreadablePlan(
                    Reason.NO_PLAN_TABLE,
                    "No table in this file looks like an improvement plan. Its heading row should name the action, and"
                            + " at least two of reference, timescale, lead and measure. Rename the headings, or say which"
                            + " column is which.",
                    headings);
        }
        return of(Map.of(widest, new Mapped(table, given, heading + 1)), headings);
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

    private static int headingRow(Table table) {
        for (int i = 0; i < table.rows().size(); i++) {
            if (table.rows().get(i).cells().stream()
                            .filter(c -> !c.text().isEmpty())
                            .count()
                    > 2) {
                return i;
            }
        }
        return 0;
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
