package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** A sign-in ends, and the person is told in time. */
class SessionJourneyIT extends BrowserTest {
    private static final int WARNS_AFTER = 18 * 60 * 1000;
    private static final int THE_REST = 3 * 60 * 1000;

    @Test
    void two_minutes_before_the_end_a_dialog_asks_and_extends() {
        Page page = Browser.as("kcc2", 1280, 900);
        page.clock().install();
        page.navigate("/home");
        Locator dialog = page.locator("#idle");
        page.clock().fastForward(WARNS_AFTER - 60_000);
        assertThat(dialog).isHidden();
        page.clock().fastForward(61_000);
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("2 minutes");
        var answer = page.waitForResponse(
                "**/session/extend", () -> dialog.locator("button").click());
        assertThat(answer.status()).isEqualTo(204);
        assertThat(dialog).isHidden();
        page.clock().fastForward(WARNS_AFTER - 60_000);
        assertThat(dialog).isHidden();
    }

    @Test
    void however_busy_the_end_after_ten_hours_is_told_in_time() {
        Page page = Browser.page(1280, 900);
        page.clock().install();
        Browser.signIn(page, "schools", "sample-schools-2011");
        Locator dialog = page.locator("#idle");
        for (int quarter = 1; quarter < 40; quarter++) {
            page.clock().fastForward(15 * 60 * 1000);
            page.evaluate("localStorage.setItem('portal-alive', String(Date.now()))");
        }
        assertThat(dialog).isHidden();
        page.clock().fastForward(13 * 60 * 1000 + 30_000);
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("signed in for ten hours");
        assertThat(dialog.locator("button")).isHidden();
        page.clock().fastForward(2 * 60 * 1000);
        page.waitForURL(url -> url.contains("/sign-in?ended=absolute"));
    }

    @Test
    void the_page_says_that_people_are_invented_and_which_day_it_is() {
        Page page = Browser.as("kcc2", 1280, 900);
        page.navigate("/home");
        assertThat(page.locator("body")).containsText("Sample data. Portal date Wednesday 15 June 2011.");
    }

    @Test
    void whoever_does_not_answer_is_brought_to_the_sign_in_page_and_told_why() {
        Page page = Browser.page(1280, 900);
        page.clock().install();
        Browser.signIn(page, "schools", "sample-schools-2011");
        page.clock().fastForward(WARNS_AFTER + 1000);
        page.clock().fastForward(THE_REST);
        page.waitForURL(url -> url.contains("/sign-in"));
        assertThat(page.locator("main")).containsText("20 minutes");
    }

    @Test
    void a_session_that_ends_in_the_middle_of_an_update_loses_nothing_typed() {
        String words = "Twelve schools visited " + System.nanoTime();
        Page page = Browser.page(1280, 900);
        Browser.signIn(page, "schools", "sample-schools-2011");
        UpdateForm form = UpdateForm.open(page, "2.4.10").status("ON_TRACK");
        page.locator("#done").pressSequentially(words);
        assertThat(page.locator("[data-draft-note]")).containsText("Draft kept");
        page.context().clearCookies();
        form.send();
        page.waitForURL(url -> url.contains("/sign-in"));
        Browser.fillIn(page, "schools", "sample-schools-2011");
        page.waitForURL(url -> !url.contains("/sign-in"));
        if (!page.url().endsWith("/update")) {
            page.navigate("/actions/2.4.10/update");
        }
        assertThat(page.locator("#done")).hasValue(words);
        assertThat(page.locator("input[name=status][value=ON_TRACK]")).isChecked();
        form.send();
        assertThat(page.locator("section[aria-labelledby=updates]")).containsText(words);
        page.navigate("/actions/2.4.10/update");
        assertThat(page.locator("#done")).hasValue("");
    }

    @Test
    void after_signing_out_the_back_button_shows_nothing() {
        Page page = Browser.page(1280, 900);
        Browser.signIn(page, "voluntary", "sample-voluntary-2011");
        page.navigate("/actions/2.2.4");
        page.locator("header form button", new Page.LocatorOptions().setHasText("Sign out"))
                .click();
        page.waitForURL(url -> url.contains("/sign-in"));
        page.goBack();
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/sign-in"));
    }
}
