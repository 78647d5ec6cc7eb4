package uk.org.kscb.portal.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionTest {

    @Test
    void references_sort_as_numbers() {
        List<String> sorted = Stream.of("2.4.10", "2.4.9", "10.1.1", "2.4.1", "2.4.9a")
                .sorted((a, b) -> Action.sortKey(a).compareTo(Action.sortKey(b)))
                .toList();
        assertThat(sorted).containsExactly("2.4.1", "2.4.9", "2.4.9a", "2.4.10", "10.1.1");
    }
}
