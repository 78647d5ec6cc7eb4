package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import uk.org.kscb.portal.platform.time.BankHolidaysChanged;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;

/** Counts the steps of audits under way anew when a bank holiday comes or goes; what is done stays. */
@ApplicationScoped
class StepsMoved {
    @Inject
    private RunningStore running;

    void count(@Observes BankHolidaysChanged changed) {
        running.underWay().forEach(audit -> audit.countAnew(changed.calendar()));
    }
}
