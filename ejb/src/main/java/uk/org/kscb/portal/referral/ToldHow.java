package uk.org.kscb.portal.referral;

/** How the referrer heard the outcome. Only writing counts for measure 4b. */
public enum ToldHow {
    WRITING("In writing"),
    VOICE("By phone or in person");

    private final String words;

    ToldHow(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
