package uk.org.kscb.portal.practiceaudit;

/** How far a recommendation has come from paper to children, 0 to 4 (BRIEF 4.11). */
public enum ImpactLevel {
    NOT_STARTED("Not started"),
    ACTION_DONE("Action done"),
    STAFF_KNOW("Staff know it"),
    PRACTICE_CHANGED("Practice changed"),
    CHILDREN_BETTER_OFF("Children’s experience or outcomes changed");

    /** From here a board may close a recommendation on proof. */
    public static final ImpactLevel CLOSES = PRACTICE_CHANGED;

    private final String words;

    ImpactLevel(String words) {
        this.words = words;
    }

    public int level() {
        return ordinal();
    }

    /** "3 Practice changed". */
    public String words() {
        return ordinal() + " " + words;
    }

    /** @throws IllegalArgumentException when it is not 0 to 4 */
    public static ImpactLevel of(int level) {
        if (level < 0 || level >= values().length) {
            throw new IllegalArgumentException("Impact goes from 0 to 4, not " + level);
        }
        return values()[level];
    }
}
