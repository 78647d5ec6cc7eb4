package uk.org.kscb.portal.ear.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/**
 * Takes the pictures that the README shows. {@code -Dscreenshots=keep} puts them into {@code config/screenshots}; otherwise
 * they are only looked over, in {@code ear/target/screenshots}.
 */
class ScreenshotsIT extends BrowserTest {
    /** Wide, and as on a phone. */
    private static final List<Integer> WIDTHS = List.of(1280, 390);

    private static final int HIGHEST = 1400;
    private static final int MOST_BYTES = 250_000;

    @Test
    void the_home_page_of_the_police() throws IOException {
        pictures("home", "police", "/home");
    }

    @Test
    void the_list_of_what_the_police_owe() throws IOException {
        pictures("actions", "police", "/actions?show=mine");
    }

    @Test
    void the_action_that_the_police_share_without_a_marker() throws IOException {
        pictures("action", "police", "/actions/2.2.4");
    }

    @Test
    void the_whole_plan() throws IOException {
        pictures("plan", "kscb", "/plan");
    }

    @Test
    void the_preview_of_an_import() throws IOException {
        Page page = Browser.as("kscb", 1280, 900);
        String preview = Imports.upload(page, AlteredPlan.file(page, "plan-with-april-changes.json"));
        pictures("import", "kscb", preview);
        page.navigate(preview);
        Imports.cancel(page);
    }

    @Test
    void what_an_audit_says() throws IOException {
        pictures("results", "kscb", "/practice-audits/A11-01/results");
    }

    @Test
    void the_guidance_as_a_practitioner_reads_it() throws IOException {
        pictures("guidance", "visitor", "/guidance?age=0-4&theme=Neglect");
    }

    private static void pictures(String name, String person, String address) throws IOException {
        for (int width : WIDTHS) {
            Page page = Browser.as(person, width, 900);
            page.navigate(address);
            page.evaluate("document.fonts.ready");
            Path file = Files.createDirectories(folder()).resolve(name + (width == 1280 ? "-wide" : "-390") + ".png");
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            page.setViewportSize(width, Math.min(height, HIGHEST));
            Picture.write(page.screenshot(), file);
            assertThat(file).isNotEmptyFile();
            assertThat(Files.size(file)).as("%s in bytes", file).isLessThan(MOST_BYTES);
        }
    }

    private static Path folder() {
        return "keep".equals(System.getProperty("screenshots"))
                ? Path.of(System.getProperty("portal.root"), "config", "screenshots")
                : Path.of(System.getProperty("portal.target"), "screenshots");
    }
}
