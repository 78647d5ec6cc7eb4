package uk.org.kscb.portal.ear.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @Test
    void an_old_java_is_refused_in_one_line() {
        assertOneLine(() -> Preflight.javaIsNewEnough(17), "needs Java 21 or newer; this is Java 17");
        assertThatCode(() -> Preflight.javaIsNewEnough(21)).doesNotThrowAnyException();
    }

    @Test
    void a_port_in_use_is_named_with_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertOneLine(
                    () -> Preflight.portsAreFree(Map.of(port, "the database")),
                    "Port " + port + " (the database) is in use",
                    "PORTAL_PORT=");
        }
    }

    @Test
    void a_free_port_is_accepted() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }
        int free = port;
        assertThatCode(() -> Preflight.portsAreFree(Map.of(free, "the database")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_full_disk_says_how_much_is_missing() {
        assertOneLine(
                () -> Preflight.diskHasRoom(Path.of("/home/anna"), 12_000_000, 1_500_000_000),
                "/home/anna has 12 MB free and 1500 MB are needed");
    }

    @Test
    void a_second_portal_in_the_same_folder_is_told_about_the_first(@TempDir Path home) throws IOException {
        try (WorkspaceLock first = WorkspaceLock.take(home, "http://localhost:8080")) {
            assertThat(first).isNotNull();
            assertOneLine(
                    () -> WorkspaceLock.take(home, "http://localhost:8090"),
                    "Another portal already runs from " + home,
                    "http://localhost:8080",
                    "PORTAL_HOME");
        }
        assertThatCode(() -> WorkspaceLock.take(home, "http://localhost:8090").close())
                .doesNotThrowAnyException();
    }

    @Test
    void a_machine_without_a_built_in_database_is_pointed_to_mysql() {
        assertOneLine(() -> Preflight.databaseRunsHere("Mac OS X", "aarch64"), "Mac OS X", "PORTAL_DB_URL");
    }

    @Test
    void all_ports_move_together() {
        Ports ports = Ports.withHttpOn("8180");
        assertThat(ports.http()).isEqualTo(8180);
        assertThat(ports.database()).isEqualTo(13406);
        assertThat(ports.all()).containsKeys(8180, 13406, 4948);
    }

    @Test
    void a_port_that_is_no_number_or_out_of_range_is_refused_in_one_line() {
        assertOneLine(() -> Ports.withHttpOn("http"), "PORTAL_PORT is \"http\", which is not a number");
        assertOneLine(() -> Ports.withHttpOn("80"), "PORTAL_PORT is 80", "between 5500 and 60000");
    }

    @Test
    void a_port_that_browsers_refuse_is_refused_in_one_line() {
        assertOneLine(() -> Ports.withHttpOn("10080"), "10080", "browsers refuse");
    }

    private static void assertOneLine(org.assertj.core.api.ThrowableAssert.ThrowingCallable check, String... parts) {
        assertThatThrownBy(check)
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll(parts)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("\n"));
    }
}
