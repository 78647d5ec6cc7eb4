package uk.org.kscb.portal.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.BankHolidays.Holiday;
import uk.org.kscb.portal.platform.time.PortalClock;

/** The table of bank holidays by which every clock counts working days; proclamations add and move days. */
@Stateless
public class HolidayService {
    @Inject
    private BankHolidays holidays;

    @Inject
    private PortalClock clock;

    /**
     * Days to come, soonest first.
     *
     * @param loadedUntil last day of the last year that is in the table; dates after it are provisional
     */
    public record Table(List<Holiday> toCome, LocalDate loadedUntil) {}

    @Door(Permission.SET_REFERRAL_CLOCKS)
    public Table table() {
        return new Table(
                holidays.from(clock.today().plusDays(1)), holidays.workingDays().loadedUntil());
    }

    /** Open clocks that run over the day end a working day later; what was counted stays as it was. */
    @Door(value = Permission.SET_REFERRAL_CLOCKS, trail = "holiday.add")
    public void add(@TrailObject LocalDate day, String title) {
        if (!day.isAfter(clock.today())) {
            throw new Refusal("holiday", "Choose a day after today: what was counted until now stays as it was.");
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            throw new Refusal("holiday", "No clock runs on a weekend anyway. Give the weekday that is kept instead.");
        }
        if (title.isBlank() || title.length() > 100) {
            throw new Refusal("title", "Say which holiday it is, in at most 100 characters.");
        }
        if (!holidays.add(day, title.strip(), CurrentViewer.require().userName(), clock.now())) {
            throw new Refusal("holiday", "That day is in the table already.");
        }
    }

    /** @throws NotVisible when the day is no bank holiday to come */
    @Door(value = Permission.SET_REFERRAL_CLOCKS, trail = "holiday.withdraw")
    public void withdraw(@TrailObject LocalDate day, String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal("reason", "Say in at most 500 characters why it is no bank holiday after all.");
        }
        if (!day.isAfter(clock.today())
                || !holidays.withdraw(
                        day, reason.strip(), CurrentViewer.require().userName(), clock.now())) {
            throw new NotVisible("bank holiday to come");
        }
    }
}
