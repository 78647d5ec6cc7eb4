package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A return that did not come and went to the independent chair.
 *
 * @param due last day of the returns
 * @param escalated when it went to the chair
 * @param agreedOn when the chair last recorded what was agreed with the agency, null when never
 * @param agreed what was agreed then
 */
public record NonReturn(
        String audit,
        String title,
        AgencyName agency,
        @Nullable LocalDate due,
        LocalDate escalated,
        @Nullable LocalDate agreedOn,
        @Nullable String agreed) {}
