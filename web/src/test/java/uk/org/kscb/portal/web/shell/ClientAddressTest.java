package uk.org.kscb.portal.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private static final Set<String> PROXIES = ClientAddress.proxies(" 10.0.0.1, 10.0.0.2,");

    @Test
    void behind_our_proxies_the_address_that_they_passed_on_counts() {
        assertThat(ClientAddress.of("10.0.0.1", List.of("203.0.113.7"), PROXIES))
                .isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of("10.0.0.1", List.of("203.0.113.7, 10.0.0.2"), PROXIES))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void what_the_client_wrote_before_them_does_not() {
        assertThat(ClientAddress.of("10.0.0.1", List.of("1.1.1.1, 203.0.113.7"), PROXIES))
                .isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of("10.0.0.1", List.of("1.1.1.1", "203.0.113.7"), PROXIES))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void nobody_else_chooses_an_address() {
        assertThat(ClientAddress.of("198.51.100.9", List.of("203.0.113.7"), PROXIES))
                .isEqualTo("198.51.100.9");
        assertThat(ClientAddress.of("198.51.100.9", List.of("203.0.113.7"), ClientAddress.proxies(null)))
                .isEqualTo("198.51.100.9");
    }

    @Test
    void a_proxy_that_passes_nothing_on_is_the_address() {
        assertThat(ClientAddress.of("10.0.0.1", List.of(" ,"), PROXIES)).isEqualTo("10.0.0.1");
    }
}
