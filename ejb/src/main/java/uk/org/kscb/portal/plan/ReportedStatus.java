package uk.org.kscb.portal.plan;

/** What an agency may say of its own contribution in a progress update. */
public enum ReportedStatus {
    NOT_STARTED("Not started"),
    ON_TRACK("On track"),
    AT_RISK("At risk"),
    LATE("Late"),
    COMPLETE("Complete");

    private final String word;

    ReportedStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
