package uk.org.kscb.portal.platform.statistics;

/** The usual words for a coefficient of agreement. They describe, they do not judge (BRIEF 4.9). */
public enum Strength {
    POOR("poor"),
    SLIGHT("slight"),
    FAIR("fair"),
    MODERATE("moderate"),
    SUBSTANTIAL("substantial"),
    ALMOST_PERFECT("almost perfect");

    private final String word;

    Strength(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Strength of(double coefficient) {
        if (coefficient < 0) {
            return POOR;
        }
        // the published bands end at .20, .40 …: what is printed as 0.20 is slight
        double printed = Math.round(coefficient * 100) / 100.0;
        if (printed <= 0.20) {
            return SLIGHT;
        } else if (printed <= 0.40) {
            return FAIR;
        } else if (printed <= 0.60) {
            return MODERATE;
        } else if (printed <= 0.80) {
            return SUBSTANTIAL;
        }
        return ALMOST_PERFECT;
    }
}
