package uk.org.kscb.portal.plan.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.platform.persistence.Sql;

/**
 * How a contribution and an action stand on a day: the one place where {@link DeliveryStatus} is derived (ADR 0005).
 * Each contribution gets a rank; the action's is the smallest of them. It is SQL, so that lists are filtered, sorted and
 * paged by it in the database. Only shared updates count: the status is the same for every viewer and gives nothing
 * private away.
 *
 * <p>Aliases: {@code w} action_wording, {@code c} contribution, {@code u} its newest shared update.
 */
final class Standing {
    /** An update older than this is no word about now: silence is never green. */
    static final int PERIOD_DAYS = 31;

    /** Rank to the action's status: another agency's lateness puts the action at risk, the lead's makes it late. */
    private static final List<DeliveryStatus> ACTION = List.of(
            DeliveryStatus.LATE,
            DeliveryStatus.AT_RISK,
            DeliveryStatus.AT_RISK,
            DeliveryStatus.NO_UPDATE,
            DeliveryStatus.ON_TRACK,
            DeliveryStatus.NO_UPDATE,
            DeliveryStatus.NOT_STARTED,
            DeliveryStatus.REPORTED_COMPLETE);

    private Standing() {}

    static DeliveryStatus ofAction(long rank) {
        return ACTION.get((int) rank);
    }

    static DeliveryStatus ofContribution(long rank) {
        return rank == 1 ? DeliveryStatus.LATE : ACTION.get((int) rank);
    }

    static List<Integer> actionRanks(Collection<DeliveryStatus> statuses) {
        return IntStream.range(0, ACTION.size())
                .filter(rank -> statuses.contains(ACTION.get(rank)))
                .boxed()
                .toList();
    }

    /** Wordings in force on the day; today is found through an index of its own. */
    static void inForce(Sql sql, LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            sql.add("w.valid_until = '9999-12-31'");
        } else {
            sql.add("w.valid_from <= ? and w.valid_until > ?", day, day);
        }
    }

    static void present(Sql sql, LocalDate day) {
        sql.add("c.added_on <= ? and (c.removed_on is null or c.removed_on > ?)", day, day);
    }

    static void joinLatestSharedUpdate(Sql sql, LocalDate day) {
        sql.add("""
                left join progress_update u on u.id = (
                  select n.id from progress_update n
                  where n.contribution_id = c.id and n.reported_on <= ? and n.agency_only = 0
                  order by n.reported_on desc, n.id desc limit 1)""", day);
    }

    /** Rank of contribution c. Late counts only once the agency has accepted its part. */
    static void rank(Sql sql, LocalDate day) {
        sql.add("""
                case
                  when u.status = 'COMPLETE' or (u.id is null and w.said_complete) then 7
                  when c.state = 'ACCEPTED' and c.answered_on <= ? and coalesce(c.due_on, w.due_on) < ?
                    then case when c.agency_id = w.lead_agency_id then 0 else 1 end
                  when u.id is null and w.start_on > ? then 6
                  when u.id is null or u.reported_on < ?
                    then case when c.agency_id = w.lead_agency_id then 3 else 5 end
                  when u.status = 'LATE' then case when c.agency_id = w.lead_agency_id then 0 else 1 end
                  when u.status = 'AT_RISK' then 2
                  when u.status = 'ON_TRACK' then 4
                  else 6
                end""", day, day, day, day.minusDays(PERIOD_DAYS));
    }

    /** Rank of the action of wording w, as a scalar subquery. */
    static void actionRank(Sql sql, LocalDate day) {
        sql.add("coalesce((select min(");
        rank(sql, day);
        sql.add(") from contribution c");
        joinLatestSharedUpdate(sql, day);
        sql.add("where c.action_id = w.action_id and ");
        present(sql, day);
        sql.add("), case when w.said_complete then 7 when w.start_on > ? then 6 else 3 end)", day);
    }
}
