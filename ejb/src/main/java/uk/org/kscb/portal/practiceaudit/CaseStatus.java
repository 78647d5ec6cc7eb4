package uk.org.kscb.portal.practiceaudit;

/** Whether a case is answered for. */
public enum CaseStatus {
    IN_SAMPLE("In the sample"),
    RESERVE("Reserve"),
    REPLACED("Replaced"),
    EXCLUDED("Excluded");

    private final String words;

    CaseStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
