package uk.org.kscb.portal.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something in an imported file that needed interpretation, kept so that a person can check it.
 *
 * @param kind what sort of oddity it is
 * @param ref the action or outcome it belongs to, or null for the file as a whole
 * @param row where: row number in the sheet or table as a person counts them, with the table's number for Word
 *     ("table 3, row 7")
 * @param cell the column's heading, or null
 * @param raw what stands there
 * @param read what was read from it
 * @param why why it was read so, in a sentence
 */
public record Oddity(
        Kind kind,
        @Nullable String ref,
        String row,
        @Nullable String cell,
        String raw,
        String read,
        String why) {

    public enum Kind {
        /** The date does not exist; clamped to the month's last day and waiting for confirmation. */
        IMPOSSIBLE_DATE,
        /** A date that had to be completed or guessed. */
        INTERPRETED_DATE,
        /** No date in the timescale: recurring, after an event, ongoing. */
        NO_DATE,
        JOINT_MARKER,
        REFERENCE,
        LEAD,
        DUPLICATE,
        LINK,
        STRUCTURE
    }
}
