package uk.org.kscb.portal.practiceaudit;

/** What shows that a recommendation helped, and how far such proof can carry (BRIEF 4.11). */
public enum ShownBy {
    DOCUMENT("A minute, policy or report", 1),
    SURVEY("A survey of staff", 2),
    TEST("A test of staff", 2),
    REAUDIT("A re-audit", 3),
    FEEDBACK("What children or parents say", 4),
    MEASURE("A measure of outcomes", 4);

    private final String words;
    private final int carries;

    ShownBy(String words, int carries) {
        this.words = words;
        this.carries = carries;
    }

    public String words() {
        return words;
    }

    /** The highest impact level that it can show. */
    public int carries() {
        return carries;
    }
}
