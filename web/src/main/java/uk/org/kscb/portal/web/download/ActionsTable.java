package uk.org.kscb.portal.web.download;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.web.shell.Words;

/** The list of actions as a table for a file. */
final class ActionsTable {
    private static final List<String> HEADINGS = List.of(
            "Ref",
            "Action",
            "Lead",
            "Priority",
            "Outcome",
            "Agencies",
            "Due",
            "Days past",
            "Status",
            "Last update",
            "Joint",
            "Date to check");

    private ActionsTable() {}

    static Table of(Stream<ActionRow> rows, String mark) {
        return new Table("Actions", HEADINGS, rows.map(ActionsTable::cells), mark);
    }

    static String mark(Viewer viewer, Instant now, long total, LocalDate asAt) {
        return "Taken from the partnership portal by " + viewer.name() + ", " + viewer.agencyName() + ", on "
                + Words.moment(now) + ". " + Words.capital(Words.count(total, "action")) + ", as at "
                + Words.longDay(asAt)
                + ". For the partnership's own use.";
    }

    private static List<Object> cells(ActionRow row) {
        return List.of(
                row.ref(),
                row.text(),
                row.lead(),
                row.priority(),
                row.outcome(),
                row.agencies().stream().map(AgencyBadge::shortName).collect(Collectors.joining(", ")),
                orNothing(row.due()),
                row.daysLate(),
                row.status().word(),
                orNothing(row.lastUpdate()),
                row.joint() ? "yes" : "no",
                row.dateUnconfirmed() ? "yes" : "no");
    }

    private static Object orNothing(@Nullable LocalDate day) {
        return day == null ? "" : day;
    }
}
