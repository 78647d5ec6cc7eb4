package uk.org.kscb.portal.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    private volatile @Nullable Reading last;

    private record Reading(WorkingDays days, long at) {}

    /** The calendar as it is in force, at most a minute old; one query at most. */
    public WorkingDays workingDays() {
        Reading reading = last;
        if (reading == null || System.nanoTime() - reading.at() > SERVES_NANOS) {
            reading = new Reading(read(), System.nanoTime());
            last = reading;
        }
        return reading.days();
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
