package uk.org.kscb.portal.plan.exchange;

import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/**
 * How much text one file may bring. A small file can repeat one long text in thousands of cells: what it would grow to is
 * counted before it is kept.
 */
final class TextBudget {

    static final int MOST_IN_A_CELL = 10_000;
    private static final int MOST_IN_ALL = 8_000_000;
    private static final int MOST_CELLS = 500_000;

    private long letters;
    private int cells;

    /** The cell of a raw text, counted. */
    SourceBlock.Cell cell(String raw, String place) {
        if (raw.length() > MOST_IN_A_CELL) {
            throw new UnreadablePlan(
                    Reason.TOO_LARGE,
                    "A cell in " + place + " holds more than " + MOST_IN_A_CELL + " letters. A plan's cell holds a few"
                            + " sentences: check that the file is the plan.");
        }
        letters += raw.length();
        if (letters > MOST_IN_ALL || ++cells > MOST_CELLS) {
            throw new UnreadablePlan(
                    Reason.TOO_LARGE, "The file's tables hold far more text than a plan. Send the plan's table alone.");
        }
        return SourceBlock.Cell.of(raw);
    }
}
