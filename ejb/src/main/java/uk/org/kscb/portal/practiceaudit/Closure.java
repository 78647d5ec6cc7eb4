package uk.org.kscb.portal.practiceaudit;

/** How a recommendation was closed: on proof, or with the gap accepted and the reason written down. */
public enum Closure {
    IMPACT("Closed on impact"),
    GAP("Gap accepted");

    private final String words;

    Closure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
