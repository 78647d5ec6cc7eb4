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
