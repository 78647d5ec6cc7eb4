package uk.org.kscb.portal.referral;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.platform.statistics.Share;

/**
 * Measures 4a (decided in time, by both clocks) and 4b (referrers told in writing), by agency and month (BRIEF 6.2).
 *
 * @param months newest first; by the month in which the referral was received, London time
 */
public record ReferralMeasures(List<Month> months) {

    /** @param all of every agency together, also of those whose row is not shown */
    public record Month(YearMonth month, Row all, List<Row> agencies) {}

    /**
     * @param received referrals received in the month
     * @param inHours decided within 24 hours, of those decided or due
     * @param inDay decided within one working day, of those decided or due
     * @param told told in writing, of those decided
     * @param neverTold where the referrer says that nobody told them
     */
    public record Row(
            String code, String name, Figure received, Cell inHours, Cell inDay, Cell told, Figure neverTold) {}

    /** A share with its counts; empty when it is kept back because the numbers are small. */
    public record Cell(Optional<Share> share) {}

    /** A count; empty when it is kept back. */
    public record Figure(Optional<Long> count) {}
}
