package uk.org.kscb.portal.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.ReceiptList.Show;
import uk.org.kscb.portal.referral.ReceiptView.ClockView;
import uk.org.kscb.portal.referral.model.Receipt;
import uk.org.kscb.portal.referral.model.Receipt.Deadlines;
import uk.org.kscb.portal.referral.model.Receipt.Recorder;
import uk.org.kscb.portal.referral.store.ReceiptScope;
import uk.org.kscb.portal.referral.store.ReceiptStore;
import uk.org.kscb.portal.threshold.EditionRef;
import uk.org.kscb.portal.threshold.GuidanceService;

/** Receipts: the referrer takes one, the desk that receives referrals says what became of it. No child is in them. */
@Stateless
public class ReferralService {
    private static final Duration LONGEST_SINCE_CALL = Duration.ofDays(7);

    @Inject
    private ReceiptStore store;

    @Inject
    private BankHolidays bankHolidays;

    @Inject
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    /**
     * A receipt for a referral that was just made; asked for twice with one key it is the same receipt.
     *
     * @throws Receipt.OtherAnswers when the key was used with other answers
     */
    @Door(value = Permission.REFER, trail = "referral.receipt")
    public ReceiptView take(@Valid @NotNull TakeReceipt asked) {
        Viewer viewer = CurrentViewer.require();
        Receipt receipt = store.alreadyTaken(viewer.memberId(), asked.key())
                .map(taken -> taken.requireFor(asked))
                .orElseGet(() -> store.add(fresh(asked, viewer)));
        return view(receipt, viewer, store.scope(viewer));
    }

    private Receipt fresh(TakeReceipt asked, Viewer viewer) {
        Instant received = received(asked);
        LocalDate day = received.atZone(PortalClock.LONDON).toLocalDate();
        Deadlines due = DueDates.of(received, store.rulesOn(day), bankHolidays.fresh());
        Receipt receipt;
        do {
            receipt = Receipt.taken(asked, viewer.agencyId(), viewer.memberId(), due);
        } while (store.referenceTaken(receipt.reference()));
        Receipt taken = receipt;
        guidance.inForceOn(day).ifPresent(edition -> taken.underEdition(edition.number(), edition.label()));
        return taken;
    }

