package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** An audit from the agencies' side of the table: answered on their own, nothing typed is lost, signed, moderated. */
class ReturnJourneyIT extends BrowserTest {
    private static final String RETURN = "/practice-audits/A11-03/return";

    @Test
    void an_auditor_answers_and_each_answer_is_saved_by_itself() {
        Page page = openCase(Browser.as("auditor", 1280, 900), 0);
        choose(page, "Q4", "NO");
        assertThat(page.locator("[data-saved]")).containsText("Saved");
        page.reload();
        assertThat(page.locator("#Q4 input[value=NO]")).isChecked();
        Browser.screenshot(page, "return-case-wide");
        page.setViewportSize(390, 844);
        Browser.screenshot(page, "return-case-390");
        assertThat(page.locator(".concern-bar a")).isInViewport();
    }

    @Test
    void a_lost_connection_loses_nothing_and_is_caught_up_with() {
        Page page = openCase(Browser.as("auditor", 1280, 900), 0);
        page.context().setOffline(true);
        page.locator("#n-Q2").fill("The language is missing " + System.nanoTime());
        assertThat(page.locator("[data-saved]")).containsText("No connection");
        String typed = page.locator("#n-Q2").inputValue();
        page.context().setOffline(false);
        assertThat(page.locator("[data-saved]")).containsText("Saved");
        page.reload();
        assertThat(page.locator("#n-Q2")).hasValue(typed);
    }

    @Test
    void a_session_that_ends_while_typing_loses_nothing() {
        Page page = Browser.page(1280, 900);
        Browser.signIn(page, "auditor", "sample-auditor-2011");
        openCase(page, 0);
        page.context().clearCookies();
        String typed = "Two adults are not listed " + System.nanoTime();
        page.locator("#n-Q3").fill(typed);
        assertThat(page.locator("[data-saved]")).containsText("signed out");
        page.locator("[data-saved] a").click();
        Browser.fillIn(page, "auditor", "sample-auditor-2011");
        page.waitForURL(url -> url.contains("/return/"));
        assertThat(page.locator("#n-Q3")).hasValue(typed);
        assertThat(page.locator("[data-saved]")).containsText("Saved");
    }

    @Test
    void what_looks_like_a_name_is_mended_before_it_is_sent() {
        Page page = openCase(Browser.as("auditor", 1280, 900), 0);
        page.locator("#n-Q1").fill("Mrs P was not asked");
        assertThat(page.locator("#Q1 [data-watch]")).containsText("looks like a name");
        Browser.screenshot(page, "return-name-wide");
        page.locator("#Q1 [data-watch] button").first().click();
        assertThat(page.locator("#n-Q1")).hasValue("mother was not asked");
        assertThat(page.locator("[data-saved]")).containsText("Saved");
    }

    @Test
    void the_page_and_the_portal_watch_by_the_same_rules() {
        Page page = openCase(Browser.as("auditor", 1280, 900), 0);
        for (String text : List.of(
                "Mrs P", "Sam Placeholder saw it", "ME14 1XQ", "01622 555 123", "943 476 5919", "born 3 May 2009")) {
            assertThat(((List<?>) page.evaluate("text => watchText(text)", text)))
                    .as(text)
                    .hasSize(1);
        }
        for (String text : List.of("943 476 5918", "Kent Police on Monday 4 April", "Q14 and I38, level 3")) {
            assertThat(((List<?>) page.evaluate("text => watchText(text)", text)))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void without_script_a_section_is_one_form() {
        Page page = Browser.withoutScriptAs("auditor", 1280, 900);
        openCase(page, 1);
        choose(page, "Q1", "YES");
        page.locator("#n-Q2").fill("Mrs P gave no answer");
        page.locator("#save").click();
        assertThat(page.locator("#problems")).containsText("looks like a name");
        page.locator("#Q2 [data-watch] input").check();
        page.locator("#save").click();
        assertThat(page.locator("#sec-head")).containsText("B.");
    }

    @Test
    void the_coordinator_gives_cases_and_cannot_sign_before_all_are_complete() {
        Page page = Browser.as("police", 1280, 900);
        page.navigate(RETURN);
        Browser.screenshot(page, "return-wide");
        page.locator("#signOff").click();
        assertThat(page.locator("#problems")).containsText("Not complete yet");
        page.setViewportSize(390, 844);
        Browser.screenshot(page, "return-390");
    }

    @Test
    void the_manager_reads_cases_side_by_side() {
        Page page = Browser.as("kscb", 1280, 900);
        page.navigate("/practice-audits/A11-01/moderation/A11-01-STF6");
        assertThat(page.locator("h1")).containsText("A11-01-STF6");
        Browser.screenshot(page, "moderation-case-wide");
        page.navigate("/practice-audits/A11-01/returns");
        Browser.screenshot(page, "returns-wide");
        page.navigate("/practice-audits/tools");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Version 1"))
                .first()
                .click();
        Browser.screenshot(page, "tool-wide");
    }

    /** The nth open case of the auditor's, section A; declares first where that is asked. */
    private static Page openCase(Page page, int nth) {
        page.navigate(RETURN);
        Locator open = page.locator("main tr", new Page.LocatorOptions().setHasText("Open"))
                .nth(nth)
                .locator("a.code");
        page.navigate(open.getAttribute("href"));
        if (page.locator("#declared").count() > 0) {
            page.locator("#declared").click();
            page.locator("#declared")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
        return page;
    }

    private static void choose(Page page, String ref, String value) {
        page.locator("#" + ref + " input[value=" + value + "]").check();
    }
}
