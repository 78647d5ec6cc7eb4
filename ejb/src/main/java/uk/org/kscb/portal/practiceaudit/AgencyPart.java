package uk.org.kscb.portal.practiceaudit;

/** As what an agency takes part in an audit. */
public enum AgencyPart {
    REFERRER("Refers"),
    FRONT_DOOR("Receives referrals"),
    INVOLVED("Involved");

    private final String words;

    AgencyPart(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
