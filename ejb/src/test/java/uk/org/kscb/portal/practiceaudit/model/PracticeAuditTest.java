package uk.org.kscb.portal.practiceaudit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.GateIsShut;
import uk.org.kscb.portal.practiceaudit.GateIsShut.Gate;

/** An audit on its way: each gate with the reason for which it is shut, and what opens it. */
class PracticeAuditTest {
    private static final long POLICE = 3;
    private static final long HEALTH = 2;
    private static final long SCHOOLS = 4;
    private static final WorkingDays CALENDAR =
            new WorkingDays(List.of(LocalDate.of(2011, 4, 22), LocalDate.of(2011, 4, 25), LocalDate.of(2011, 5, 30)));
    private final PracticeAudit audit = new PracticeAudit(
            new PracticeAudit.Scope(
                    "A11-03",
                    "Referral audit",
                    "Referrals",
                    "Are they good?",
                    AuditKind.REFERRAL_QUALITY,
                    6,
                    "OFSTED_2011",
                    LocalDate.of(2011, 4, 1),
                    LocalDate.of(2011, 4, 30)),
            "lead",
            Instant.EPOCH);
    private Set<Long> signedOff = Set.of();
    private Set<Long> reopened = Set.of();
    private Set<Long> panel = Set.of();
    private boolean codesWaiting;

    @Test
    void a_scope_without_agencies_is_not_approved() {
        shut(AuditMove.APPROVE_SCOPE, "minute 2", on(17, 5), Gate.AGENCIES_NAMED);
    }

    @Test
    void approving_the_scope_needs_a_minute_and_starts_the_clock() {
        invite(POLICE);
        shut(AuditMove.APPROVE_SCOPE, " ", on(17, 5), Gate.NOTE_GIVEN);
        move(AuditMove.APPROVE_SCOPE, "minute 2", on(17, 5));
        assertThat(audit.returnsDueOn()).contains(LocalDate.of(2011, 6, 22));
        assertThat(audit.clock().dueOn(AuditStep.PILOT)).contains(LocalDate.of(2011, 5, 24));
        assertThat(audit.clock().dueOn(AuditStep.ACT)).isEmpty();
    }

    @Test
    void the_pilot_waits_for_approval_and_a_tool() {
        invite(POLICE);
        shut(AuditMove.PILOT, "", on(17, 5), Gate.SCOPE_APPROVED);
        move(AuditMove.APPROVE_SCOPE, "minute 2", on(17, 5));
        shut(AuditMove.PILOT, "", on(17, 5), Gate.TOOL_CHOSEN);
        audit.useTool(1, "version 1", on(17, 5));
        move(AuditMove.PILOT, "", on(20, 5));
        assertThat(audit.state()).isEqualTo(AuditState.PILOTING);
    }

    @Test
    void nobody_is_notified_while_the_list_of_codes_is_still_here() {
        sampled();
        codesWaiting = true;
        shut(AuditMove.NOTIFY, "", on(1, 6), Gate.CODES_HANDED_OVER);
    }

    @Test
    void returns_open_when_all_have_confirmed_or_the_third_working_day_is_over_or_with_a_reason() {
        notified();
        shut(AuditMove.OPEN_RETURNS, "", on(3, 6), Gate.RECEIPTS_CONFIRMED);
        assertThat(gate(AuditMove.OPEN_RETURNS, "told by telephone", on(3, 6))).isEmpty();
        assertThat(gate(AuditMove.OPEN_RETURNS, "", on(7, 6))).isEmpty();
        List.of(POLICE, HEALTH, SCHOOLS).forEach(a -> audit.confirmReceipt(a, on(2, 6)));
        assertThat(gate(AuditMove.OPEN_RETURNS, "", on(3, 6))).isEmpty();
    }

    @Test
    void returns_do_not_close_on_an_agency_whose_time_is_not_over() {
        collecting();
        signedOff = Set.of(POLICE, HEALTH);
        assertThatThrownBy(() -> move(AuditMove.CLOSE_RETURNS, "we are in a hurry", on(22, 6)))
                .isInstanceOf(GateIsShut.class)
                .hasMessageContaining("Not signed off yet: Schools")
                .hasMessageContaining("Their time is not over");
        shut(AuditMove.CLOSE_RETURNS, "", on(23, 6), Gate.RETURNS_SIGNED_OFF);
        move(AuditMove.CLOSE_RETURNS, "the chair decided to go on without", on(23, 6));
        assertThat(audit.state()).isEqualTo(AuditState.RETURNED);
    }

    @Test
    void returns_do_not_close_with_nothing_in_them() {
        collecting();
        shut(AuditMove.CLOSE_RETURNS, "no time", on(30, 6), Gate.RETURNS_SIGNED_OFF);
    }

