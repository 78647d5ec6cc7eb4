package uk.org.kscb.portal.platform.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * More than two raters of the same items, each item rated by the same number: Fleiss' kappa. Where raters are missing,
 * {@link Krippendorff}.
 *
 * @param counts for each item, how many raters chose each category
 */
public record ManyRaters(List<List<Integer>> counts) {
    public ManyRaters {
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.stream().mapToInt(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("Every item is counted in the same categories");
        }
    }

    /** Which share of the pairs of raters agreed on each item, 0 to 1: the lowest item is where guidance needs rewriting. */
    public List<OptionalDouble> agreementByItem() {
        return counts.stream().map(ManyRaters::agreement).toList();
    }

    /** Over all items; empty when no item has two raters. */
    public OptionalDouble agreement() {
        return agreementByItem().stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    /** Not calculable where the items have different numbers of raters, or where chance alone explains all. */
    public Coefficient kappa() {
        List<Integer> raters = counts.stream().map(ManyRaters::total).distinct().toList();
        if (raters.size() != 1 || raters.getFirst() < 2) {
            return Coefficient.notCalculable(counts.size());
        }
        double ratings = (double) raters.getFirst() * counts.size();
        double byChance = 0;
        for (int category = 0; category < counts.getFirst().size(); category++) {
            int chosen = category;
            double share = counts.stream().mapToInt(item -> item.get(chosen)).sum() / ratings;
            byChance += share * share;
        }
        return Coefficient.beyondChance(1 - agreement().orElse(0), 1 - byChance, counts.size());
    }

    private static int total(List<Integer> item) {
        return item.stream().mapToInt(Integer::intValue).sum();
    }

    private static OptionalDouble agreement(List<Integer> item) {
        double raters = total(item);
        if (raters < 2) {
            return OptionalDouble.empty();
        }
        double pairs = item.stream().mapToDouble(chose -> chose * (chose - 1.0)).sum();
        return OptionalDouble.of(pairs / (raters * (raters - 1)));
    }
}
