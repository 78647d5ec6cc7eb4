package uk.org.kscb.portal.referral;

/** What the front door decided to do about a referral. */
public enum Decision {
    SECTION_47("Strategy discussion or section 47 enquiry"),
    ASSESSMENT("Initial assessment"),
    EARLY_HELP("Passed to early help (CAF, team around the child)"),
    OPEN_CASE("Passed to the social worker the child already has"),
    ADVICE("Advice given, nothing more by social care"),
    NO_ACTION("No further action");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
