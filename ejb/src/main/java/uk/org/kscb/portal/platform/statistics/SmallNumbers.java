package uk.org.kscb.portal.platform.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which cells are kept back so that nobody can be picked out (BRIEF 6.4): a count of 5 or fewer, or out of 10 or fewer;
 * and then a second cell wherever taking the others from the published total would give the first one away.
 */
public final class SmallNumbers {
    public static final int SMALL_COUNT = 5;
    public static final int SMALL_BASE = 10;

    private SmallNumbers() {}

    public static boolean small(Share cell) {
        return cell.count() <= SMALL_COUNT || cell.of() <= SMALL_BASE;
    }

    /**
     * For cells that add up to a total which is shown.
     *
     * @return true for each cell to keep back, in the order given. When everything that there is had to go and would
     *     still be given away (one cell and its total), the total must go too: see {@link #givenAway}
     */
    public static List<Boolean> hidden(List<Share> cells) {
        return hidden(cells, Collections.nCopies(cells.size(), false));
    }

    /** @param anyway cells to keep back for another reason, which must not be given away either */
    public static List<Boolean> hidden(List<Share> cells, List<Boolean> anyway) {
        List<Boolean> hidden = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            hidden.add(anyway.get(place) || small(cells.get(place)));
        }
        protect(cells, hidden);
        return Collections.unmodifiableList(hidden);
    }

    /**
     * For a table whose totals by row and by column are shown.
     *
     * @param table rows of equal length
     */
    public static List<List<Boolean>> hiddenInTable(List<List<Share>> table) {
        List<List<Boolean>> hidden = new ArrayList<>();
        table.forEach(row ->
                hidden.add(new ArrayList<>(row.stream().map(SmallNumbers::small).toList())));
        int columns = table.isEmpty() ? 0 : table.getFirst().size();
        boolean changed = true;
        // a cell kept back for its row may lay its column open, and so on until nothing is left to give away
        while (changed) {
            changed = false;
            for (int row = 0; row < table.size(); row++) {
                changed |= protect(table.get(row), hidden.get(row));
            }
            for (int column = 0; column < columns; column++) {
                changed |= protectColumn(table, hidden, column);
            }
        }
        return hidden.stream().map(Collections::unmodifiableList).toList();
    }

    /** Whether a reader who has the total and the cells that are shown can work out a cell that is kept back. */
    public static boolean givenAway(List<Share> cells, List<Boolean> hidden) {
        // a cell of nothing is known to be nothing: it covers no other
        List<Integer> kept = places(cells.size(), hidden, true).stream()
                .filter(place -> cells.get(place).of() > 0)
                .toList();
        if (kept.isEmpty()) {
            return false;
        }
        long count = kept.stream().mapToLong(place -> cells.get(place).count()).sum();
        boolean allOrNothing = kept.stream().allMatch(place -> cells.get(place).count() <= SMALL_COUNT)
                && (count == 0 || count == (long) SMALL_COUNT * kept.size());
        return kept.size() == 1 || allOrNothing;
    }

    private static boolean protect(List<Share> cells, List<Boolean> hidden) {
        boolean changed = false;
        while (givenAway(cells, hidden)) {
            var next = places(cells.size(), hidden, false).stream()
                    .filter(place -> cells.get(place).of() > 0)
                    .min(Comparator.comparingLong(
                            (Integer place) -> cells.get(place).count()));
            if (next.isEmpty()) {
                break;
            }
            hidden.set(next.get(), true);
            changed = true;
        }
        return changed;
    }

    private static boolean protectColumn(List<List<Share>> table, List<List<Boolean>> hidden, int column) {
        List<Share> cells = table.stream().map(row -> row.get(column)).toList();
        List<Boolean> kept =
                new ArrayList<>(hidden.stream().map(row -> row.get(column)).toList());
        boolean changed = protect(cells, kept);
        for (int row = 0; row < table.size(); row++) {
            hidden.get(row).set(column, kept.get(row));
        }
        return changed;
    }

    private static List<Integer> places(int size, List<Boolean> hidden, boolean wanted) {
        return IntStream.range(0, size)
                .filter(place -> hidden.get(place) == wanted)
                .boxed()
                .toList();
    }
}
