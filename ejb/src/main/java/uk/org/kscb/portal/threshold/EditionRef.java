package uk.org.kscb.portal.threshold;

import java.time.LocalDate;
import java.util.List;

/**
 * For other rooms: which edition counted on a day, and what its examples were. A referral or an audit is judged by the
 * edition in force on its date (BRIEF 0, rule 11).
 *
 * @param id to be kept as a reference
 * @param number as it stands in {@code /guidance/editions/{number}}
 * @param label "Edition 2"
 */
public record EditionRef(long id, int number, String label, LocalDate effectiveFrom, List<IndicatorRef> indicators) {
    public EditionRef {
        indicators = List.copyOf(indicators);
    }

    /** @param id "I46"; the same from edition to edition */
    public record IndicatorRef(String id, int level, String statement) {}
}
