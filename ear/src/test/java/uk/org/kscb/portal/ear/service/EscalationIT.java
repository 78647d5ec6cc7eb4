package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.AdviceService;
import uk.org.kscb.portal.referral.AdviceService.AskAdvice;
import uk.org.kscb.portal.referral.AdviceTheme;
import uk.org.kscb.portal.referral.AdviceView;
import uk.org.kscb.portal.referral.Clock;
import uk.org.kscb.portal.referral.District;
import uk.org.kscb.portal.referral.EscalationOutcome;
import uk.org.kscb.portal.referral.EscalationService;
import uk.org.kscb.portal.referral.EscalationService.BeginEscalation;
import uk.org.kscb.portal.referral.EscalationTheme;
import uk.org.kscb.portal.referral.EscalationView;
import uk.org.kscb.portal.referral.ReceiptView.Standing;
import uk.org.kscb.portal.referral.ReferralService;

/** Disagreements and requests for advice. */
class EscalationIT extends ContainerTest {

    @EJB
    private EscalationService escalations;

    @EJB
    private AdviceService advice;

    @EJB
    private ReferralService referrals;

    @Inject
    private BankHolidays holidays;

    @Inject
    private PortalClock clock;

    private String begun(LocalDate on) {
        return As.person(
                "police", () -> escalations.begin(new BeginEscalation("HEALTH", EscalationTheme.THRESHOLD, on)));
    }

    private EscalationView seen(String person, String reference) {
        return As.person(person, escalations::list).stream()
                .filter(e -> e.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_disagreement_climbs_the_ladder_and_ends() {
        LocalDate begun = LocalDate.of(2011, 6, 1);
        String reference = begun(begun);
        As.does("health", () -> escalations.climb(reference, 2, begun.plusDays(1)));
        assertThatThrownBy(() -> As.does("police", () -> escalations.climb(reference, 2, begun.plusDays(2))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> As.does("police", () -> escalations.climb(reference, 3, begun)))
                .as("before the stage began")
                .isInstanceOf(Refusal.class);
        As.does("police", () -> escalations.end(reference, EscalationOutcome.CHANGED, LocalDate.of(2011, 6, 6)));
        EscalationView ended = seen("kscb", reference);
        assertThat(ended.days()).as("working days from Wednesday to Monday").isEqualTo(3);
        assertThat(ended.outcome()).isEqualTo(EscalationOutcome.CHANGED);
        assertThatThrownBy(() -> As.does(
                        "police", () -> escalations.end(reference, EscalationOutcome.UPHELD, LocalDate.of(2011, 6, 7))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_day_past_the_loaded_bank_holidays_is_provisional() {
        LocalDate today = clock.today();
        try {
            clock.set(holidays.fresh().loadedUntil());
            String last = begun(clock.today());
            assertThat(seen("police", last).provisional()).isTrue();
            String before = begun(clock.today().minusDays(10));
            assertThat(seen("police", before).provisional()).isFalse();
            As.does("police", () -> escalations.end(last, EscalationOutcome.UPHELD, clock.today()));
            assertThat(seen("police", last).provisional()).as("it has ended").isFalse();
        } finally {
            clock.set(today);
        }
    }

    @Test
    void a_promise_of_advice_follows_the_clock_of_the_day() {
        LocalDate today = clock.today();
        assertThat(As.person("teacher", advice::promise).words()).isEqualTo("2 working days");
        As.does("kscb", () -> referrals.setRule(Clock.ADVICE, 1, "Local", today.plusDays(700)));
        try {
            clock.set(today.plusDays(701));
            assertThat(As.person("teacher", advice::promise).words()).isEqualTo("1 working day");
        } finally {
            clock.set(today);
        }
    }

    @Test
    void a_third_agency_neither_sees_nor_moves_it() {
        String reference = begun(clock.today());
        assertThat(As.person("school", escalations::list))
                .extracting(EscalationView::reference)
                .doesNotContain(reference);
        assertThatThrownBy(() ->
                        As.does("school", () -> escalations.end(reference, EscalationOutcome.UPHELD, clock.today())))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.person("board", escalations::list)).isInstanceOf(NotPermitted.class);
        assertThat(As.person("board", escalations::themes).lines())
                .filteredOn(l -> l.theme() == EscalationTheme.THRESHOLD && l.count() <= 5)
                .allSatisfy(l -> assertThat(l.keptBack()).isTrue());
    }

    @Test
    void the_independent_chair_reads_the_log_and_writes_nothing_in_it() {
        String reference = begun(clock.today());
        assertThat(seen("chair", reference).mayMove()).isFalse();
        assertThatThrownBy(() ->
                        As.does("chair", () -> escalations.end(reference, EscalationOutcome.UPHELD, clock.today())))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void nobody_disagrees_with_themselves_or_tomorrow() {
        assertThatThrownBy(() -> As.person(
                        "police",
                        () -> escalations.begin(new BeginEscalation("POLICE", EscalationTheme.DELAY, clock.today()))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> begun(clock.today().plusDays(1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> begun(clock.today().minusDays(400)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than a year ago");
    }

    @Test
    void advice_is_asked_and_answered_within_two_working_days() {
        As.does("teacher", () -> advice.ask(new AskAdvice(District.THANET, AdviceTheme.LEVEL)));
        AdviceView.Line mine = As.person("teacher", advice::list).lines().getFirst();
        assertThat(mine.clock().standing()).isEqualTo(Standing.RUNNING);
        assertThat(As.person("visitor", advice::list).lines())
                .extracting(AdviceView.Line::reference)
                .doesNotContain(mine.reference());
        assertThatThrownBy(() -> As.does("police", () -> advice.answered(mine.reference())))
                .isInstanceOf(NotVisible.class);
        As.does("kcc", () -> advice.answered(mine.reference()));
        assertThatThrownBy(() -> As.does("kcc", () -> advice.answered(mine.reference())))
                .isInstanceOf(Refusal.class);
    }
}
