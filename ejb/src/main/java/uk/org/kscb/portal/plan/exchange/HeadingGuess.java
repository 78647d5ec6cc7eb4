package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a table's heading row and guesses from its words which column holds what. */
final class HeadingGuess {

    private static final Set<ColumnRole> CORE =
            Set.of(ColumnRole.REF, ColumnRole.TIMESCALE, ColumnRole.END, ColumnRole.LEAD, ColumnRole.MEASURE);
    static final int LONGEST_HEADING = 60;
    private static final int ROWS_SEARCHED = 30;

    /** @param row the heading row's place in the table, counted from 0 */
    record Found(int row, ColumnMapping mapping, List<String> headings) {}

    private HeadingGuess() {}

    static Optional<Found> find(SourceBlock.Table table) {
        for (int i = 0; i < Math.min(ROWS_SEARCHED, table.rows().size()); i++) {
            ColumnMapping mapping = guess(table.rows().get(i));
            if (mapping != null) {
                return Optional.of(new Found(i, mapping, headings(table.rows().get(i))));
            }
        }
        return Optional.empty();
    }

    static List<String> headings(SourceBlock.Row row) {
        return row.cells().stream().map(c -> CellText.oneLine(c.text())).toList();
    }

    /** The mapping that a row gives as a heading row; null where it does not look like one. */
    static @Nullable ColumnMapping guess(SourceBlock.Row row) {
        Map<ColumnRole, Integer> columns = new EnumMap<>(ColumnRole.class);
        List<Integer> unsure = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String words = HeadingWords.of(row.text(i));
            ColumnRole role = HeadingWords.exact(words);
            if (role != null) {
                columns.putIfAbsent(role, i);
            } else if (!words.isEmpty() && words.length() <= LONGEST_HEADING) {
                unsure.add(i);
            }
        }
        int certain = columns.size();
        for (int i : unsure) {
            String words = HeadingWords.of(row.text(i));
            HeadingWords.telling(words)
                    .filter(role -> !columns.containsKey(role))
                    .findFirst()
                    .ifPresent(role -> columns.put(role, i));
        }
        readOutcomeByPlace(columns);
        long core = columns.keySet().stream().filter(CORE::contains).count();
        boolean plan = columns.containsKey(ColumnRole.ACTION) && core >= 2 && (certain >= 2 || core >= 3);
        return plan ? new ColumnMapping(columns) : null;
    }

    /** An outcome behind the action says what the action is to bring about; before it, what the action belongs to. */
    private static void readOutcomeByPlace(Map<ColumnRole, Integer> columns) {
        Integer outcome = columns.get(ColumnRole.OUTCOME);
        Integer action = columns.get(ColumnRole.ACTION);
        if (outcome != null && action != null && outcome > action && !columns.containsKey(ColumnRole.MEASURE)) {
            columns.remove(ColumnRole.OUTCOME);
            columns.put(ColumnRole.MEASURE, outcome);
        }
    }
}
