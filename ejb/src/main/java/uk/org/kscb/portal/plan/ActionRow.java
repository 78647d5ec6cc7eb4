package uk.org.kscb.portal.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of actions, as one viewer may see it on one day.
 *
 * @param due the day that counts next, or null where the plan gives no date
 * @param daysLate days from due to the day shown; 0 when not past
 * @param lastUpdate day of the newest progress update that the viewer may see
 * @param dateUnconfirmed one of its dates does not exist and waits for confirmation
 */
public record ActionRow(
        String ref,
        String text,
        String lead,
        int priority,
        String outcome,
        List<AgencyBadge> agencies,
        @Nullable LocalDate due,
        long daysLate,
        DeliveryStatus status,
        @Nullable LocalDate lastUpdate,
        boolean joint,
        boolean dateUnconfirmed) {}
