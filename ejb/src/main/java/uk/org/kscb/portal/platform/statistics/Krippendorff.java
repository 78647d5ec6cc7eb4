package uk.org.kscb.portal.platform.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Krippendorff's alpha, which bears missing raters (K. Krippendorff, <i>Computing Krippendorff's alpha-reliability</i>,
 * 2011). An item that fewer than two rated tells nothing of agreement and drops out.
 *
 * @param items for each item the ratings of all raters in one order, as places on the scale from 0; empty where missing
 * @param categories how many places the scale has
 */
public record Krippendorff(List<List<Optional<Integer>>> items, int categories) {
    public Krippendorff {
        items = items.stream().map(List::copyOf).toList();
        int places = categories;
        if (items.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .anyMatch(rating -> rating < 0 || rating >= places)) {
            throw new IllegalArgumentException("A rating lies outside the scale of " + categories);
        }
    }

    /** From how many raters chose each place of the scale for each item: who they were makes no difference. */
    public static Krippendorff ofCounts(List<List<Integer>> counts) {
        List<List<Optional<Integer>>> items = new ArrayList<>();
        for (List<Integer> item : counts) {
            List<Optional<Integer>> ratings = new ArrayList<>();
            for (int place = 0; place < item.size(); place++) {
                ratings.addAll(Collections.nCopies(item.get(place), Optional.of(place)));
            }
            items.add(ratings);
        }
        return new Krippendorff(items, counts.isEmpty() ? 1 : counts.getFirst().size());
    }

    /** For names without order: match, too high … */
    public Coefficient nominal() {
        return alpha((one, other, totals) -> one == other ? 0 : 1);
    }

    /** For grades and levels: steps apart, weighed by how often what lies between is used. */
    public Coefficient ordinal() {
        return alpha((one, other, totals) -> {
            if (one == other) {
                return 0;
            }
            double between = 0;
            for (int place = Math.min(one, other); place <= Math.max(one, other); place++) {
                between += totals[place];
            }
            double apart = between - (totals[one] + totals[other]) / 2;
            return apart * apart;
        });
    }

    private Coefficient alpha(Distance distance) {
        double[][] together = coincidences();
        double[] totals = new double[categories];
        double all = 0;
        for (int one = 0; one < categories; one++) {
            for (int other = 0; other < categories; other++) {
                totals[one] += together[one][other];
            }
            all += totals[one];
        }
        double seen = 0;
        double byChance = 0;
        for (int one = 0; one < categories; one++) {
            for (int other = 0; other < categories; other++) {
                double apart = distance.between(one, other, totals);
                seen += together[one][other] * apart;
                byChance += totals[one] * totals[other] * apart;
            }
        }
        int paired = (int) items.stream().filter(item -> raters(item) > 1).count();
        return all < 2
                ? Coefficient.notCalculable(paired)
                : Coefficient.beyondChance(seen, byChance / (all - 1), paired);
    }

    /** How often two ratings met on one item, each item counted as often as it has raters. */
    private double[][] coincidences() {
        double[][] together = new double[categories][categories];
        for (List<Optional<Integer>> item : items) {
            int raters = raters(item);
            if (raters < 2) {
                continue;
            }
            for (int one = 0; one < item.size(); one++) {
                for (int other = 0; other < item.size(); other++) {
                    if (one != other
                            && item.get(one).isPresent()
                            && item.get(other).isPresent()) {
                        together[item.get(one).get()][item.get(other).get()] += 1.0 / (raters - 1);
                    }
                }
            }
        }
        return together;
    }

    private static int raters(List<Optional<Integer>> item) {
        return (int) item.stream().filter(Optional::isPresent).count();
    }

    private interface Distance {
        double between(int one, int other, double[] totals);
    }
}
