package uk.org.kscb.portal.platform.statistics;

import java.util.List;

/**
 * What two raters said of the same items: rows the first, columns the second, both in the order of the scale from best
 * to worst. Right of the diagonal the second was less pleased: moved down.
 */
public final class Grid {
    private final List<List<Integer>> counts;

    /** @param counts square, in whole items, none below 0 */
    public Grid(List<List<Integer>> counts) {
        if (counts.isEmpty() || counts.stream().anyMatch(row -> row.size() != counts.size())) {
            throw new IllegalArgumentException("A grid has as many columns as rows");
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("Counts start at 0");
        }
        this.counts = counts.stream().map(List::copyOf).toList();
    }

    public List<List<Integer>> counts() {
        return counts;
    }

    public int items() {
        return sum((row, column) -> true);
    }

    public Share unchanged() {
        return new Share(sum((row, column) -> row == column), items());
    }

    public Share down() {
        return new Share(sum((row, column) -> column > row), items());
    }

    public Share up() {
        return new Share(sum((row, column) -> column < row), items());
    }

    /** Steps of the scale that the second moved the first, over all items: above 0 is down. Empty grid: 0. */
    public double meanStepsDown() {
        double steps = 0;
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                steps += (double) (column - row) * at(row, column);
            }
        }
        return items() == 0 ? 0 : steps / items();
    }

    /** Cohen's kappa, plain or weighted; not calculable where chance alone explains all, or for one category. */
    public Coefficient kappa(Weights weights) {
        int items = items();
        if (items == 0 || size() == 1) {
            return Coefficient.notCalculable(items);
        }
        double seen = 0;
        double byChance = 0;
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                double disagreement = weights.disagreement(row, column, size());
                seen += disagreement * at(row, column) / items;
                byChance += disagreement * rowTotal(row) / items * columnTotal(column) / items;
            }
        }
        return Coefficient.beyondChance(seen, byChance, items);
    }

    private int size() {
        return counts.size();
    }

    private int at(int row, int column) {
        return counts.get(row).get(column);
    }

    private double rowTotal(int wanted) {
        return sum((row, column) -> row == wanted);
    }

    private double columnTotal(int wanted) {
        return sum((row, column) -> column == wanted);
    }

    private int sum(Cells cells) {
        int total = 0;
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                total += cells.include(row, column) ? at(row, column) : 0;
            }
        }
        return total;
    }

    private interface Cells {
        boolean include(int row, int column);
    }
}
