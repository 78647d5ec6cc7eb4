package uk.org.kscb.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLintTest {
    private static final Path PAGES = Path.of("src", "main", "webapp");

    static List<Path> pages() throws IOException {
        try (var all = Files.walk(PAGES)) {
            return all.filter(file -> file.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_page_is_clean(Path page) throws IOException {
        assertThat(PageLint.faults(Files.readString(page))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h:outputText value=\"#{action.text}\" escape=\"false\"/>",
                "<p style=\"color:red\">",
                "<style>p {}</style>",
                "<script>go()</script>",
                "<script type=\"module\">go()</script>",
                "<button\n  onclick=\"go()\">",
                "<a href=\"javascript:go()\">",
                "<h:panelGroup rendered=\"#{viewer.hasRole('x')}\">",
                "<h:panelGroup rendered=\"#{viewer.roles.contains('MANAGER')}\">"
            })
    void each_fault_is_found(String page) {
        assertThat(PageLint.faults("<p>good</p>\n" + page))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("line 2");
    }

    @Test
    void a_page_that_is_too_long_is_found() {
        assertThat(PageLint.faults("<p/>\n".repeat(121))).containsExactly("121 lines, more than 120");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"#{assets.base}/portal.js\"></script>",
                "<h:panelGroup rendered=\"#{shell.may('READ_PLAN')}\">",
                "<k:field label=\"Condition\" once=\"true\"/>"
            })
    void what_is_allowed_is_not_found(String page) {
        assertThat(PageLint.faults(page)).isEmpty();
    }
}
