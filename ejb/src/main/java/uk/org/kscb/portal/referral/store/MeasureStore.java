package uk.org.kscb.portal.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import uk.org.kscb.portal.platform.persistence.Kept;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.statistics.Share;

/** Counts of receipts. Answered from one index, without reading receipts. */
@ApplicationScoped
public class MeasureStore {

    private static final long MINUTE = 60_000;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** Of one agency in one month. */
    public record Counts(
            YearMonth month,
            String code,
            String name,
            long received,
            Share inHours,
            Share inDay,
            Share told,
            long neverTold) {

        public Counts plus(Counts other) {
            return new Counts(
                    month,
                    code,
                    name,
                    received + other.received,
                    inHours.plus(other.inHours),
                    inDay.plus(other.inDay),
                    told.plus(other.told),
                    neverTold + other.neverTold);
        }

        public Counts named(String otherCode, String otherName) {
            return new Counts(month, otherCode, otherName, received, inHours, inDay, told, neverTold);
        }
    }

    private final Kept<YearMonth, List<Counts>> kept = new Kept<>(4);

    /**
     * What is neither decided nor due yet counts as received only (BRIEF 2.3). Counted once a minute at most while nothing is
     * recorded: a clock that runs out in between is counted with the next minute.
     */
    public List<Counts> counts(YearMonth from, Instant now) {
        String stamp = Kept.stamp(new Sql()
                .add("select (select coalesce(max(r.id), 0) from referral_receipt r), coalesce(min(x.id), 0),")
                .add("(select coalesce(max(e.id), 0) from referral_event e), ?", now.toEpochMilli() / MINUTE)
                .add("from referral_receipt x")
                .rows(em)
                .getFirst());
        return kept.get(from, stamp, () -> count(from, now));
    }

    private List<Counts> count(YearMonth from, Instant now) {
        long moment = now.toEpochMilli();
        return new Sql()
                        .add("select c.received_month, a.code, a.name, c.received, c.in_hours, c.hours_due,"
                                + " c.in_day, c.day_due,")
                        .add("c.told, c.decided, c.never_told from (")
                        .add("select received_month, agency_id, count(*) received,")
                        .add("sum(decided_at is not null and decided_at <= hours_due_at) in_hours,")
                        .add("sum(decided_at is not null or hours_due_at < ?) hours_due,", moment)
                        .add("sum(decided_at is not null and decided_at <= day_due_at) in_day,")
                        .add("sum(decided_at is not null or day_due_at < ?) day_due,", moment)
                        .add("sum(told_at is not null and told_how = 'WRITING') told,")
                        .add("sum(decided_at is not null) decided, sum(never_told_at is not null) never_told")
                        .add(
                                "from referral_receipt where received_month >= ? group by received_month, agency_id",
                                from.toString())
                        .add(") c join agency a on a.id = c.agency_id order by c.received_month desc, a.position,"
                                + " a.name")
                        .rows(em)
                        .stream()
                        .map(row -> new Counts(
                                YearMonth.parse((String) row[0]),
                                (String) row[1],
                                (String) row[2],
                                Sql.number(row[3]),
                                new Share(Sql.number(row[4]), Sql.number(row[5])),
                                new Share(Sql.number(row[6]), Sql.number(row[7])),
                                new Share(Sql.number(row[8]), Sql.number(row[9])),
                                Sql.number(row[10])))
                        .toList();
    }
}
