package uk.org.kscb.portal.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.model.AdviceRequest;
import uk.org.kscb.portal.referral.model.Receipt.Recorder;
import uk.org.kscb.portal.referral.store.AdviceStore;
import uk.org.kscb.portal.referral.store.ReceiptScope;
import uk.org.kscb.portal.referral.store.ReceiptStore;

/** "District conversations": a practitioner asks for advice, the front door phones back by the clock of that day. */
@Stateless
public class AdviceService {

    @Inject
    private AdviceStore store;

    @Inject
    private ReceiptStore receipts;

    @Inject
    private BankHolidays bankHolidays;

    @Inject
    private PortalClock clock;

    /** What is asked; all of it from lists. */
    public record AskAdvice(
            @NotNull(message = "Choose the district.") District district,

            @NotNull(message = "Choose what you want to talk about.")
            AdviceTheme theme) {}

    @Door(value = Permission.REFER, trail = "referral.advice.ask")
    public void ask(@Valid @NotNull AskAdvice asked) {
        WorkingDays calendar = bankHolidays.fresh();
        Instant due = promise().due(clock.now(), calendar);
        store.add(new AdviceRequest(
                asked.district(),
                asked.theme(),
                recorder(),
                due,
                calendar.provisional(due.atZone(PortalClock.LONDON).toLocalDate())));
    }

    /** How soon the front door phones back whoever asks today. */
    @Door(Permission.REFER)
    public ClockRule promise() {
        return Objects.requireNonNull(receipts.rulesOn(clock.today()).get(Clock.ADVICE));
    }

    /** Open ones first. One's own, or at the desk those of all. */
    @Door(Permission.READ_RECEIPTS)
    public AdviceView list() {
        ReceiptScope scope = receipts.scope(CurrentViewer.require());
        return new AdviceView(store.list(scope, clock.now()), scope.desk());
    }

    /** @throws NotVisible unless the viewer sits at the desk */
    @Door(value = Permission.DECIDE_REFERRALS, trail = "referral.advice.answer")
    public void answered(@TrailObject String reference) {
        store.require(reference, receipts.scope(CurrentViewer.require())).answered(recorder());
    }

    private Recorder recorder() {
        Viewer viewer = CurrentViewer.require();
        return new Recorder(viewer.agencyId(), viewer.memberId(), clock.now());
    }
}
