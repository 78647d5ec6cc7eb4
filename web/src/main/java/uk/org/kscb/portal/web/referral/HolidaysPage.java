package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.HolidayService;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** The bank holidays by which clocks count, beside their rules. */
@Named
@RequestScoped
public class HolidaysPage {
    @EJB
    private HolidayService service;

    @Inject
    private Notices notices;

    @Inject
    private PortalClock clock;

    private HolidayService.@Nullable Table table;
    private @Nullable String day;
    private @Nullable String title;
    private @Nullable String withdrawn;
    private @Nullable String reason;

    public HolidayService.Table getTable() {
        if (table == null) {
            table = service.table();
        }
        return table;
    }

    /** Dates of the coming year would be provisional. */
    public boolean isShort() {
        return getTable().loadedUntil().isBefore(clock.today().plusYears(1));
    }

    public void add() {
        LocalDate read = read(day);
        if (read == null) {
            Doors.say("holiday", "Say which day, for example 2011-12-27.");
        } else if (Doors.passed(() -> service.add(read, Objects.requireNonNullElse(title, "")))) {
            notices.done("Added", "Clocks that still run over it, and open steps of audits, are counted anew.");
            Doors.goTo("/referrals/clocks");
        }
    }

    public void withdraw() {
        LocalDate read = read(withdrawn);
        if (read == null) {
            Doors.say("withdrawn", "Choose the day.");
        } else if (Doors.passed(() -> service.withdraw(read, Objects.requireNonNullElse(reason, "")))) {
            notices.done("Withdrawn", "It counts as a working day. Clocks that still run are counted anew.");
            Doors.goTo("/referrals/clocks");
        }
    }

    private static @Nullable LocalDate read(@Nullable String text) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(text, "").strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    public @Nullable String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = day;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getWithdrawn() {
        return withdrawn;
    }

    public void setWithdrawn(@Nullable String withdrawn) {
        this.withdrawn = withdrawn;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
