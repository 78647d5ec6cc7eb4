package uk.org.kscb.portal.practiceaudit;

/** What a board says to a recommendation. */
public enum Decision {
    ACCEPTED("Accepted"),
    PART("Accepted in part"),
    NOT("Not accepted");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
