package uk.org.kscb.portal.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {
    private static final Duration USUAL = Duration.ofMinutes(20);

    @Test
    void what_nobody_sets_is_as_usual() {
        assertThat(SessionLimits.limit("X", null, USUAL)).isEqualTo(USUAL);
        assertThat(SessionLimits.limit("X", " ", USUAL)).isEqualTo(USUAL);
        assertThat(SessionLimits.limit("X", "PT15M", USUAL)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_limit_that_is_none_stops_the_start_with_its_name() {
        for (String bad : new String[] {"20", "PT0S", "-PT5M", "P2D", "for ever"}) {
            assertThatThrownBy(() -> SessionLimits.limit("PORTAL_SESSION_IDLE", bad, USUAL))
                    .as(bad)
                    .hasMessageContaining("PORTAL_SESSION_IDLE")
                    .hasMessageContaining("PT20M");
        }
    }

    @Test
    void limits_are_said_in_words() {
        assertThat(SessionLimits.words(Duration.ofMinutes(20))).isEqualTo("20 minutes");
        assertThat(SessionLimits.words(Duration.ofHours(10))).isEqualTo("ten hours");
        assertThat(SessionLimits.words(Duration.ofSeconds(8))).isEqualTo("eight seconds");
    }

    @Test
    void the_warning_comes_in_time_however_short_the_limit() {
        assertThat(SessionLimits.warning(USUAL)).isEqualTo(Duration.ofMinutes(2));
        assertThat(SessionLimits.warning(Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(1));
    }
}
