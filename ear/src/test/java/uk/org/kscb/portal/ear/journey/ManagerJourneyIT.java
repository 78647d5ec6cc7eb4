package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** The KSCB manager brings a plan in, takes it back, and says who contributes. Each test leaves the plan as it was. */
class ManagerJourneyIT extends BrowserTest {

    @Test
    void an_import_is_looked_at_confirmed_and_undone() {
        Page page = Browser.as("kscb", 1280, 900);
        String preview = Imports.upload(page, AlteredPlan.file(page, "altered.json"));
        Locator changes = page.locator("section[aria-labelledby=changes]");
        assertThat(changes).containsText("Removed: 0");
        assertThat(changes).containsText("Changed: 1");
        assertThat(changes).containsText("Added: 0");
        assertThat(changes).containsText(AlteredPlan.AFTER);
        assertThat(title(page)).as("before the confirmation").isEqualTo(AlteredPlan.BEFORE);

        page.navigate(preview);
        Imports.confirm(page);
        assertThat(title(page)).isEqualTo(AlteredPlan.AFTER);

        page.navigate(preview);
        Imports.undo(page);
        assertThat(title(page)).isEqualTo(AlteredPlan.BEFORE);
        page.navigate("/plan/imports");
        assertThat(page.locator("tbody tr").first()).containsText("altered.json");
    }

    @Test
    void what_had_to_be_interpreted_is_shown_before_anything_changes() {
        Page page = Browser.as("kscb", 1280, 900);
        Imports.upload(page, AlteredPlan.table("night-rota.csv"));
        Locator oddities = page.locator("section[aria-labelledby=oddities]");
        assertThat(oddities).containsText("“31 September 2011”");
        assertThat(oddities).containsText("9.1.1");
        assertThat(page.locator("section[aria-labelledby=changes]")).containsText("Added: 2");
        Imports.cancel(page);
        assertThat(page.locator("#confirm")).hasCount(0);
        page.navigate("/actions/9.1.1");
        assertThat(page.locator("h1")).not().containsText("Agree who answers");
    }

    @Test
    void a_file_that_is_no_plan_comes_back_with_a_sentence_at_its_field() {
        Page page = Browser.as("kscb", 1280, 900);
        page.navigate("/plan/imports/new");
        page.setInputFiles(
                "#file",
                new com.microsoft.playwright.options.FilePayload(
                        "letter.docx",
                        "application/octet-stream",
                        "Dear board".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator("#read").click();
        assertThat(page.locator("#problems a[href='#file']")).hasCount(1);
        assertThat(page.locator("#file-error")).not().isEmpty();
    }

    @Test
    void a_file_of_21_megabytes_comes_back_with_the_limit() {
        Page page = Browser.as("kscb", 1280, 900);
        page.navigate("/plan/imports/new");
        page.setInputFiles(
                "#file",
                new com.microsoft.playwright.options.FilePayload("plan.csv", "text/csv", new byte[21 * 1024 * 1024]));
        page.locator("#read").click();
        assertThat(page.locator("main")).containsText("20 MB");
        page.navigate("/plan/imports");
        assertThat(page.locator("main")).not().containsText("plan.csv");
    }

    @Test
    void a_file_with_unknown_headings_asks_which_column_is_which() {
        Page page = Browser.as("kscb", 1280, 900);
        Imports.upload(page, AlteredPlan.foreign("vorhaben.csv"));
        assertThat(page.locator("main")).containsText("Say which column is which");
        assertThat(page.locator("#confirm")).hasCount(0);
        Browser.screenshot(page, "import-columns");
        page.selectOption("#column-ref", "0");
        page.selectOption("#column-action", new com.microsoft.playwright.options.SelectOption().setLabel("Vorhaben"));
        page.selectOption("#column-timescale", "2");
        page.selectOption("#column-lead", "3");
        page.locator("#again").click();
        assertThat(page.locator(".notice-once")).containsText("Read again");
        assertThat(page.locator("#confirm")).hasCount(1);
        assertThat(page.locator("section[aria-labelledby=changes]")).containsText("Publish the rota");
        Imports.cancel(page);
    }

    @Test
    void an_agency_is_added_and_removed_and_the_marker_stays_as_written() {
        Page page = Browser.as("kscb", 1280, 900);
        page.navigate("/actions/2.1.8");
        String marker = marker(page);
        page.locator("summary", text("Add a contributing agency")).click();
        page.selectOption("#agency", "PROBATION");
        page.fill("#owes-what", "Name who answers on nights");
        page.locator("#add-it").click();
        Locator row = page.locator("section[aria-labelledby=owes] tbody tr", text("Name who answers on nights"));
        assertThat(row).hasCount(1);
        assertThat(marker(page)).isEqualTo(marker);

        Page probation = Browser.as("probation", 1280, 900);
        probation.navigate("/actions/2.1.8");
        assertThat(probation.locator("#accept-it")).isVisible();

        row.locator("summary").click();
        row.locator("[type=submit]").click();
        assertThat(row).hasCount(0);
        assertThat(marker(page)).isEqualTo(marker);
        probation.reload();
        assertThat(probation.locator("#accept-it")).hasCount(0);
    }

    private static String title(Page page) {
        page.navigate("/actions/" + AlteredPlan.REF);
        return page.locator("h1").innerText();
    }

    private static String marker(Page page) {
        return page.locator("dt:has-text('Joint with') + dd").innerText();
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