    /** The call came first, and the desk may have decided since: what it knew then it has to answer for from then. */
    private Instant received(TakeReceipt asked) {
        Instant now = clock.now();
        Instant phoned = asked.phoned();
        if (phoned == null) {
            return now;
        }
        if (phoned.isAfter(now)) {
            throw new Refusal("phoned", "That is still to come. Give the day and time of your call.");
        }
        if (phoned.isBefore(now.minus(LONGEST_SINCE_CALL))) {
            throw new Refusal("phoned", "That is more than a week ago. Phone again, and give the time of that call.");
        }
        return phoned.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param page from 1 */
    @Door(Permission.READ_RECEIPTS)
    public ReceiptList list(Show show, int page) {
        ReceiptScope scope = store.scope(CurrentViewer.require());
        int which = Math.clamp(page, 1, 2000);
        List<ReceiptList.Line> lines =
                store.list(scope, show, which, ReceiptList.SIZE, bankHolidays.workingDays(), clock.now());
        boolean more = lines.size() > ReceiptList.SIZE;
        return new ReceiptList(more ? lines.subList(0, ReceiptList.SIZE) : lines, show, which, more, scope.desk());
    }

    /** @throws NotVisible when there is none, or it is somebody else's */
    @Door(Permission.READ_RECEIPTS)
    public ReceiptView receipt(String reference) {
        Viewer viewer = CurrentViewer.require();
        ReceiptScope scope = store.scope(viewer);
        return view(store.require(reference, scope), viewer, scope);
    }

    @Door(value = Permission.DECIDE_REFERRALS, trail = "referral.acknowledge")
    public void acknowledge(@TrailObject String reference, Instant at) {
        Receipt receipt = atTheDesk(reference);
        store.add(receipt.acknowledge(at, recorder()));
    }

    /** @param at when it was decided; not before the referral was received */
    @Door(value = Permission.DECIDE_REFERRALS, trail = "referral.decide")
    public void decide(@TrailObject String reference, Decision decision, Instant at) {
        Receipt receipt = atTheDesk(reference);
        Instant tell = DueDates.tell(at, receipt.tellDays(), bankHolidays.fresh());
        store.add(receipt.decide(decision, at, tell, recorder()));
    }

    @Door(value = Permission.DECIDE_REFERRALS, trail = "referral.tell")
    public void tell(@TrailObject String reference, ToldHow how, Instant at) {
        Receipt receipt = atTheDesk(reference);
        store.add(receipt.tell(how, at, recorder()));
    }

    /** The referrer says that nobody told them the outcome, whatever the desk recorded. */
    @Door(value = Permission.REFER, trail = "referral.never-told")
    public void sayNeverTold(@TrailObject String reference) {
        Viewer viewer = CurrentViewer.require();
        Receipt receipt = store.require(reference, store.scope(viewer));
        if (receipt.memberId() != viewer.memberId()) {
            throw new NotVisible("receipt of yours");
        }
        store.add(receipt.sayNeverTold(recorder()));
    }

    /** Label of the guidance in force today; empty when none is. */
    @Door(Permission.REFER)
    public String editionToday() {
        return guidance.inForceOn(clock.today()).map(EditionRef::label).orElse("");
    }

    /** Every rule that a clock had, has or will have. */
    @Door(Permission.SET_REFERRAL_CLOCKS)
    public List<ClockRule> rules() {
        return store.rules();
    }

    /**
     * A clock runs differently from a day on. What was received before keeps the rule of its day.
     *
     * @param amount hours or working days, 1 to 60
     */
    @Door(value = Permission.SET_REFERRAL_CLOCKS, trail = "referral.clock")
    public void setRule(@TrailObject Clock which, int amount, String regime, LocalDate from) {
        if (amount < 1 || amount > 60) {
            throw new Refusal("amount", "Give a number from 1 to 60.");
        }
        if (regime.isBlank() || regime.length() > 40) {
            throw new Refusal("regime", "Name the regime in at most 40 characters, for example Working Together 2010.");
        }
        if (!from.isAfter(clock.today())) {
            throw new Refusal("from", "Choose a day after today: receipts of today keep the rule of today.");
        }
        List<ClockRule> before =
                store.rules().stream().filter(r -> r.clock() == which).toList();
        if (before.stream().anyMatch(r -> r.from().equals(from))) {
            throw new Refusal("from", "A rule begins on that day already. Choose another.");
        }
        ClockRule last = before.getLast();
        store.add(
                new ClockRule(which, last.label(), last.unit(), amount, regime.strip(), "Set by the board", from),
                CurrentViewer.require().userName(),
                clock.now());
    }

    private Receipt atTheDesk(String reference) {
        ReceiptScope scope = store.scope(CurrentViewer.require());
        if (!scope.desk()) {
            throw new NotVisible("receipt");
        }
        return store.require(reference, scope);
    }

    private Recorder recorder() {
        Viewer viewer = CurrentViewer.require();
        return new Recorder(viewer.agencyId(), viewer.memberId(), clock.now());
    }

    private ReceiptView view(Receipt r, Viewer viewer, ReceiptScope scope) {
        String[] agency = store.agency(r.agencyId());
        boolean mine = r.memberId() == viewer.memberId();
        return new ReceiptView(
                r.reference(),
                agency[0],
                agency[1],
                r.post(),
                r.level(),
                r.significantHarm(),
                r.consent(),
                r.edition().orElse(null),
                r.editionLabel().orElse(null),
                r.receivedAt(),
                r.acknowledgedAt(),
                r.decidedAt(),
                r.decision(),
                r.toldAt(),
                r.toldHow(),
                r.neverToldAt(),
                clocks(r),
                store.events(r),
                mine,
                scope.desk(),
                mine && viewer.may(Permission.REFER) && r.neverToldAt() == null && r.maySayNeverTold(clock.now()));
    }

    private List<ClockView> clocks(Receipt r) {
        Instant now = clock.now();
        boolean unsure = r.provisional();
        WorkingDays calendar = bankHolidays.fresh();
        Instant tellDue = r.tellDueAt();
        boolean tellUnsure = tellDue != null && provisional(tellDue, calendar);
        Instant written = r.toldHow() == ToldHow.WRITING ? r.toldAt() : null;
        return List.of(
                ClockView.of(Clock.DECIDE_HOURS, r.hoursDueAt(), false, false, r.decidedAt(), now),
                ClockView.of(Clock.DECIDE_DAY, r.dayDueAt(), true, unsure, r.decidedAt(), now),
                ClockView.of(
                        Clock.ACKNOWLEDGE,
                        r.acknowledgeDueAt(),
                        true,
                        provisional(r.acknowledgeDueAt(), calendar),
                        r.acknowledgedAt(),
                        now),
                ClockView.of(Clock.TELL, tellDue, true, tellUnsure, written, now));
    }

    private static boolean provisional(Instant due, WorkingDays calendar) {
        return calendar.provisional(due.atZone(PortalClock.LONDON).toLocalDate());
    }
}
