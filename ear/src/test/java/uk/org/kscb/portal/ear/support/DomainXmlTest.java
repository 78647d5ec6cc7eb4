package uk.org.kscb.portal.ear.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainXmlTest {
    private static final String SHIPPED = Stream.concat(
                    Ports.SERVER.keySet().stream()
                            .filter(port -> port != 7676)
                            .map(port -> "<listener port=\"" + port + "\"/>"),
                    Stream.of("<property name=\"JMS_PROVIDER_PORT\" value=\"7676\"/>"))
            .collect(Collectors.joining("\n"));

    /** 8181, 8585 and 7676 lead one port to where another one comes from. */
    @ParameterizedTest
    @ValueSource(strings = {"8080", "8181", "8585", "7676", "9080"})
    void every_port_moves_once(String http) {
        Ports ports = Ports.withHttpOn(http);
        List<Integer> moved = Pattern.compile("\"(\\d+)\"")
                .matcher(new DomainXml(SHIPPED).onPorts(ports).toString())
                .results()
                .map((MatchResult at) -> Integer.valueOf(at.group(1)))
                .toList();
        assertThat(moved)
                .containsExactlyInAnyOrderElementsOf(
                        Ports.SERVER.keySet().stream().map(ports::moved).toList());
    }

    @Test
    void a_server_that_names_other_ports_is_refused() {
        assertThatThrownBy(() -> new DomainXml("<listener port=\"8080\"/>").onPorts(Ports.withHttpOn("9080")))
                .hasMessageContaining("names only [8080]");
    }
}
