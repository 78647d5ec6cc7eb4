package uk.org.kscb.portal.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.web.shell.Pager.Step;

class PagerTest {

    @Test
    void a_long_list_shows_first_last_and_those_around() {
        Pager pager = Pager.of(1000, 10, 50, n -> "?page=" + n);
        assertThat(pager.words()).isEqualTo("451 to 500 of 1,000");
        assertThat(pager.steps().stream().map(s -> s.gap() ? "…" : s.label()))
                .containsExactly("1", "…", "8", "9", "10", "11", "12", "…", "20");
        assertThat(pager.steps()).filteredOn(Step::here).extracting(Step::label).containsExactly("10");
    }

    @Test
    void an_empty_list_has_one_page() {
        assertThat(Pager.of(0, 1, 50, n -> "").words()).isEqualTo("0 to 0 of 0");
        assertThat(Pager.of(0, 1, 50, n -> "").pages()).isEqualTo(1);
    }
}
