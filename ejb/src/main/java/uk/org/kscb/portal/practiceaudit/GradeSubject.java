package uk.org.kscb.portal.practiceaudit;

/**
 * What a grade is about: the referral as it was made, the response to it, one of the eight section 11 standards, or the whole.
 */
public enum GradeSubject {
    REFERRAL("The referral"),
    RESPONSE("The response"),
    STANDARD_1("Standard 1"),
    STANDARD_2("Standard 2"),
    STANDARD_3("Standard 3"),
    STANDARD_4("Standard 4"),
    STANDARD_5("Standard 5"),
    STANDARD_6("Standard 6"),
    STANDARD_7("Standard 7"),
    STANDARD_8("Standard 8"),
    OVERALL("Overall");

    private final String words;

    GradeSubject(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** One of several that are graded alike: what its own section's answers give is what they suggest for it. */
    public boolean standard() {
        return name().startsWith("STANDARD_");
    }
}
