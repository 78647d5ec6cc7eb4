package uk.org.kscb.portal.practiceaudit;

/** How much a recommendation matters for the safety of children. */
public enum FindingPriority {
    HIGH("High"),
    MEDIUM("Medium"),
    LOW("Low");

    private final String words;

    FindingPriority(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
