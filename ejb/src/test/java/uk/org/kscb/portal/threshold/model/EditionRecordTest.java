package uk.org.kscb.portal.threshold.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.Body;
import uk.org.kscb.portal.threshold.EditionHead.State;
import uk.org.kscb.portal.threshold.model.EditionRecord.ApprovalIsMissing;
import uk.org.kscb.portal.threshold.model.EditionRecord.ChangedMeanwhile;
import uk.org.kscb.portal.threshold.model.EditionRecord.EditionIsClosed;
import uk.org.kscb.portal.threshold.model.EditionRecord.OvertakenByAnother;

/** The life of an edition, and what cannot happen in it. */
class EditionRecordTest {
    private static final LocalDate MARCH_21 = LocalDate.of(2011, 3, 21);
    private static final LocalDate MAY_3 = LocalDate.of(2011, 5, 3);
    private static final LocalDate MAY_12 = LocalDate.of(2011, 5, 12);
    private static final LocalDate JUNE_1 = LocalDate.of(2011, 6, 1);
    private static final LocalDate A_YEAR_ON = LocalDate.of(2012, 6, 1);
    private static final Instant THEN = Instant.EPOCH;

    @Test
    void from_draft_to_superseded_each_day_has_its_state() {
        EditionRecord one = inForceFrom(1, null, JUNE_1);
        EditionRecord two = inForceFrom(2, 1, JUNE_1.plusMonths(3));
        List<EditionRecord> all = List.of(one, two);
        assertThat(one.head(MAY_12, all).state()).isEqualTo(State.SCHEDULED);
        assertThat(one.head(JUNE_1, all).state()).isEqualTo(State.IN_FORCE);
        assertThat(one.head(JUNE_1.plusMonths(3).minusDays(1), all).state()).isEqualTo(State.IN_FORCE);
        assertThat(one.head(JUNE_1.plusMonths(3), all).state()).isEqualTo(State.SUPERSEDED);
        assertThat(one.head(JUNE_1, all).supersededOn()).isEqualTo(JUNE_1.plusMonths(3));
    }

    @Test
    void an_edition_with_one_approval_missing_does_not_come_into_force() {
        for (Body missing : List.of(Body.KSCB, Body.TRUST)) {
            EditionRecord edition = consulted(1, null);
            for (Body body : Body.values()) {
                if (body != missing) {
                    edition.approve(body, MAY_3, "Item 5", "somebody", MAY_12, THEN);
                }
            }
            assertThatThrownBy(() -> edition.schedule(JUNE_1, A_YEAR_ON, MAY_12, Optional.empty()))
                    .isInstanceOf(ApprovalIsMissing.class)
                    .hasMessageContaining(missing.title());
        }
    }

    @Test
    void the_improvement_board_is_asked_but_does_not_hold_it_up() {
        EditionRecord edition = approved(1, null);
        edition.schedule(JUNE_1, A_YEAR_ON, MAY_12, Optional.empty());
        assertThat(edition.effectiveFrom()).contains(JUNE_1);
    }

    @Test
    void what_one_board_has_approved_is_not_reworded_before_the_other_has() {
        EditionRecord edition = consulted(1, null);
        edition.approve(Body.TRUST, MAY_3, "Item 5", "somebody", MAY_3, THEN);
        assertThatThrownBy(() -> edition.reword(edition.revision(), "{}", "manager", THEN))
                .isInstanceOf(EditionIsClosed.class);
        edition.takeBack("The police found a mistake", "manager", THEN);
        edition.reword(edition.revision(), "{\"title\":\"new\"}", "manager", THEN);
        assertThat(edition.head(MAY_12, List.of(edition)).approvals()).isEmpty();
        assertThat(edition.head(MAY_12, List.of(edition)).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void what_both_have_approved_is_never_taken_back() {
        assertThatThrownBy(() -> approved(1, null).takeBack("Too late", "manager", THEN))
                .isInstanceOf(EditionIsClosed.class);
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told() {
        EditionRecord edition = consulted(1, null);
        assertThatThrownBy(() -> edition.reword(edition.revision() - 1, "{}", "manager", THEN))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessageContaining("Your words are still here");
    }

    @Test
    void of_two_drafts_begun_at_once_the_second_takes_in_what_the_first_changed() {
        EditionRecord one = inForceFrom(1, null, JUNE_1);
        EditionRecord two = approved(2, 1);
        EditionRecord three = approved(3, 1);
        two.schedule(JUNE_1.plusMonths(1), A_YEAR_ON, JUNE_1, Optional.of(one));
        assertThatThrownBy(() -> three.schedule(JUNE_1.plusMonths(2), A_YEAR_ON, JUNE_1, Optional.of(two)))
                .isInstanceOf(OvertakenByAnother.class)
                .hasMessageContaining("Edition 2");
    }

    @Test
    void dates_in_the_past_are_refused() {
        EditionRecord edition = approved(1, null);
        refused(() -> edition.schedule(MAY_12.minusDays(1), A_YEAR_ON, MAY_12, Optional.empty()), "effectiveFrom");
        refused(() -> edition.schedule(JUNE_1, JUNE_1, MAY_12, Optional.empty()), "reviewDue");
        EditionRecord draft = new EditionRecord(2, "Edition 2", 1, "{}", "manager", MARCH_21, THEN);
        refused(() -> draft.consult(MARCH_21, List.of(), MARCH_21), "until");
        EditionRecord open = consulted(3, null);
        refused(() -> open.approve(Body.KSCB, MAY_12.plusDays(1), "Item 5", "x", MAY_12, THEN), "decidedOn");
        refused(() -> open.approve(Body.KSCB, MARCH_21.minusDays(1), "Item 5", "x", MAY_12, THEN), "decidedOn");
        refused(() -> open.approve(Body.KSCB, MAY_12, " ", "x", MAY_12, THEN), "minute");
    }

    @Test
    void an_edition_in_force_gets_no_other_day() {
        EditionRecord edition = inForceFrom(1, null, JUNE_1);
        assertThatThrownBy(
                        () -> edition.schedule(JUNE_1.plusMonths(2), A_YEAR_ON, JUNE_1.plusDays(1), Optional.empty()))
                .isInstanceOf(EditionIsClosed.class);
    }

    @Test
    void nobody_approves_what_agencies_have_not_been_asked_about() {
        EditionRecord draft = new EditionRecord(1, "Edition 1", null, "{}", "manager", MARCH_21, THEN);
        assertThatThrownBy(() -> draft.approve(Body.KSCB, MAY_3, "Item 5", "x", MAY_3, THEN))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("consulted");
    }

    private static void refused(Runnable call, String field) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static EditionRecord inForceFrom(int number, @Nullable Integer basedOn, LocalDate day) {
        EditionRecord edition = approved(number, basedOn);
        edition.schedule(day, A_YEAR_ON, MAY_12, Optional.empty());
        return edition;
    }

    private static EditionRecord approved(int number, @Nullable Integer basedOn) {
        EditionRecord edition = consulted(number, basedOn);
        edition.approve(Body.TRUST, MAY_3, "Item 5", "somebody", MAY_12, THEN);
        edition.approve(Body.KSCB, MAY_12, "Item 4", "somebody", MAY_12, THEN);
        return edition;
    }

    private static EditionRecord consulted(int number, @Nullable Integer basedOn) {
        EditionRecord edition =
                new EditionRecord(number, "Edition " + number, basedOn, "{}", "manager", MARCH_21, THEN);
        edition.consult(MARCH_21.plusDays(25), List.of(), MARCH_21);
        return edition;
    }
}
