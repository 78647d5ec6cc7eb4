package uk.org.kscb.portal.referral.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.referral.Consent;
import uk.org.kscb.portal.referral.Decision;
import uk.org.kscb.portal.referral.ReferrerPost;
import uk.org.kscb.portal.referral.TakeReceipt;
import uk.org.kscb.portal.referral.ToldHow;
import uk.org.kscb.portal.referral.model.Receipt.Deadlines;
import uk.org.kscb.portal.referral.model.Receipt.Recorder;

class ReceiptTest {
    private static final Instant RECEIVED = Instant.parse("2011-06-14T10:00:00Z");
    private static final Instant DAY_ENDS = Instant.parse("2011-06-15T22:59:59Z");
    private static final Instant TELL_BY = Instant.parse("2011-06-20T22:59:59Z");
    private static final Recorder DESK = new Recorder(1, 10, RECEIVED.plus(Duration.ofHours(30)));

    private final Receipt receipt = Receipt.taken(
            new TakeReceipt("0123456789abcdef", ReferrerPost.TEACHER, 4, true, Consent.UNSAFE_TO_ASK),
            2,
            20,
            new Deadlines(RECEIVED, RECEIVED.plus(Duration.ofHours(24)), DAY_ENDS, DAY_ENDS, 3, false));

    private static Instant after(int hours) {
        return RECEIVED.plus(Duration.ofHours(hours));
    }

    @Test
    void a_referral_is_not_decided_before_it_was_received() {
        assertThatThrownBy(() -> receipt.decide(Decision.ASSESSMENT, RECEIVED.minusSeconds(60), TELL_BY, DESK))
                .isInstanceOf(Receipt.BeforeReceived.class);
        assertThat(receipt.decidedAt()).isNull();
    }

    @Test
    void nothing_is_recorded_that_is_still_to_come() {
        assertThatThrownBy(() -> receipt.decide(Decision.ASSESSMENT, after(31), TELL_BY, DESK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("still to come");
        assertThatThrownBy(() -> receipt.acknowledge(after(31), DESK)).isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_is_told_of_what_was_not_decided() {
        assertThatThrownBy(() -> receipt.tell(ToldHow.WRITING, after(5), DESK))
                .isInstanceOf(Receipt.NothingDecided.class);
        receipt.decide(Decision.ASSESSMENT, after(6), TELL_BY, DESK);
        assertThatThrownBy(() -> receipt.tell(ToldHow.WRITING, after(5), DESK))
                .isInstanceOf(Receipt.ToldBeforeDecided.class);
        receipt.tell(ToldHow.WRITING, after(7), DESK);
        assertThat(receipt.toldAt()).isEqualTo(after(7));
    }

    @Test
    void the_first_decision_is_measured_and_a_later_one_is_told_anew() {
        receipt.decide(Decision.ASSESSMENT, after(2), TELL_BY, DESK);
        receipt.tell(ToldHow.WRITING, after(4), DESK);
        receipt.decide(Decision.SECTION_47, after(5), TELL_BY, DESK);
        assertThat(receipt.decision()).isEqualTo(Decision.SECTION_47);
        assertThat(receipt.decidedAt()).as("first decided").isEqualTo(after(2));
        assertThat(receipt.toldAt()).as("not yet of this one").isNull();
        assertThatThrownBy(() -> receipt.tell(ToldHow.WRITING, after(4), DESK))
                .isInstanceOf(Receipt.ToldBeforeDecided.class);
        receipt.tell(ToldHow.WRITING, after(6), DESK);
        assertThat(receipt.toldAt()).isEqualTo(after(6));
    }

    @Test
    void the_same_decision_again_corrects_its_time() {
        receipt.decide(Decision.ASSESSMENT, after(3), TELL_BY, DESK);
        receipt.decide(Decision.ASSESSMENT, after(2), TELL_BY, DESK);
        assertThat(receipt.decidedAt()).isEqualTo(after(2));
        receipt.decide(Decision.ASSESSMENT, after(4), TELL_BY, DESK);
        assertThat(receipt.decidedAt()).isEqualTo(after(4));
    }

    @Test
    void the_time_of_a_letter_can_be_corrected_and_a_call_does_not_take_it_back() {
        receipt.decide(Decision.ASSESSMENT, after(2), TELL_BY, DESK);
        receipt.tell(ToldHow.WRITING, after(4), DESK);
        receipt.tell(ToldHow.VOICE, after(5), DESK);
        assertThat(receipt.toldAt()).isEqualTo(after(4));
        receipt.tell(ToldHow.WRITING, after(20), DESK);
        assertThat(receipt.toldAt()).isEqualTo(after(20));
        assertThat(receipt.toldHow()).isEqualTo(ToldHow.WRITING);
    }

    @Test
    void i_was_never_told_is_said_after_the_decision_or_after_its_day() {
        Recorder sameDay = new Recorder(2, 20, after(2));
        assertThatThrownBy(() -> receipt.sayNeverTold(sameDay)).isInstanceOf(Receipt.StillTime.class);
        receipt.sayNeverTold(new Recorder(2, 20, DAY_ENDS.plusSeconds(1)));
        assertThat(receipt.neverToldAt()).isEqualTo(DAY_ENDS.plusSeconds(1));
    }
}
