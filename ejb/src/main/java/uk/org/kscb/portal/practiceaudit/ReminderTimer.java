package uk.org.kscb.portal.practiceaudit;

import jakarta.annotation.Priority;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.model.AuditAgency;
import uk.org.kscb.portal.practiceaudit.model.Happening;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;

/**
 * Reminds agencies whose return is not signed off: ten, five and one working days before the last day, on it, and one after
 * it; on the second day after, what is missing goes to the independent chair. Each is logged in the audit's history, once.
 * Source: brief, 4.5.
 */
@Singleton
public class ReminderTimer {
    /** Working days before (negative) and after the last day. */
    static final List<Integer> DAYS = List.of(-10, -5, -1, 0, 1);

    private static final int ESCALATED_AFTER = 2;
    private static final String BY = "portal";

    @Inject
    private RunningStore running;

    @Inject
    private AuditStore store;

    @Inject
    private BankHolidays holidays;

    @Inject
    private PortalClock clock;

    @Schedule(hour = "7-19", minute = "10", persistent = false)
    void everyHour() {
        remind();
    }

    /** A portal with sample data has sent today's reminders, too, once all that was brought in is there. */
    public void remindInSampleData(@Observes @Priority(9000) SampleAuditsPlayed played) {
        remind();
    }

    /** @return how many reminders were logged; none the second time on a day */
    public int remind() {
        Happening now = new Happening(clock.today(), clock.now(), BY, holidays.workingDays());
        Map<Long, Set<Long>> signed = running.signedOff(new AuditScope(-1, Reach.ALL));
        int sent = 0;
        for (PracticeAudit audit : running.outToAgencies()) {
            // a second node that runs at the same time waits here, and then finds the first one's log
            store.lock(audit);
            Set<RunningStore.Reminded> before = running.reminded(audit);
            for (AuditAgency agency : audit.takingPart()) {
                if (!signed.getOrDefault(audit.id(), Set.of()).contains(agency.agencyId())) {
                    sent += remind(audit, agency.agencyId(), before, now);
                }
            }
        }
        return sent;
    }

    private int remind(PracticeAudit audit, long agency, Set<RunningStore.Reminded> before, Happening now) {
        LocalDate due = audit.returnsDueOn().orElse(LocalDate.MAX);
        // of several that were missed, only the newest
        int newest = DAYS.stream()
                .filter(d -> !now.calendar().plus(due, d).isAfter(now.day()))
                .mapToInt(d -> d)
                .max()
                .orElse(Integer.MIN_VALUE);
        int sent = 0;
        if (newest != Integer.MIN_VALUE
                && !before.contains(new RunningStore.Reminded(agency, String.valueOf(newest)))) {
            store.add(audit.remind(agency, newest, now));
            sent++;
        }
        if (!now.calendar().plus(due, ESCALATED_AFTER).isAfter(now.day())
                && !before.contains(new RunningStore.Reminded(agency, RunningStore.ESCALATED))) {
            store.add(audit.escalate(agency, now));
            sent++;
        }
        return sent;
    }
}
