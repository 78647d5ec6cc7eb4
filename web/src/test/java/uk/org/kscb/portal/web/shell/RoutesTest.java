package uk.org.kscb.portal.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.web.shell.Routes.Route;

class RoutesTest {

    @Test
    void an_actions_reference_reaches_its_view_as_a_parameter() {
        assertThat(Routes.find("/actions/2.4.7").orElseThrow().target()).isEqualTo("/plan/action.xhtml?ref=2.4.7");
    }

    @Test
    void a_fixed_address_wins_over_one_with_a_parameter() {
        assertThat(Routes.find("/plan/imports/new").orElseThrow().route().address())
                .isEqualTo("/plan/imports/new");
    }

    @Test
    void a_parameter_cannot_smuggle_in_another() {
        assertThat(Routes.find("/actions/2.4.7&asAt=2011-01-01").orElseThrow().target())
                .isEqualTo("/plan/action.xhtml?ref=2.4.7%26asAt=2011-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan/action.xhtml",
                "/shell/error",
                "/WEB-INF/web.xml",
                "/actions/",
                "//actions",
                "/Actions",
                "/%61ctions",
                "/actions;x=1",
                ""
            })
    void whatever_is_no_address_of_a_page_leads_nowhere(String path) {
        assertThat(Routes.find(path)).isEmpty();
    }

    @Test
    void every_route_has_its_view() {
        assertThat(Routes.ALL)
                .filteredOn(route -> route.view().endsWith(".xhtml"))
                .allSatisfy(route -> assertThat(Path.of("src/main/webapp" + route.view()))
                        .matches(Files::exists, "the view of " + route.address()));
    }

    @Test
    void only_these_pages_are_open_to_everybody() {
        assertThat(Routes.ALL)
                .filteredOn(Route::open)
                .extracting(Route::address)
                .filteredOn(address -> !address.startsWith("/guidance"))
                .containsExactlyInAnyOrder("/sign-in", "/invitation/{secret}", "/help", "/who-may-do-what");
    }

    @Test
    void of_the_guidance_only_what_is_published_is_open_to_everybody() {
        assertThat(Routes.ALL)
                .filteredOn(Route::open)
                .extracting(Route::address)
                .filteredOn(address -> address.startsWith("/guidance"))
                .containsExactlyInAnyOrder(
                        "/guidance",
                        "/guidance/levels/{level}",
                        "/guidance/reference",
                        "/guidance/families",
                        "/guidance/sheet",
                        "/guidance/editions",
                        "/guidance/editions/{edition}",
                        "/guidance/changes",
                        "/guidance/download");
    }
}
