package uk.org.kscb.portal.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.exchange.GuidanceJson;

/** The data that a new portal starts with. */
class StartingEditionTest {
    private static final Set<String> ACT_TODAY =
            Set.of("I46", "I48", "I49", "I50", "I53", "I54", "I55", "I57", "I58", "I59", "I60", "I63", "I64");

    @Test
    void it_holds_64_indicators_at_four_levels_and_says_that_it_is_a_sample() throws IOException {
        GuidanceText text = starting();
        assertThat(text.sample()).isTrue();
        assertThat(text.levels())
                .extracting(GuidanceText.Level::name)
                .containsExactly("Universal", "Additional", "Intensive", "Specialist");
        assertThat(text.indicators()).hasSize(64);
        assertThat(text.at(1)).hasSize(8);
        assertThat(text.at(4)).hasSize(19);
        assertThat(text.examples())
                .extracting(GuidanceText.Example::id)
                .containsExactly("W1", "W2", "W3", "W4", "W5", "W6");
        assertThat(text.tests())
                .extracting(GuidanceText.LegalTest::section)
                .containsExactlyInAnyOrder("17", "20", "31", "43", "44", "46", "47");
        assertThat(text.disagreement()).hasSize(6);
        assertThat(text.gaps()).isEmpty();
    }

    @Test
    void those_that_open_the_act_today_panel_are_the_ones_of_the_brief() throws IOException {
        assertThat(starting().indicators().stream()
                        .filter(Indicator::immediateAction)
                        .map(Indicator::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(ACT_TODAY);
    }

    @Test
    void written_and_read_again_it_is_the_same() throws IOException {
        assertThat(GuidanceJson.read(GuidanceJson.write(starting()))).isEqualTo(starting());
    }

    static GuidanceText starting() throws IOException {
        try (InputStream in = GuidanceText.class.getResourceAsStream("starting-edition.json")) {
            return GuidanceJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
