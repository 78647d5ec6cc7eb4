package uk.org.kscb.portal.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInAddressTest {

    @Test
    void after_signing_in_somebody_is_where_they_wanted_to_be() {
        assertThat(SignInAddress.next("/actions?show=joint&q=a+b")).isEqualTo("/actions?show=joint&q=a+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/sign-in?next=/sign-in",
                "/session/end",
                ""
            })
    void nobody_is_sent_to_another_site_or_in_a_circle(String next) {
        assertThat(SignInAddress.next(next)).isEqualTo("/home");
    }

    @Test
    void without_a_wish_it_is_the_home_page() {
        assertThat(SignInAddress.next(null)).isEqualTo("/home");
    }
}
