package uk.org.kscb.portal.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Sql;

/**
 * The table of bank holidays: kept, not computed, because proclamations add and move days. Nearly every page counts in
 * working days and the days change a few times in a decade, so that a reading serves for a minute.
 */
@ApplicationScoped
public class BankHolidays {
    private static final String DIVISION = "england-and-wales";
    private static final long SERVES_NANOS = 60_000_000_000L;
    private static final long SETTLES_NANOS = 10_000_000_000L;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Event<BankHolidaysChanged> changed;

    private volatile @Nullable Reading last;
    private volatile long changedAt = System.nanoTime() - SETTLES_NANOS;

    private record Reading(WorkingDays days, long at) {}

    /** The calendar as it is in force, at most a minute old; one query at most. */
    public WorkingDays workingDays() {
        Reading reading = last;
        boolean settling = System.nanoTime() - changedAt < SETTLES_NANOS; // what changed may not be committed yet
        if (reading == null || settling || System.nanoTime() - reading.at() > SERVES_NANOS) {
            reading = new Reading(read(), System.nanoTime());
            last = reading;
        }
        return reading.days();
    }

    /** As the table is now, whatever another node changed a moment ago: for dates that are kept. */
    public WorkingDays fresh() {
        return read();
    }

    /** One day of the table. */
    public record Holiday(LocalDate day, String title) {}

    /** From a day on, soonest first. */
    public List<Holiday> from(LocalDate first) {
        return new Sql()
                        .add("select holiday_on, title from bank_holiday where division = ?", DIVISION)
                        .add("and withdrawn_at is null and holiday_on >= ? order by holiday_on", first)
                        .rows(em)
                        .stream()
                        .map(row -> new Holiday(Objects.requireNonNull(Sql.day(row[0])), (String) row[1]))
                        .toList();
    }

    /** @return whether it was none before */
    public boolean add(LocalDate day, String title, String by, Instant at) {
        boolean fresh = new Sql()
                        .add("insert into bank_holiday (holiday_on, division, title, is_substitute, source, added_at,")
                        .add(
                                "added_by) select ?, ?, ?, 0, 'Set by the board', ?, ?",
                                day,
                                DIVISION,
                                title,
                                at.toEpochMilli(),
                                by)
                        .add("from dual where not exists (select 1 from")
                        .add("bank_holiday h where h.division = ? and h.holiday_on = ?)", DIVISION, day)
                        .on(em)
                        .executeUpdate()
                > 0;
        boolean back = !fresh
                && new Sql()
                                .add(
                                        "update bank_holiday set title = ?, withdrawn_at = null, withdrawn_by = null,",
                                        title)
                                .add(
                                        "withdrawn_reason = null, source = 'Set by the board', added_at = ?, added_by = ?",
                                        at.toEpochMilli(),
                                        by)
                                .add(
                                        "where division = ? and holiday_on = ? and withdrawn_at is not null",
                                        DIVISION,
                                        day)
                                .on(em)
                                .executeUpdate()
                        > 0;
        return told(fresh || back);
    }

    /** @return whether it was one */
    public boolean withdraw(LocalDate day, String reason, String by, Instant at) {
        return told(new Sql()
                        .add(
                                "update bank_holiday set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?",
                                at.toEpochMilli(),
                                by,
                                reason)
                        .add("where division = ? and holiday_on = ? and withdrawn_at is null", DIVISION, day)
                        .on(em)
                        .executeUpdate()
                > 0);
    }

    private boolean told(boolean done) {
        if (done) {
            last = null;
            changedAt = System.nanoTime();
            changed.fire(new BankHolidaysChanged(read()));
        }
        return done;
    }

    private WorkingDays read() {
        List<LocalDate> days = new ArrayList<>();
        for (Object[] row : new Sql()
                .add("select holiday_on, title from bank_holiday where division = ? and withdrawn_at is null", DIVISION)
                .rows(em)) {
            days.add(Objects.requireNonNull(Sql.day(row[0])));
        }
        return new WorkingDays(days);
    }
}
