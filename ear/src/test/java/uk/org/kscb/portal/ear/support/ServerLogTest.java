package uk.org.kscb.portal.ear.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path folder;

    @Test
    void a_log_without_a_failure_says_nothing() throws IOException {
        assertThat(log("portal was successfully deployed in 9,809 milliseconds.")
                        .deploymentFailure())
                .isEmpty();
        assertThat(new ServerLog(folder.resolve("none")).deploymentFailure()).isEmpty();
    }

    @Test
    void a_failed_deployment_names_its_cause() throws IOException {
        assertThat(log("""
                        Exception while loading the app : CDI deployment failure:WELD-001408: Unsatisfied dependencies
                        Boot Command deploy failed PlainTextActionReporterFAILURE
                        """).deploymentFailure())
                .hasValueSatisfying(cause -> assertThat(cause).contains("WELD-001408"));
    }

    private ServerLog log(String text) throws IOException {
        return new ServerLog(Files.writeString(folder.resolve("server.log"), text));
    }
}
