package uk.org.kscb.portal.practiceaudit;

/** What a grade is about: the referral as it was made, the response to it, or the whole. */
public enum GradeSubject {
    REFERRAL("The referral"),
    RESPONSE("The response"),
    OVERALL("Overall");

    private final String words;

    GradeSubject(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