    @Test
    void an_agency_that_withdraws_in_mid_audit_is_waited_for_no_more() {
        collecting();
        signedOff = Set.of(POLICE, HEALTH);
        audit.withdraw(SCHOOLS, "strike", on(10, 6));
        move(AuditMove.CLOSE_RETURNS, "", on(13, 6));
        assertThat(audit.takesAnswers(SCHOOLS, on(13, 6).at())).isFalse();
        assertThatThrownBy(() -> audit.withdraw(SCHOOLS, "again", on(14, 6)))
                .isInstanceOf(AuditAgency.AgencyHasWithdrawn.class);
        assertThatThrownBy(() -> audit.chase(SCHOOLS, on(14, 6))).isInstanceOf(AuditAgency.AgencyHasWithdrawn.class);
    }

    @Test
    void what_is_being_typed_when_returns_close_is_taken_for_an_hour() {
        collecting();
        signedOff = Set.of(POLICE, HEALTH, SCHOOLS);
        assertThat(audit.takesAnswers(POLICE, on(25, 6).at()))
                .as("late, but open")
                .isTrue();
        Happening closing = on(23, 6);
        move(AuditMove.CLOSE_RETURNS, "", closing);
        assertThat(audit.takesAnswers(
                        POLICE, closing.at().plus(PracticeAudit.GRACE).minusSeconds(1)))
                .isTrue();
        assertThat(audit.takesAnswers(POLICE, closing.at().plus(PracticeAudit.GRACE)))
                .isFalse();
        assertThat(audit.takesAnswers(99, closing.at())).as("not in the audit").isFalse();
    }

    @Test
    void a_panel_needs_three_agencies() {
        collecting();
        signedOff = Set.of(POLICE, HEALTH, SCHOOLS);
        move(AuditMove.CLOSE_RETURNS, "", on(23, 6));
        panel = Set.of(POLICE, HEALTH);
        shut(AuditMove.MODERATE, "", on(24, 6), Gate.PANEL_QUORUM);
        panel = Set.of(POLICE, HEALTH, SCHOOLS);
        move(AuditMove.MODERATE, "", on(24, 6));
    }

    @Test
    void agencies_have_five_working_days_to_check_the_draft() {
        collecting();
        signedOff = Set.of(POLICE, HEALTH, SCHOOLS);
        panel = signedOff;
        move(AuditMove.CLOSE_RETURNS, "", on(23, 6));
        move(AuditMove.MODERATE, "", on(24, 6));
        move(AuditMove.CHECK_ACCURACY, "", on(6, 7));
        shut(AuditMove.REPORT, "", on(12, 7), Gate.ACCURACY_TIME);
        move(AuditMove.REPORT, "", on(13, 7));
        move(AuditMove.APPROVE, "minute 9", on(18, 7));
        assertThat(audit.releasedOn()).contains(LocalDate.of(2011, 7, 18));
        assertThat(audit.clock().dueOn(AuditStep.ACT)).contains(LocalDate.of(2011, 8, 8));
    }

    @Test
    void a_return_that_was_opened_again_holds_the_audit_until_it_is_signed() {
        collecting();
        signedOff = Set.of(POLICE, HEALTH, SCHOOLS);
        panel = signedOff;
        move(AuditMove.CLOSE_RETURNS, "", on(23, 6));
        move(AuditMove.MODERATE, "", on(24, 6));
        reopened = Set.of(POLICE);
        shut(AuditMove.CHECK_ACCURACY, "", on(6, 7), Gate.RETURNS_SIGNED_OFF);
        reopened = Set.of();
        move(AuditMove.CHECK_ACCURACY, "", on(6, 7));
        reopened = Set.of(HEALTH);
        shut(AuditMove.REPORT, "no time left", on(13, 7), Gate.RETURNS_SIGNED_OFF);
    }

    @Test
    void a_step_cannot_be_jumped() {
        notified();
        for (AuditMove move :
                List.of(AuditMove.CLOSE_RETURNS, AuditMove.MODERATE, AuditMove.APPROVE, AuditMove.CLOSE)) {
            shut(move, "anything", on(7, 6), Gate.WRONG_STATE);
        }
    }

    @Test
    void a_pause_moves_what_is_left_by_its_length_and_leaves_what_is_done() {
        notified();
        LocalDate notifiedOn = audit.clock().doneOn(AuditStep.NOTIFY).orElseThrow();
        move(AuditMove.PAUSE, "inspection week", on(6, 6));
        assertThat(audit.takesAnswers(POLICE, on(7, 6).at())).isFalse();
        shut(AuditMove.OPEN_RETURNS, "", on(7, 6), Gate.WRONG_STATE);
        move(AuditMove.RESUME, "", on(13, 6));
        assertThat(audit.state()).isEqualTo(AuditState.NOTIFIED);
        assertThat(audit.returnsDueOn()).contains(LocalDate.of(2011, 6, 29));
        assertThat(audit.clock().doneOn(AuditStep.NOTIFY)).contains(notifiedOn);
    }

    @Test
    void a_copy_takes_the_steps_as_planned_and_not_what_a_pause_added() {
        notified();
        move(AuditMove.PAUSE, "inspection week", on(6, 6));
        move(AuditMove.RESUME, "", on(13, 6));
        PracticeAudit again = audit.again("A11-09", LocalDate.of(2011, 11, 1), LocalDate.of(2011, 11, 30), on(1, 7));
        assertThat(again.clock().steps())
                .filteredOn(s -> s.step() == AuditStep.COLLECT)
                .singleElement()
                .satisfies(s -> assertThat(s.offsetDays()).isEqualTo(AuditStep.COLLECT.usualOffset()));
    }

