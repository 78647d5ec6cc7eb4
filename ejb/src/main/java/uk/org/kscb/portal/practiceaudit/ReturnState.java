package uk.org.kscb.portal.practiceaudit;

/** Where an agency's return stands. */
public enum ReturnState {
    OPEN("Open"),
    SIGNED_OFF("Signed off"),
    REOPENED("Reopened");

    private final String words;

    ReturnState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean open() {
        return this != SIGNED_OFF;
    }
}
