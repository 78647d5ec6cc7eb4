package uk.org.kscb.portal.referral;

/** The clocks that the portal itself runs for a referral (BRIEF 2.1: T1 counted twice, T2, T3) and for advice. */
public enum Clock {
    DECIDE_HOURS("Decision, in hours", "T1, as the plan counts it"),
    DECIDE_DAY("Decision, in working days", "T1, as Working Together counts it"),
    ACKNOWLEDGE("Acknowledged to the referrer", "T2"),
    TELL("Referrer told the outcome in writing", "T3"),
    ADVICE("Advice answered", "District conversation");

    private final String words;
    private final String rule;

    Clock(String words, String rule) {
        this.words = words;
        this.rule = rule;
    }

    public String words() {
        return words;
    }

    public String rule() {
        return rule;
    }
}
