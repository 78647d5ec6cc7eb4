package uk.org.kscb.portal.referral;

/** The referrer's kind of work, from a list, so that nothing about a child can be typed. */
public enum ReferrerPost {
    TEACHER("Teacher or school staff"),
    SAFEGUARDING_LEAD("Designated safeguarding lead"),
    EARLY_YEARS("Early years worker"),
    HEALTH_VISITOR("Health visitor or school nurse"),
    MIDWIFE("Midwife"),
    GP("GP or practice staff"),
    HOSPITAL("Hospital doctor or nurse"),
    MENTAL_HEALTH("Mental health worker"),
    POLICE("Police officer or staff"),
    PROBATION("Probation officer"),
    YOUTH_WORKER("Youth or youth offending worker"),
    HOUSING("Housing or district council officer"),
    VOLUNTARY("Voluntary sector worker"),
    OTHER("Other");

    private final String words;

    ReferrerPost(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
