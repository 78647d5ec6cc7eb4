package uk.org.kscb.portal.web.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void where_the_procedures_have_an_address_it_is_a_link_and_only_a_safe_one() {
        Line line = line("Missing children https://procedures.example/missing");
        assertThat(line.procedureLink()).isEqualTo("https://procedures.example/missing");
        assertThat(line.procedureWords()).isEqualTo("Missing children");
        assertThat(line("https://procedures.example/").procedureWords()).isEqualTo("Multi-agency procedures");
        assertThat(line("Chapter 5").procedureLink()).isNull();
        assertThat(line("javascript:alert(1)").procedureLink()).isNull();
        assertThat(line(null).procedureLink()).isNull();
    }

    private static Line line(@Nullable String procedure) {
        return new Line("I13", 2, "", "", "", "", false, null, null, procedure, null);
    }
}
