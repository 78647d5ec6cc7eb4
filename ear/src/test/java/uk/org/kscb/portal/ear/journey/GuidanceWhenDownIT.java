package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** The guidance costs little, is light on a phone, and can be read when the portal is down. */
class GuidanceWhenDownIT extends BrowserTest {
    private static final long FIRST_PAGE = 200_000;

    /** What Chromium's tools call slow 4G. */
    private static final int KILOBITS = 1600;

    private static final int ROUND_TRIP = 150;

    @Test
    void a_copy_is_shown_offline_and_says_how_old_it_is() {
        Page page = Browser.page(390, 844);
        page.navigate("/guidance");
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        page.context().setOffline(true);
        page.navigate("/guidance/levels/4");
        assertThat(page.locator("#offline"))
                .containsText("The portal cannot be reached. This is a copy, less than a day old.");
        assertThat(page.locator("h1")).containsText("Level 4");
        assertThat(page.locator(".danger")).containsText("01632 960 100");
        page.navigate("/guidance?theme=Neglect");
        assertThat(page.locator("#offline")).isVisible();
        Browser.screenshot(page, "guidance-offline-390");
        page.context().setOffline(false);
        page.navigate("/guidance");
        assertThat(page.locator("#offline")).hasCount(0);
    }

    @Test
    void who_is_signed_in_leaves_nothing_of_theirs_in_the_copy() {
        Page page = Browser.as("police", 390, 844);
        page.navigate("/guidance");
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        page.context().setOffline(true);
        page.navigate("/guidance");
        assertThat(page.locator("#offline")).isVisible();
        assertThat(page.locator("header.top")).not().containsText("Kent Police");
    }

    @Test
    void the_first_page_is_light_and_says_how_quick_it_is_on_a_slow_phone() {
        Page page = Browser.page(390, 844);
        var tools = page.context().newCDPSession(page);
        tools.send("Network.enable");
        var slow = new com.google.gson.JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", ROUND_TRIP);
        slow.addProperty("downloadThroughput", KILOBITS * 1024 / 8);
        slow.addProperty("uploadThroughput", KILOBITS * 1024 / 16);
        tools.send("Network.emulateNetworkConditions", slow);
        AtomicLong bytes = new AtomicLong();
        tools.on(
                "Network.loadingFinished",
                done -> bytes.addAndGet(done.get("encodedDataLength").getAsLong()));
        page.navigate("/guidance");
        double usable = ((Number)
                        page.evaluate(
                                "performance.getEntriesByType('paint').find(p => p.name === 'first-contentful-paint').startTime"))
                .doubleValue();
        double whole = ((Number)
                        page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
                .doubleValue();
        System.out.printf(
                "guidance on slow 4G: %d bytes, first paint %.0f ms, usable %.0f ms%n", bytes.get(), usable, whole);
        assertThat(bytes.get()).isPositive().isLessThan(FIRST_PAGE);
    }

    @Test
    void an_unchanged_page_is_not_sent_again_and_no_session_is_begun() {
        Page page = Browser.page(390, 844);
        APIResponse first = page.request().get("/guidance?theme=Neglect");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers().get("cache-control")).isEqualTo("public, max-age=60");
        assertThat(first.headers()).doesNotContainKey("set-cookie");
        APIResponse second = page.request()
                .get(
                        "/guidance?theme=Neglect",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("If-None-Match", first.headers().get("etag")));
        assertThat(second.status()).isEqualTo(304);
        Page police = Browser.as("police", 390, 844);
        assertThat(police.navigate("/guidance").headers().get("cache-control")).isEqualTo("no-store");
    }

    @Test
    void an_edition_is_taken_away_as_files() {
        Page page = Browser.page(390, 844);
        for (String as : new String[] {"pdf", "quick", "docx", "json"}) {
            APIResponse file = page.request().get("/guidance/download?edition=2&as=" + as);
            assertThat(file.status()).as(as).isEqualTo(200);
            assertThat(file.headers().get("content-disposition")).contains("edition-2");
            assertThat(file.body().length).isGreaterThan(5000);
        }
        assertThat(page.request().get("/guidance/download?edition=3&as=pdf").status())
                .isEqualTo(404);
        assertThat(page.request().get("/guidance/download?as=exe").status()).isEqualTo(404);
    }
}
