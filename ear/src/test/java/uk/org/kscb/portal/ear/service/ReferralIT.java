package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.RetentionService;
import uk.org.kscb.portal.referral.Clock;
import uk.org.kscb.portal.referral.ClockRule;
import uk.org.kscb.portal.referral.Consent;
import uk.org.kscb.portal.referral.Decision;
import uk.org.kscb.portal.referral.HolidayService;
import uk.org.kscb.portal.referral.MeasureService;
import uk.org.kscb.portal.referral.ReceiptList;
import uk.org.kscb.portal.referral.ReceiptList.Show;
import uk.org.kscb.portal.referral.ReceiptRetention;
import uk.org.kscb.portal.referral.ReceiptView;
import uk.org.kscb.portal.referral.ReceiptView.Standing;
import uk.org.kscb.portal.referral.ReferralMeasures.Row;
import uk.org.kscb.portal.referral.ReferralService;
import uk.org.kscb.portal.referral.ReferrerPost;
import uk.org.kscb.portal.referral.TakeReceipt;
import uk.org.kscb.portal.referral.ToldHow;
import uk.org.kscb.portal.referral.model.Receipt;

/** The life of a receipt, and who sees it. */
class ReferralIT extends ContainerTest {

    @EJB
    private ReferralService referrals;

    @EJB
    private MeasureService measures;

    @EJB
    private ReceiptRetention retention;

    @EJB
    private RetentionService keeping;

    @EJB
    private HolidayService holidays;

    @Inject
    private PortalClock clock;

    private ReceiptView taken(String person) {
        return As.person(
                person,
                () -> referrals.take(new TakeReceipt(
                        "it-" + System.nanoTime() + "-0123456789", ReferrerPost.TEACHER, 4, true, Consent.REFUSED)));
    }

    @Test
    void each_clock_says_itself_whether_its_day_is_past_the_loaded_bank_holidays() {
        LocalDate today = clock.today();
        LocalDate late = LocalDate.of(2028, 12, 18);
        As.does("kscb", () -> referrals.setRule(Clock.ACKNOWLEDGE, 20, "Local", late));
        try {
            clock.set(late);
            assertThat(taken("teacher").clocks())
                    .filteredOn(c -> c.clock() == Clock.DECIDE_DAY || c.clock() == Clock.ACKNOWLEDGE)
                    .extracting(c -> c.provisional())
                    .containsExactly(false, true);
        } finally {
            clock.set(today);
        }
    }

