package uk.org.kscb.portal.vignette;

/** Where an exercise stands on a day. */
public enum ExerciseState {
    PREPARED("In preparation"),
    OPEN("Open for answers"),
    CLOSED("Closed");

    private final String words;

    ExerciseState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
