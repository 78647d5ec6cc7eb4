package uk.org.kscb.portal.platform.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Agreement beyond chance, at most 1. "Not calculable" is an answer of its own, neither 0 nor an error: where everybody
 * says the same of everything, chance alone explains it, and nothing can be said beyond chance.
 *
 * @param value empty when it is not calculable
 * @param items how many cases or vignettes it rests on
 */
public record Coefficient(OptionalDouble value, int items) {
    public static Coefficient notCalculable(int items) {
        return new Coefficient(OptionalDouble.empty(), items);
    }

    /** From the disagreement seen over the disagreement that chance would give. */
    static Coefficient beyondChance(double seen, double byChance, int items) {
        return byChance <= 1e-12
                ? notCalculable(items)
                : new Coefficient(OptionalDouble.of(1 - seen / byChance), items);
    }

    public boolean calculable() {
        return value.isPresent();
    }

    public Confidence confidence() {
        return Confidence.of(items);
    }

    /** The value to show; empty below 10 items even where it can be calculated. */
    public OptionalDouble shown() {
        return confidence() == Confidence.TOO_FEW ? OptionalDouble.empty() : value;
    }

    public Optional<Strength> strength() {
        return value.isPresent() ? Optional.of(Strength.of(value.getAsDouble())) : Optional.empty();
    }
}
