package uk.org.kscb.portal.platform.statistics;

/** How much a disagreement counts. A report that shows a weighted kappa says which of the two. */
public enum Weights {
    /** Any disagreement is as bad as any other: Cohen's kappa. */
    NONE,
    /** Two steps apart are twice as bad as one. */
    LINEAR,
    /** Two steps apart are four times as bad as one. */
    QUADRATIC;

    double disagreement(int one, int other, int categories) {
        int steps = Math.abs(one - other);
        return switch (this) {
            case NONE -> steps == 0 ? 0 : 1;
            case LINEAR -> (double) steps / (categories - 1);
            case QUADRATIC -> Math.pow((double) steps / (categories - 1), 2);
        };
    }
}
