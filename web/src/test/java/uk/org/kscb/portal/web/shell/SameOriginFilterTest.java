package uk.org.kscb.portal.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginFilterTest {
    private static final String HOST = "portal.example:8080";

    @Test
    void our_own_form_may_send() {
        assertThat(SameOriginFilter.ownPage("same-origin", "http://portal.example:8080", null, HOST))
                .isTrue();
    }

    @Test
    void an_older_browser_that_only_names_the_origin_may_send() {
        assertThat(SameOriginFilter.ownPage(null, "http://portal.example:8080", null, HOST))
                .isTrue();
        assertThat(SameOriginFilter.ownPage(null, null, "http://portal.example:8080/actions", HOST))
                .isTrue();
    }

    @Test
    void another_site_may_not_send() {
        assertThat(SameOriginFilter.ownPage("cross-site", "https://evil.example", null, HOST))
                .isFalse();
        assertThat(SameOriginFilter.ownPage(null, "https://evil.example", null, HOST))
                .isFalse();
        assertThat(SameOriginFilter.ownPage(null, null, "https://evil.example/?http://portal.example:8080", HOST))
                .isFalse();
    }

    @Test
    void another_port_or_sister_host_is_another_site() {
        assertThat(SameOriginFilter.ownPage("same-site", "http://portal.example:9090", null, HOST))
                .isFalse();
        assertThat(SameOriginFilter.ownPage(null, "http://portal.example:9090", null, HOST))
                .isFalse();
    }

    @Test
    void a_sandboxed_page_and_a_silent_sender_may_not_send() {
        assertThat(SameOriginFilter.ownPage(null, "null", null, HOST)).isFalse();
        assertThat(SameOriginFilter.ownPage(null, null, null, HOST)).isFalse();
        assertThat(SameOriginFilter.ownPage("same-origin", null, null, null)).isFalse();
    }
}
