package uk.org.kscb.portal.practiceaudit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.PlanLine;
import uk.org.kscb.portal.practiceaudit.ProgrammeTopic;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.LineState;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.State;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.What;
import uk.org.kscb.portal.practiceaudit.Recurrence;

/** A year of audits: written, approved by the Safeguarding Board, changed with the chair's word alone. */
class ProgrammeTest {
    private static final LocalDate MARCH = LocalDate.of(2011, 3, 28);
    private static final LocalDate JUNE = LocalDate.of(2011, 6, 15);
    private final Programme year = new Programme(2011, "lead", Instant.EPOCH);

    @Test
    void a_year_is_approved_by_the_safeguarding_board_and_by_no_other() {
        plan("Referrals", Recurrence.ONCE, "");
        assertThatThrownBy(() -> year.approve("Improvement Board", "item 5", "board", MARCH))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("still a draft");
        year.propose(MARCH);
        year.approve("Improvement Board", "item 5", "board", MARCH);
        assertThat(year.state()).isEqualTo(State.PROPOSED);
        assertThatThrownBy(() -> year.approve("Improvement Board", "item 6", "board", MARCH))
                .hasMessageContaining("already");
        year.approve(Programme.DECIDING_BOARD, "item 7", "board2", MARCH);
        assertThat(year.state()).isEqualTo(State.APPROVED);
        assertThat(year.approvedOn()).contains(MARCH);
    }

    @Test
    void an_empty_year_goes_before_no_board_and_no_approval_comes_without_a_minute() {
        assertThatThrownBy(() -> year.propose(MARCH)).isInstanceOf(Refusal.class);
        plan("Referrals", Recurrence.ONCE, "");
        year.propose(MARCH);
        assertThatThrownBy(() -> year.approve(Programme.DECIDING_BOARD, " ", "board2", MARCH))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).isEqualTo("minute"));
    }

    @Test
    void a_balanced_year_covers_the_front_door_early_help_care_and_a_reaudit() {
        plan("Referrals", Recurrence.ONCE, "", ProgrammeTopic.FRONT_DOOR, ProgrammeTopic.REAUDIT);
        assertThat(year.lacking()).containsExactlyInAnyOrder(ProgrammeTopic.EARLY_HELP, ProgrammeTopic.IN_CARE);
    }

    @Test
    void in_an_approved_year_an_audit_comes_in_with_a_reason_and_the_chairs_word() {
        approved();
        assertThatThrownBy(() -> plan("Missing children", Recurrence.ONCE, ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chair decides");
        ProgrammeLine line = plan("Missing children", Recurrence.ONCE, "Two serious incidents in May");
        assertThat(line.state()).isEqualTo(LineState.PROPOSED);
        ProgrammeChange add =
                year.ask(line.publicId(), What.ADD, null, null, "Two serious incidents in May", "lead", JUNE);
        assertThatThrownBy(() -> add.decide(true, null, "lead", JUNE)).hasMessageContaining("does not decide");
        add.decide(true, null, "chair", JUNE);
        assertThat(line.state()).isEqualTo(LineState.PLANNED);
        assertThatThrownBy(() -> add.decide(false, "no", "chair", JUNE)).hasMessageContaining("already");
    }

    @Test
    void a_change_that_the_chair_refuses_leaves_the_year_as_it_was() {
        ProgrammeLine line = approved();
        ProgrammeChange move = year.ask(line.publicId(), What.MOVE, 3, 3, "Staff are short", "lead", JUNE);
        assertThatThrownBy(() -> move.decide(false, " ", "chair", JUNE)).hasMessageContaining("Say why not");
        move.decide(false, "It has waited long enough", "chair", JUNE);
        assertThat(line.quarterFrom()).isEqualTo(1);
        year.ask(line.publicId(), What.MOVE, 3, 3, "Staff are short", "lead", JUNE)
                .decide(true, null, "chair", JUNE);
        assertThat(line.quarterFrom()).isEqualTo(3);
        year.ask(line.publicId(), What.DROP, null, null, "Inspected instead", "lead", JUNE)
                .decide(true, null, "chair", JUNE);
        assertThat(line.state()).isEqualTo(LineState.DROPPED);
    }

    @Test
    void an_approved_line_is_not_just_taken_out() {
        ProgrammeLine line = approved();
        assertThatThrownBy(() -> year.takeOut(line.publicId())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> year.ask(line.publicId(), What.DROP, null, null, "", "lead", JUNE))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).isEqualTo("reason"));
    }

    @Test
    void what_comes_round_again_is_taken_over_once() {
        plan("Referrals", Recurrence.EVERY_YEAR, "");
        plan("Vignettes", Recurrence.ONCE, "");
        Programme next = new Programme(2012, "lead", Instant.EPOCH);
        next.takeOver(year);
        next.takeOver(year);
        assertThat(next.lines()).extracting(ProgrammeLine::theme).containsExactly("Referrals");
    }

    @Test
    void a_rule_says_in_which_quarters_an_audit_begins() {
        assertThat(Recurrence.QUARTER.quarters(2)).containsExactly(2, 3, 4);
        assertThat(Recurrence.HALF_YEAR.quarters(1)).containsExactly(1, 3);
        assertThat(Recurrence.EVERY_YEAR.quarters(4)).containsExactly(4);
        assertThat(Recurrence.ONCE.comesBack()).isFalse();
    }

    @Test
    void a_line_that_began_in_mid_year_has_all_its_rounds_in_the_next() {
        plan("Referrals", Recurrence.QUARTER, "").move(3, 3);
        plan("Supervision", Recurrence.HALF_YEAR, "").move(4, 4);
        plan("Section 11", Recurrence.EVERY_YEAR, "").move(2, 3);
        Programme next = new Programme(2012, "lead", Instant.EPOCH);
        next.takeOver(year);
        assertThat(next.lines())
                .extracting(ProgrammeLine::quarters)
                .containsExactly(List.of(1, 2, 3, 4), List.of(2, 4), List.of(2));
        assertThat(next.lines().getLast().quarterUntil()).isEqualTo(3);
    }

    @Test
    void what_is_before_the_board_goes_back_when_it_changes_and_is_approved_anew() {
        plan("Referrals", Recurrence.ONCE, "");
        ProgrammeLine second = plan("Vignettes", Recurrence.ONCE, "");
        year.propose(MARCH);
        year.approve("Improvement Board", "item 5", "board", MARCH);
        year.takeOut(second.publicId());
        assertThat(year.state()).isEqualTo(State.DRAFT);
        assertThat(year.approvals()).isEmpty();
        year.propose(MARCH);
        year.approve("Improvement Board", "item 6", "board", MARCH);
        plan("Missing children", Recurrence.ONCE, "");
        assertThat(year.state()).isEqualTo(State.DRAFT);
    }

    private ProgrammeLine approved() {
        ProgrammeLine line = plan("Referrals", Recurrence.ONCE, "");
        year.propose(MARCH);
        year.approve(Programme.DECIDING_BOARD, "item 7", "board2", MARCH);
        return line;
    }

    private ProgrammeLine plan(String theme, Recurrence recurrence, String reason, ProgrammeTopic... topics) {
        return year.plan(
                new PlanLine(
                        2011,
                        theme,
                        "An inspection",
                        AuditKind.THEMATIC,
                        "KSCB manager",
                        Set.of("POLICE"),
                        1,
                        1,
                        20,
                        null,
                        "",
                        Set.of(topics),
                        recurrence,
                        reason),
                Set.of(3L));
    }
}
