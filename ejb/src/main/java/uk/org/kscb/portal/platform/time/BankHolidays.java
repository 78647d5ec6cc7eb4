package uk.org.kscb.portal.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.org.kscb.portal.platform.persistence.Sql;

/** The table of bank holidays: kept, not computed, because proclamations add and move days. */
@ApplicationScoped
public class BankHolidays {
    private static final String DIVISION = "england-and-wales";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** The calendar as it is in force now; one query. */
    public WorkingDays workingDays() {
        List<LocalDate> days = new ArrayList<>();
        for (Object[] row : new Sql()
                .add("select holiday_on, title from bank_holiday where division = ? and withdrawn_at is null", DIVISION)
                .rows(em)) {
            days.add(Objects.requireNonNull(Sql.day(row[0])));
        }
        return new WorkingDays(days);
    }
}
