package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** The same work without scripts, and with the keyboard alone. */
class WithoutMouseOrScriptIT extends BrowserTest {
    /** Has the focused element a ring that can be seen: an outline or a shadow? */
    private static final String RING = """
            () => { const e = document.activeElement; if (!e || e === document.body) return 'end';
              const shows = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 1) || s.boxShadow !== 'none';
              const seen = [e, e.parentElement, e.nextElementSibling].some(x => x && shows(getComputedStyle(x)));
              return seen ? 'ring' : e.outerHTML.slice(0, 120); }""";

    @Test
    void without_scripts_a_person_signs_in_filters_and_reports() {
        Page page = Browser.pageWithoutScript(1280, 900);
        Browser.signIn(page, "health", "sample-health-2011");
        page.locator("nav[aria-label=Main] a[href^='/actions']").click();
        page.fill("#q", "2.4.9");
        page.locator(".filters [type=submit]").click();
        assertThat(ActionList.refs(page)).contains("2.4.9");
        page.locator("#results a.t-main").first().click();
        String words = "Two more clinics joined " + System.nanoTime();
        UpdateForm.open(page, "2.4.9").status("ON_TRACK").done(words).send();
        assertThat(page.locator("section[aria-labelledby=updates]")).containsText(words);
        assertThat(page.locator(".notice-once")).containsText("Update added");
    }

    @Test
    void with_the_keyboard_alone_an_update_is_sent() {
        String words = "Sent without a mouse " + System.nanoTime();
        Page page = Browser.as("health", 1280, 900);
        page.navigate("/actions/2.4.7/update");
        page.keyboard().press("Tab");
        assertThat(page.locator("a.skip").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("input[name=status]").first()).isFocused();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        assertThat(page.locator("#done")).isFocused();
        page.keyboard().type(words);
        for (int stop = 0; stop < 8 && !sendIsFocused(page); stop++) {
            page.keyboard().press("Tab");
        }
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator("section[aria-labelledby=updates]")).containsText(words);
    }

    @Test
    void every_stop_of_the_tab_key_shows_where_it_is() {
        Page page = Browser.as("police", 1280, 900);
        List<String> unseen = new ArrayList<>();
        for (String address :
                List.of("/home", "/actions?show=mine", "/actions/2.2.4/update", "/account/tokens", "/help")) {
            page.navigate(address);
            unseen.addAll(stopsWithoutRing(page, address));
        }
        assertThat(unseen).isEmpty();
    }

    private static List<String> stopsWithoutRing(Page page, String address) {
        List<String> unseen = new ArrayList<>();
        for (int stop = 0; stop < 40; stop++) {
            page.keyboard().press("Tab");
            String found = (String) page.evaluate(RING);
            if (found.equals("end")) {
                break;
            }
            if (!found.equals("ring")) {
                unseen.add(address + ": " + found);
            }
        }
        return unseen;
    }

    private static boolean sendIsFocused(Page page) {
        return Boolean.TRUE.equals(page.evaluate("() => document.activeElement.id === 'send'"));
    }
}
