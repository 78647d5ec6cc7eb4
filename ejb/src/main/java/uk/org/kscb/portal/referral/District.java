package uk.org.kscb.portal.referral;

/** Kent's twelve districts in 2011. */
public enum District {
    ASHFORD("Ashford"),
    CANTERBURY("Canterbury"),
    DARTFORD("Dartford"),
    DOVER("Dover"),
    GRAVESHAM("Gravesham"),
    MAIDSTONE("Maidstone"),
    SEVENOAKS("Sevenoaks"),
    SHEPWAY("Shepway"),
    SWALE("Swale"),
    THANET("Thanet"),
    TONBRIDGE("Tonbridge and Malling"),
    TUNBRIDGE_WELLS("Tunbridge Wells");

    private final String words;

    District(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