    @Test
    void a_bank_holiday_moves_the_clocks_that_still_run_and_its_withdrawal_moves_them_back() {
        String reference = taken("teacher").reference();
        LocalDate due = dueDay(reference);
        assertThat(due).isAfter(clock.today());
        As.does("kscb", () -> holidays.add(due, "Coronation"));
        assertThat(As.person("kscb", () -> holidays.table()).toCome())
                .anySatisfy(h -> assertThat(h.title()).isEqualTo("Coronation"));
        assertThatThrownBy(() -> As.does("kscb", () -> holidays.add(due, "Again")))
                .hasMessageContaining("in the table already");
        assertThat(dueDay(reference)).isAfter(due);
        As.does("kscb", () -> holidays.withdraw(due, "It was put off"));
        assertThat(dueDay(reference)).isEqualTo(due);
        assertThatThrownBy(() -> As.does("kscb", () -> holidays.withdraw(due, "Twice")))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void no_bank_holiday_comes_in_for_a_day_that_counted_already_or_never_counts() {
        assertThatThrownBy(() -> As.does("kscb", () -> holidays.add(clock.today(), "Late")))
                .hasMessageContaining("after today");
        LocalDate saturday = clock.today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        assertThatThrownBy(() -> As.does("kscb", () -> holidays.add(saturday, "Weekend")))
                .hasMessageContaining("weekend");
        assertThatThrownBy(() -> As.does("kscb", () -> holidays.add(saturday.plusDays(3), " ")))
                .hasMessageContaining("which holiday");
        for (String person : List.of("kcc", "police", "visitor")) {
            assertThatThrownBy(() -> As.does(person, () -> holidays.add(saturday.plusDays(3), "Ours")))
                    .as(person)
                    .isInstanceOf(NotPermitted.class);
        }
    }

    private LocalDate dueDay(String reference) {
        Instant due = As.person("teacher", () -> referrals.receipt(reference)).clocks().stream()
                .filter(c -> c.clock() == Clock.DECIDE_DAY)
                .findFirst()
                .orElseThrow()
                .due();
        return Objects.requireNonNull(due).atZone(PortalClock.LONDON).toLocalDate();
    }

    @Test
    void a_receipt_asked_for_twice_is_one() {
        TakeReceipt asked = new TakeReceipt("it-twice-" + System.nanoTime(), ReferrerPost.GP, 3, false, Consent.GIVEN);
        String first = As.person("visitor", () -> referrals.take(asked)).reference();
        assertThat(As.person("visitor", () -> referrals.take(asked)).reference())
                .isEqualTo(first);
        assertThat(As.person("teacher", () -> referrals.take(asked)).reference())
                .as("another person's key is another key")
                .isNotEqualTo(first);
    }

    @Test
    void a_receipt_is_not_taken_for_a_form_that_says_something_else() {
        String key = "it-changed-" + System.nanoTime();
        As.does("visitor", () -> referrals.take(new TakeReceipt(key, ReferrerPost.GP, 2, false, Consent.GIVEN)));
        assertThatThrownBy(() -> As.person(
                        "visitor",
                        () -> referrals.take(new TakeReceipt(key, ReferrerPost.GP, 4, true, Consent.REFUSED))))
                .isInstanceOf(Receipt.OtherAnswers.class)
                .hasMessageContaining("begin a new referral");
    }

    @Test
    void after_a_call_the_clocks_run_from_the_call() {
        Instant now = clock.now();
        Instant call = now.minus(3, ChronoUnit.HOURS);
        TakeReceipt asked =
                new TakeReceipt("it-phoned-" + System.nanoTime(), ReferrerPost.TEACHER, 4, true, Consent.REFUSED, call);
        ReceiptView receipt = As.person("teacher", () -> referrals.take(asked));
        assertThat(receipt.received()).isEqualTo(call.truncatedTo(ChronoUnit.MILLIS));
        As.does(
                "kcc",
                () -> referrals.decide(receipt.reference(), Decision.SECTION_47, call.plus(1, ChronoUnit.HOURS)));
        for (Instant impossible : new Instant[] {now.plus(1, ChronoUnit.HOURS), now.minus(8, ChronoUnit.DAYS)}) {
            assertThatThrownBy(() -> As.person(
                            "teacher",
                            () -> referrals.take(new TakeReceipt(
                                    "it-phoned-" + System.nanoTime(),
                                    ReferrerPost.TEACHER,
                                    4,
                                    true,
                                    Consent.REFUSED,
                                    impossible))))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void told_by_voice_is_not_told_in_writing() {
        String reference = taken("teacher").reference();
        Instant at = As.person("teacher", () -> referrals.receipt(reference)).received();
        As.does("kcc", () -> referrals.decide(reference, Decision.SECTION_47, at));
        As.does("kcc", () -> referrals.tell(reference, ToldHow.VOICE, at));
        assertThat(untold()).anySatisfy(line -> {
            assertThat(line.reference()).isEqualTo(reference);
            assertThat(line.tell().standing()).isEqualTo(Standing.RUNNING);
        });
        As.does("kcc", () -> referrals.tell(reference, ToldHow.WRITING, at));
        assertThat(untold()).noneSatisfy(line -> assertThat(line.reference()).isEqualTo(reference));
        As.does("kcc", () -> referrals.tell(reference, ToldHow.VOICE, at));
        assertThat(untold())
                .as("a word on the telephone takes no letter back")
                .noneSatisfy(line -> assertThat(line.reference()).isEqualTo(reference));
    }

    private List<ReceiptList.Line> untold() {
        return As.person("kcc", () -> referrals.list(Show.UNTOLD, 1)).lines();
    }

    @Test
    void another_decision_after_the_telling_is_told_anew() {
        String reference = taken("teacher").reference();
        Instant at = As.person("teacher", () -> referrals.receipt(reference)).received();
        Instant later = at.plusMillis(1);
        As.does("kcc", () -> referrals.decide(reference, Decision.ASSESSMENT, at));
        As.does("kcc", () -> referrals.tell(reference, ToldHow.WRITING, at));
        As.does("kcc", () -> referrals.decide(reference, Decision.SECTION_47, later));
        ReceiptView seen = As.person("teacher", () -> referrals.receipt(reference));
        assertThat(seen.decision()).isEqualTo(Decision.SECTION_47);
        assertThat(seen.decided()).as("the first is measured").isEqualTo(at);
        assertThat(seen.clocks().getLast().standing()).isEqualTo(Standing.RUNNING);
    }

    @Test
    void no_branch_of_agreement_stops_a_receipt() {
        for (Consent consent : Consent.values()) {
            for (int level = 1; level <= 4; level++) {
                TakeReceipt asked = new TakeReceipt(
                        "it-" + consent.name().replace('_', '-') + "-" + level + "-" + System.nanoTime(),
                        ReferrerPost.OTHER,
                        level,
                        level == 4,
                        consent);
                assertThat(As.person("visitor", () -> referrals.take(asked)).consent())
                        .isEqualTo(consent);
            }
        }
    }

    @Test
    void a_receipt_goes_after_two_years_and_not_before() {
        LocalDate today = clock.today();
        clock.set(LocalDate.of(2009, 3, 10));
        try {
            String reference = taken("teacher").reference();
            Instant at =
                    As.person("teacher", () -> referrals.receipt(reference)).received();
            As.does("kcc", () -> referrals.decide(reference, Decision.SECTION_47, at));
            clock.set(LocalDate.of(2011, 3, 10));
            assertThat(retention.destroyDue()).as("on the last of its days").isZero();
            clock.set(LocalDate.of(2011, 3, 11));
            As.does("kscb", () -> keeping.hold("A11-01", true, "An inquiry asks for everything"));
            assertThat(retention.destroyDue()).as("held").isZero();
            String hold = As.person("kscb", () -> keeping.kept("A11-01", null))
                    .holds()
                    .getFirst()
                    .id();
            As.does("kscb", () -> keeping.lift("A11-01", hold, "The inquiry has ended"));
            assertThat(retention.destroyDue()).isEqualTo(1);
            assertThatThrownBy(() -> As.person("teacher", () -> referrals.receipt(reference)))
                    .isInstanceOf(NotVisible.class);
            assertThat(retention.destroyDue()).as("once").isZero();
        } finally {
            clock.set(today);
        }
    }

    @Test
    void the_desk_decides_and_tells_and_the_referrer_sees_it() {
        String reference = taken("teacher").reference();
        Instant at = As.person("teacher", () -> referrals.receipt(reference)).received();
        As.does("kcc", () -> referrals.acknowledge(reference, at));
        As.does("kcc", () -> referrals.decide(reference, Decision.SECTION_47, at));
        As.does("kcc", () -> referrals.tell(reference, ToldHow.WRITING, at));
        ReceiptView seen = As.person("teacher", () -> referrals.receipt(reference));
        assertThat(seen.decision()).isEqualTo(Decision.SECTION_47);
        assertThat(seen.clocks()).allSatisfy(c -> assertThat(c.standing()).isEqualTo(Standing.IN_TIME));
        assertThat(seen.events()).hasSize(3);
        As.does("teacher", () -> referrals.sayNeverTold(reference));
        assertThat(As.person("kcc", () -> referrals.receipt(reference)).neverTold())
                .isNotNull();
    }

    @Test
    void both_clocks_run_for_a_decision() {
        ReceiptView receipt = taken("visitor");
        assertThat(receipt.clocks())
                .extracting(ReceiptView.ClockView::clock)
                .containsExactly(Clock.DECIDE_HOURS, Clock.DECIDE_DAY, Clock.ACKNOWLEDGE, Clock.TELL);
        Instant hours = receipt.clocks().getFirst().due();
        assertThat(hours).isEqualTo(receipt.received().plus(24, ChronoUnit.HOURS));
        assertThat(Objects.requireNonNull(receipt.clocks().get(1).due())
                        .atZone(PortalClock.LONDON)
                        .getHour())
                .isEqualTo(23);
        assertThat(receipt.clocks().get(3).standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void decided_before_received_is_refused() {
        ReceiptView receipt = taken("visitor");
        Instant before = receipt.received().minus(Duration.ofMinutes(1));
        assertThatThrownBy(() -> As.does("kcc", () -> referrals.decide(receipt.reference(), Decision.ADVICE, before)))
                .isInstanceOf(Receipt.BeforeReceived.class);
    }

    @Test
    void nobody_but_the_desk_records_and_a_colleague_does_not_even_see_it() {
        String reference = taken("teacher").reference();
        Instant now = As.person("teacher", () -> referrals.receipt(reference)).received();
        assertThatThrownBy(() -> As.does("police", () -> referrals.decide(reference, Decision.ADVICE, now)))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("visitor", () -> referrals.decide(reference, Decision.ADVICE, now)))
                .isInstanceOf(NotPermitted.class);
        for (String other : new String[] {"visitor", "police", "school", "health"}) {
            assertThatThrownBy(() -> As.person(other, () -> referrals.receipt(reference)))
                    .as(other)
                    .isInstanceOf(NotVisible.class);
            assertThat(As.person(other, () -> referrals.list(Show.ALL, 1)).lines())
                    .as(other)
                    .extracting(ReceiptList.Line::reference)
                    .doesNotContain(reference);
        }
        assertThat(As.person("kscb", () -> referrals.list(Show.ALL, 1)).lines())
                .extracting(ReceiptList.Line::reference)
                .contains(reference);
        assertThatThrownBy(() -> As.does("visitor", () -> referrals.sayNeverTold(reference)))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void a_clock_changes_from_a_day_to_come_and_never_for_what_was_received() {
        LocalDate today = clock.today();
        assertThatThrownBy(() -> As.does("kscb", () -> referrals.setRule(Clock.TELL, 5, "Local", today)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> As.does("kcc", () -> referrals.setRule(Clock.TELL, 5, "Local", today.plusDays(1))))
                .isInstanceOf(NotPermitted.class);
        LocalDate from = today.plusYears(20);
        As.does("kscb", () -> referrals.setRule(Clock.TELL, 5, "Local", from));
        assertThat(As.person("kscb", referrals::rules))
                .filteredOn(r -> r.clock() == Clock.TELL)
                .extracting(ClockRule::amount)
                .containsExactly(3, 5);
        assertThatThrownBy(() -> As.does("kscb", () -> referrals.setRule(Clock.TELL, 4, "Local", from)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> As.person(
                        "visitor",
                        () -> referrals.take(new TakeReceipt("short", ReferrerPost.GP, 0, false, Consent.GIVEN))))
                .isInstanceOfAny(ConstraintViolationException.class, EJBException.class);
    }

    @Test
    void four_a_and_four_b_count_what_was_decided_in_time_and_told_in_writing() {
        LocalDate today = clock.today();
        YearMonth month = YearMonth.of(2010, 2);
        try {
            clock.set(month.atDay(8));
            String prompt = taken("teacher").reference();
            String slow = taken("teacher").reference();
            taken("teacher");
            Instant at = As.person("teacher", () -> referrals.receipt(prompt)).received();
            As.does("kcc", () -> referrals.decide(prompt, Decision.SECTION_47, at));
            As.does("kcc", () -> referrals.tell(prompt, ToldHow.WRITING, at));
            Row before = figures(month);
            assertThat(before.inDay().share())
                    .as("what is not due yet counts nowhere")
                    .contains(new Share(1, 1));
            clock.set(month.atDay(12));
            Instant late = clock.now();
            As.does("kcc", () -> referrals.decide(slow, Decision.ASSESSMENT, late));
            As.does("kcc", () -> referrals.tell(slow, ToldHow.VOICE, late));
            Row row = figures(month);
            assertThat(row.received().count()).contains(3L);
            assertThat(row.inHours().share())
                    .as("one in time, one late, one past its day")
                    .contains(new Share(1, 3));
            assertThat(row.inDay().share()).contains(new Share(1, 3));
            assertThat(row.told().share()).as("a voice is no writing").contains(new Share(1, 2));
        } finally {
            clock.set(today);
        }
    }

    private Row figures(YearMonth month) {
        return As.person("kscb", measures::measures).months().stream()
                .filter(m -> m.month().equals(month))
                .findFirst()
                .orElseThrow()
                .agencies()
                .getFirst();
    }

    @Test
    void an_agency_sees_its_own_figures_and_others_are_kept_back_while_small() {
        taken("teacher");
        YearMonth month = YearMonth.from(taken("visitor").received().atZone(PortalClock.LONDON));
        var own = As.person("school", measures::measures).months().stream()
                .filter(m -> m.month().equals(month))
                .findFirst()
                .orElseThrow();
        assertThat(own.agencies()).extracting(Row::code).containsExactly("SCH-EXAMPLE");
        assertThat(own.agencies().getFirst().received().count()).isPresent();
        var board = As.person("board", measures::measures).months().stream()
                .filter(m -> m.month().equals(month))
                .findFirst()
                .orElseThrow();
        assertThat(board.agencies())
                .filteredOn(r -> r.code().equals("SCH-EXAMPLE"))
                .allSatisfy(r -> assertThat(r.inHours().share()).isEmpty());
        assertThatThrownBy(() -> As.person("police2", measures::measures)).isInstanceOf(NotPermitted.class);
    }
}
