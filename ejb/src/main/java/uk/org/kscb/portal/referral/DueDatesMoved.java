package uk.org.kscb.portal.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import uk.org.kscb.portal.platform.time.BankHolidaysChanged;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.model.AdviceRequest;
import uk.org.kscb.portal.referral.model.Receipt;
import uk.org.kscb.portal.referral.store.AdviceStore;
import uk.org.kscb.portal.referral.store.ReceiptStore;

/** Counts the open clocks anew when a bank holiday comes or goes; each by the rule of its own day. */
@ApplicationScoped
class DueDatesMoved {
    @Inject
    private ReceiptStore receipts;

    @Inject
    private AdviceStore advice;

    @Inject
    private PortalClock clock;

    void count(@Observes BankHolidaysChanged changed) {
        WorkingDays calendar = changed.calendar();
        for (Receipt receipt : receipts.running(clock.now())) {
            receipt.countAnew(
                    DueDates.of(receipt.receivedAt(), rules(receipt.receivedAt()), calendar),
                    receipt.latestDecisionAt()
                            .map(decided -> DueDates.tell(decided, receipt.tellDays(), calendar))
                            .orElse(null));
        }
        for (AdviceRequest request : advice.open()) {
            Instant due = Objects.requireNonNull(rules(request.askedAt()).get(Clock.ADVICE))
                    .due(request.askedAt(), calendar);
            request.countAnew(
                    due, calendar.provisional(due.atZone(PortalClock.LONDON).toLocalDate()));
        }
    }

    private Map<Clock, ClockRule> rules(Instant at) {
        return receipts.rulesOn(at.atZone(PortalClock.LONDON).toLocalDate());
    }
}
