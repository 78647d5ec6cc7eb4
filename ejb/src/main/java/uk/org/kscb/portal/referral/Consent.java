package uk.org.kscb.portal.referral;

/** What the family said to the referral. None of these stops one (BRIEF 3.8). */
public enum Consent {
    GIVEN("Asked, and agreed"),
    REFUSED("Asked, and refused"),
    UNSAFE_TO_ASK("Not asked: asking would raise the risk"),
    NOT_ASKED("Not asked yet");

    private final String words;

    Consent(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
