package uk.org.kscb.portal.practiceaudit;

/** Where a version of a tool stands. Once {@link #FROZEN} no word of it changes. */
public enum ToolState {
    DRAFT("Draft"),
    PILOT("Being piloted"),
    FROZEN("In use"),
    RETIRED("Retired");

    private final String words;

    ToolState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean editable() {
        return this == DRAFT || this == PILOT;
    }
}
