package uk.org.kscb.portal.practiceaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BridgeTest {
    private static final List<Bridge.Line> LINES = List.of(
            new Bridge.Line(1, 2, "Q1", "Q1"),
            new Bridge.Line(1, 2, "Q2", "Q3"),
            new Bridge.Line(2, 5, "Q1", "Q1"),
            new Bridge.Line(2, 5, "Q3", "Q4"),
            new Bridge.Line(2, 5, "Q2", "Q2"),
            new Bridge.Line(5, 6, "Q4", "Q7"),
            new Bridge.Line(5, 6, "Q2", "Q8"));

    @Test
    void between_neighbours_it_is_what_was_written() {
        assertThat(Bridge.between(1, 2, LINES)).isEqualTo(Map.of("Q1", "Q1", "Q3", "Q2"));
    }

    @Test
    void over_versions_between_it_follows_each_question_and_loses_those_that_one_step_does_not_name() {
        assertThat(Bridge.between(1, 5, LINES)).isEqualTo(Map.of("Q1", "Q1", "Q4", "Q2"));
        assertThat(Bridge.between(1, 6, LINES)).isEqualTo(Map.of("Q7", "Q2"));
    }

    @Test
    void where_no_bridges_lead_there_is_nothing_to_follow() {
        assertThat(Bridge.between(3, 6, LINES)).isEmpty();
        assertThat(Bridge.between(6, 1, LINES)).as("backwards").isEmpty();
        assertThat(Bridge.between(1, 1, LINES)).isEmpty();
    }
}
