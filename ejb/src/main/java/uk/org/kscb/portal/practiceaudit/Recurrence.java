package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import java.util.stream.IntStream;

/** How often a line of the programme comes round. */
public enum Recurrence {
    ONCE("Once", 0),
    EVERY_YEAR("Every year", 0),
    HALF_YEAR("Every half-year", 2),
    QUARTER("Every quarter", 1);

    private final String words;
    private final int everyQuarters;

    Recurrence(String words, int everyQuarters) {
        this.words = words;
        this.everyQuarters = everyQuarters;
    }

    public String words() {
        return words;
    }

    /** Whether next year's programme has the line again. */
    public boolean comesBack() {
        return this != ONCE;
    }

    /** The quarter in which a whole year of it begins, when it began a year in {@code quarter} some other time. */
    public int firstOfAYear(int quarter) {
        return everyQuarters == 0 ? quarter : (quarter - 1) % everyQuarters + 1;
    }

    /** The quarters (1 to 4) of a year in which the line begins, when it first does so in {@code first}. */
    public List<Integer> quarters(int first) {
        return everyQuarters == 0
                ? List.of(first)
                : IntStream.iterate(first, q -> q <= 4, q -> q + everyQuarters)
                        .boxed()
                        .toList();
    }
}
