package uk.org.kscb.portal.web.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.web.shell.Words;

/**
 * A row of the list with everything already in words, so that the page only prints: a hundred rows cost one loop.
 *
 * @param first badge of the first agency, the viewer's own when it owes; null when none owes
 * @param second the next badge, or null
 * @param more "+3" for the agencies beyond two, and who they are; both empty when there are none
 * @param checkDate words of the chip beside a date that does not exist; else empty
 */
public record ActionLine(
        String ref,
        String href,
        String text,
        String lead,
        @Nullable AgencyBadge first,
        @Nullable AgencyBadge second,
        String more,
        String others,
        String due,
        String distance,
        boolean late,
        String checkDate,
        String status,
        String statusWord,
        String lastUpdate) {

    static ActionLine of(ActionRow row, LocalDate asAt, String day) {
        List<AgencyBadge> agencies = row.agencies().stream()
                .sorted(Comparator.comparing(AgencyBadge::lead)
                        .thenComparing(AgencyBadge::own)
                        .reversed())
                .toList();
        boolean late = row.status() == DeliveryStatus.LATE;
        List<AgencyBadge> rest = agencies.subList(Math.min(2, agencies.size()), agencies.size());
        return new ActionLine(
                row.ref(),
                "/actions/" + row.ref() + day,
                row.text(),
                row.lead(),
                agencies.isEmpty() ? null : agencies.getFirst(),
                agencies.size() < 2 ? null : agencies.get(1),
                rest.isEmpty() ? "" : "+" + rest.size(),
                rest.isEmpty()
                        ? ""
                        : " more: "
                                + String.join(
                                        ", ",
                                        rest.stream()
                                                .map(AgencyBadge::shortName)
                                                .toList()),
                row.due() == null ? "No date" : Words.day(row.due()),
                distance(row, asAt, late),
                late && row.daysLate() > 0,
                row.dateUnconfirmed() ? "Check date" : "",
                row.status().slug(),
                row.status().word(),
                row.lastUpdate() == null ? "never" : near(row.lastUpdate(), asAt));
    }

    private static String distance(ActionRow row, LocalDate asAt, boolean late) {
        if (row.due() == null || done(row.status())) {
            return "";
        }
        if (row.daysLate() > 0) {
            return late
                    ? Words.count(row.daysLate(), "day") + " late"
                    : "passed " + Words.count(row.daysLate(), "day") + " ago";
        }
        return Words.away(row.due(), asAt);
    }

    private static boolean done(DeliveryStatus status) {
        return status == DeliveryStatus.COMPLETE || status == DeliveryStatus.REPORTED_COMPLETE;
    }

    /** 14 Jun in the year that is shown, 14 Jun 2010 in another. */
    static String near(LocalDate day, LocalDate asAt) {
        return day.getYear() == asAt.getYear() ? Words.shortDay(day) : Words.day(day);
    }
}
