package uk.org.kscb.portal.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final Kept<String, Integer> kept = new Kept<>(2);
    private final AtomicInteger counts = new AtomicInteger();

    private int ask(String key, String stamp) {
        return kept.get(key, stamp, counts::incrementAndGet);
    }

    @Test
    void counts_once_for_each_stamp() {
        assertThat(ask("A11-03", "7-1-")).isEqualTo(1);
        assertThat(ask("A11-03", "7-1-")).isEqualTo(1);
        assertThat(ask("A11-03", "8-1-")).as("something changed").isEqualTo(2);
        assertThat(ask("A11-03", "7-1-")).as("only the last is kept").isEqualTo(3);
    }

    @Test
    void lets_go_what_was_not_asked_for_longest() {
        ask("first", "1");
        ask("second", "1");
        ask("first", "1");
        ask("third", "1");
        assertThat(ask("first", "1")).isEqualTo(1);
        assertThat(ask("second", "1")).isEqualTo(4);
    }

    @Test
    void a_stamp_is_made_of_numbers_of_any_kind() {
        assertThat(Kept.stamp(new Object[] {3L, BigDecimal.TEN, null})).isEqualTo("3-10-0-");
    }

    /** Some drivers answer text without a character set as bytes, whose printed form is another each time. */
    @Test
    void and_of_nothing_else() {
        byte[] bytes = "600.600".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Kept.stamp(new Object[] {bytes})).isInstanceOf(ClassCastException.class);
    }
}
