package uk.org.kscb.portal.practiceaudit;

/** What sort of audit it is. */
public enum AuditKind {
    REFERRAL_QUALITY("Referral quality"),
    THEMATIC("Thematic case audit"),
    THRESHOLD("Threshold consistency"),
    SECTION_11("Section 11 self-assessment"),
    SUPERVISION("Supervision"),
    DIP_SAMPLE("Dip sample"),
    SINGLE_AGENCY("Single-agency file audit"),
    DEEP_DIVE("Deep dive"),
    FEEDBACK("Feedback of children, parents or practitioners");

    private final String words;

    AuditKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
