package uk.org.kscb.portal.platform.statistics;

/** How much a coefficient may carry, by the number of items it rests on (BRIEF 4.9). */
public enum Confidence {
    /** Fewer than 10 items: the coefficient is kept back, only counts and % agreement are shown. */
    TOO_FEW,
    /** Fewer than 30 items. */
    LOW,
    USUAL;

    static Confidence of(int items) {
        if (items < 10) {
            return TOO_FEW;
        }
        return items < 30 ? LOW : USUAL;
    }
}