    @Test
    void returns_that_are_opened_again_may_get_another_last_day() {
        collecting();
        signedOff = Set.of(POLICE);
        move(AuditMove.CLOSE_RETURNS, "Schools are late", on(28, 6));
        assertThatThrownBy(() -> audit.moveStep(AuditStep.COLLECT, 40, "holidays", on(28, 6)))
                .isInstanceOf(Refusal.class);
        move(AuditMove.REOPEN_RETURNS, "Schools are back", on(29, 6));
        audit.moveStep(AuditStep.SIGN_OFF, 42, "holidays", on(29, 6));
        audit.moveStep(AuditStep.COLLECT, 40, "holidays", on(29, 6));
        assertThat(audit.returnsDueOn())
                .contains(audit.clock().dueOn(AuditStep.COLLECT).orElseThrow());
    }

    @Test
    void nothing_happens_to_a_cancelled_audit() {
        invite(POLICE);
        shut(AuditMove.CANCEL, "", on(17, 5), Gate.NOTE_GIVEN);
        move(AuditMove.CANCEL, "overtaken by the inspection", on(17, 5));
        for (AuditMove move : AuditMove.values()) {
            shut(move, "anything", on(18, 5), Gate.WRONG_STATE);
        }
    }

    @Test
    void a_step_moves_with_its_reason_but_never_before_the_one_that_it_follows() {
        invite(POLICE);
        move(AuditMove.APPROVE_SCOPE, "minute 2", on(17, 5));
        AuditEvent moved = audit.moveStep(AuditStep.COLLECT, 27, "half-term", on(18, 5));
        assertThat(audit.returnsDueOn()).contains(LocalDate.of(2011, 6, 24));
        assertThat(moved.detail()).isEqualTo("Returns due: day 25 to day 27");
        assertThat(moved.reason()).contains("half-term");
        assertThatThrownBy(() -> audit.moveStep(AuditStep.COLLECT, 9, "sooner", on(18, 5)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Agencies notified");
        assertThatThrownBy(() -> audit.moveStep(AuditStep.SCOPE, 1, "later", on(18, 5)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is done");
    }

    @Test
    void no_agency_joins_once_the_others_have_their_cases() {
        notified();
        assertThatThrownBy(() -> invite(77)).isInstanceOf(Refusal.class).hasMessageContaining("notified already");
    }

    @Test
    void a_copy_has_everything_but_what_happened() {
        collecting();
        PracticeAudit again = audit.again("A11-09", LocalDate.of(2011, 11, 1), LocalDate.of(2011, 11, 30), on(1, 7));
        assertThat(again.state()).isEqualTo(AuditState.SCOPED);
        assertThat(again.agencyIds()).isEqualTo(audit.agencyIds());
        assertThat(again.toolVersionId()).isEqualTo(audit.toolVersionId());
        assertThat(again.scopeApprovedOn()).isEmpty();
        assertThat(again.clock().steps())
                .allMatch(s -> s.doneOn().isEmpty() && s.dueOn().isEmpty());
        assertThat(again.agencies()).allMatch(a -> a.receiptOn().isEmpty());
        assertThat(again.reauditOf()).isEmpty();
    }

    private void sampled() {
        List.of(POLICE, HEALTH, SCHOOLS).forEach(this::invite);
        move(AuditMove.APPROVE_SCOPE, "minute 2", on(17, 5));
        audit.useTool(1, "version 1", on(17, 5));
        move(AuditMove.PILOT, "", on(20, 5));
        audit.drawn("by hand", on(27, 5));
    }

    private void notified() {
        sampled();
        move(AuditMove.NOTIFY, "", on(1, 6));
    }

    private void collecting() {
        notified();
        move(AuditMove.OPEN_RETURNS, "", on(7, 6));
    }

    private void invite(long agency) {
        audit.invite(agency, AgencyPart.REFERRER, on(16, 5));
    }

    private void move(AuditMove move, String note, Happening when) {
        audit.move(move, note, facts(), when);
    }

    private java.util.Optional<GateIsShut> gate(AuditMove move, String note, Happening when) {
        return audit.gate(move, note, facts(), when);
    }

    private void shut(AuditMove move, String note, Happening when, Gate gate) {
        AuditState before = audit.state();
        assertThatThrownBy(() -> move(move, note, when))
                .isInstanceOfSatisfying(
                        GateIsShut.class, shut -> assertThat(shut.gate()).isEqualTo(gate));
        assertThat(audit.state()).isEqualTo(before);
    }

    private GateFacts facts() {
        return new GateFacts(
                Map.of(POLICE, "Police", HEALTH, "Health", SCHOOLS, "Schools"),
                signedOff,
                reopened,
                24,
                codesWaiting,
                panel);
    }

    private static Happening on(int day, int month) {
        LocalDate on = LocalDate.of(2011, month, day);
        return new Happening(on, on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), "lead", CALENDAR);
    }
}
