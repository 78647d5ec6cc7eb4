package uk.org.kscb.portal.referral;

/** What agencies disagree about (BRIEF 3.7), from a list. */
public enum EscalationTheme {
    THRESHOLD("Threshold"),
    CONSENT("Agreement of the family"),
    INFORMATION("Sharing information"),
    DELAY("Delay"),
    CONFERENCE("Child protection conference");

    private final String words;

    EscalationTheme(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
