package uk.org.kscb.portal.practiceaudit;

/** The level that the referrer stated against the level judged. All four are reported, never folded together. */
public enum ThresholdOutcome {
    MATCH("Match", "Same level"),
    TOO_HIGH("Too high", "Less was needed"),
    TOO_LOW("Too low", "More was needed: the dangerous one"),
    NONE_GIVEN("No level given", "");

    private final String words;
    private final String meaning;

    ThresholdOutcome(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    public String words() {
        return words;
    }

    public String meaning() {
        return meaning;
    }

    /** @param stated level 1 to 4, 0 when none was given; @param judged level 1 to 4 */
    public static ThresholdOutcome of(int stated, int judged) {
        if (stated == 0) {
            return NONE_GIVEN;
        }
        return stated == judged ? MATCH : stated > judged ? TOO_HIGH : TOO_LOW;
    }
}
