package uk.org.kscb.portal.threshold;

import java.time.LocalDate;

/**
 * A telephone number that stands on every guidance page. 999 is none of these: it never changes.
 *
 * @param owner the post that answers for it being right
 * @param checkedOn when the owner last rang it
 */
public record UrgentNumber(Kind kind, String number, String owner, LocalDate checkedOn) {
    private static final int MONTHS_WITHOUT_CHECK = 3;

    public enum Kind {
        DAY("Day", "Social care, in office hours"),
        NIGHT("Night", "Social care, out of hours"),
        ADVICE("Advice", "Advice for practitioners, no child’s name needed");

        private final String word;
        private final String about;

        Kind(String word, String about) {
            this.word = word;
            this.about = about;
        }

        public String word() {
            return word;
        }

        public String about() {
            return about;
        }
    }

    /** For {@code tel:} links. */
    public String dial() {
        return number.replaceAll("[^0-9+]", "");
    }

    /** Nobody has rung it for three months. */
    public boolean overdue(LocalDate today) {
        return checkedOn.plusMonths(MONTHS_WITHOUT_CHECK).isBefore(today);
    }
}
