package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step with its day.
 *
 * @param offset working days after what it counts from
 * @param due null until what it counts from has happened
 * @param late due before today and not done
 * @param provisional beyond the years for which bank holidays are loaded
 */
public record StepView(
        AuditStep step,
        int offset,
        @Nullable LocalDate due,
        @Nullable LocalDate done,
        boolean late,
        boolean provisional) {}
