package uk.org.kscb.portal.plan;

/**
 * Whether an action or a contribution is being delivered: a letter, a word and a shape, never a colour alone. Order is
 * the order of lists: what needs attention first. See ADR 0005 for how it is derived.
 */
public enum DeliveryStatus {
    LATE("R", "Late"),
    AT_RISK("A", "At risk"),
    ON_TRACK("G", "On track"),
    /** Nobody reported in this period; an old answer is never carried forward. */
    NO_UPDATE("?", "No update"),
    NOT_STARTED("–", "Not started"),
    /** Finished, evidence held, signed and confirmed. */
    COMPLETE("B", "Complete"),
    /** The plan or the agency says it is finished; evidence is not held. */
    REPORTED_COMPLETE("B", "Reported complete");

    private final String letter;
    private final String word;

    DeliveryStatus(String letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    public String letter() {
        return letter;
    }

    public String word() {
        return word;
    }

    /** As it stands in addresses and in the API: {@code at-risk}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
