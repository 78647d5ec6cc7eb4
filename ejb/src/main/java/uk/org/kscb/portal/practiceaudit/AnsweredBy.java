package uk.org.kscb.portal.practiceaudit;

/** Who answers a question: the agency that referred, the front door that received, or both separately. */
public enum AnsweredBy {
    REFERRER("Referring agency"),
    FRONT_DOOR("Front door"),
    BOTH("Both, separately");

    private final String words;

    AnsweredBy(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean asks(AgencyPart part) {
        return this == BOTH || name().equals(part.name());
    }
}
