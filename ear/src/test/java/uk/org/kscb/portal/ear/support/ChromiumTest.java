package uk.org.kscb.portal.ear.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    @Test
    void without_a_browser_one_line_says_so_and_how_to_get_one() {
        assertThat(Chromium.find(Map.of("PATH", "/nowhere"))).isEmpty();
        assertThat(Chromium.MISSING).doesNotContain("\n").contains("skipped", "apt-get install chromium", "CHROMIUM=");
    }

    @Test
    void it_is_found_on_the_path_and_the_one_that_is_named_wins(@TempDir Path folder) throws IOException {
        Path browser = Files.createFile(folder.resolve("chromium"));
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        assertThat(Chromium.find(Map.of("PATH", "/nowhere:" + folder))).contains(browser);
        assertThat(Chromium.find(Map.of("PATH", folder.toString(), "CHROMIUM", "/opt/chrome")))
                .contains(Path.of("/opt/chrome"));
    }
}
