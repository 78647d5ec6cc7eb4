package uk.org.kscb.portal.web.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.web.shell.Words;

/**
 * A row of the list with everything already in words, so that the page only prints: each expression in a row costs a
 * hundred times.
 *
 * @param first badge of the lead agency; without words when none is shown
 * @param more "+3" for the agencies beyond two, and who they are; both empty when there are none
 * @param checkDate words of the chip beside a date that does not exist; else empty
 * @param distanceClass says late only what is late
 * @param glyph class of the status's shape, and where its drawing is
 */
public record ActionLine(
        String ref,
        String href,
        String text,
        String lead,
        String firstClass,
        String firstTitle,
        String first,
        String secondClass,
        String secondTitle,
        String second,
        String more,
        String others,
        String due,
        String checkDate,
        String distanceClass,
        String distance,
        String glyph,
        String drawing,
        String status,
        String lastUpdate) {

    private static final AgencyBadge NONE = new AgencyBadge("", "", "", false, false);

    /** @param day what links carry so that they show the same day; empty today */
    static ActionLine of(ActionRow row, LocalDate asAt, String day, String drawings) {
        List<AgencyBadge> agencies = row.agencies().stream()
                .sorted(Comparator.comparing(AgencyBadge::lead)
                        .thenComparing(AgencyBadge::own)
                        .reversed())
                .toList();
        AgencyBadge first = agencies.isEmpty() ? NONE : agencies.getFirst();
        AgencyBadge second = agencies.size() < 2 ? NONE : agencies.get(1);
        List<AgencyBadge> rest = agencies.subList(Math.min(2, agencies.size()), agencies.size());
        boolean late = row.status() == DeliveryStatus.LATE;
        return new ActionLine(
                row.ref(),
                "/actions/" + row.ref() + day,
                row.text(),
                row.lead(),
                badgeClass(first),
                first.name(),
                first.shortName(),
                badgeClass(second),
                second.name(),
                second.shortName(),
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
                row.dateUnconfirmed() ? "Check date" : "",
                late && row.daysLate() > 0 ? "sub late" : "sub",
                distance(row, asAt, late),
                "g g-" + row.status().slug(),
                drawings + "#" + row.status().slug(),
                row.status().word(),
                row.lastUpdate() == null ? "never" : near(row.lastUpdate(), asAt));
    }

    private static String badgeClass(AgencyBadge badge) {
        return badge.own() ? "ag ag-own" : "ag";
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
