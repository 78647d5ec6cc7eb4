package uk.org.kscb.portal.referral;

/** How a disagreement ended, from a list. */
public enum EscalationOutcome {
    CHANGED("Decision changed"),
    UPHELD("Decision stays, reasons accepted"),
    COMPROMISE("Another way agreed"),
    UNRESOLVED("Not resolved; the chair decided the process");

    private final String words;

    EscalationOutcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
