package uk.org.kscb.portal.referral;

/** What advice is wanted about, from a list, so that nothing about a child can be typed. */
public enum AdviceTheme {
    LEVEL("Which level it may be"),
    CONSENT("Agreement of the family"),
    NEGLECT("Neglect"),
    INJURY("Injury or physical harm"),
    SEXUAL_HARM("Sexual harm or behaviour"),
    DOMESTIC_ABUSE("Domestic abuse"),
    EXPLOITATION("Exploitation or going missing"),
    MENTAL_HEALTH("Mental health"),
    DISABILITY("Disability or health"),
    HOUSING("Housing or money"),
    SERVICES("Which service can help"),
    OTHER("Something else");

    private final String words;

    AdviceTheme(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
