package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** Journey 6: a health visitor, unsure about a child, with a phone and no account. */
class HealthVisitorJourneyIT extends BrowserTest {
    private static final int PHONE = 390;
    private static final int TALL = 844;

    @Test
    void the_numbers_stand_at_the_top_without_scripts_and_without_scrolling() {
        Page page = Browser.pageWithoutScript(PHONE, TALL);
        for (String address : List.of(
                "/guidance", "/guidance/levels/4", "/guidance/reference", "/guidance/families", "/guidance/sheet")) {
            page.navigate(address);
            for (String number : List.of("999", "01632 960 100", "01632 960 199")) {
                Locator link = page.locator(".danger a", new Page.LocatorOptions().setHasText(number));
                BoundingBox box = link.boundingBox();
                assertThat(box.y + box.height).as("%s on %s", number, address).isLessThan(TALL / 4.0);
                assertThat(link.getAttribute("href")).startsWith("tel:");
            }
        }
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void an_edition_of_before_is_whole_at_its_own_addresses_and_says_that_it_does_not_count_today() {
        Page page = Browser.page(PHONE, TALL);
        for (String link : List.of(
                "Who leads and what comes next at level 3", "Legal tests and worked examples", "For families")) {
            page.navigate("/guidance/editions/1");
            page.locator("main a", new Page.LocatorOptions().setHasText(link))
                    .first()
                    .click();
            assertThat(page.locator(".msg-warn")).containsText("This is not the edition in force today.");
            assertThat(page).hasURL(java.util.regex.Pattern.compile("edition=1"));
            page.locator(".msg-warn a").click();
            assertThat(page.locator(".msg-warn")).hasCount(0);
        }
    }

    @Test
    void she_reads_two_levels_side_by_side_and_level_4_is_never_hidden() {
        Page page = Browser.page(PHONE, TALL);
        page.navigate("/guidance");
        page.locator(".filters-box summary").click();
        page.selectOption("#age", "0-4");
        page.selectOption("#theme", "Neglect");
        page.locator(".pick [type=submit]").click();
        Locator two = page.locator(".sidebyside > .l2");
        Locator three = page.locator(".sidebyside > .l3");
        assertThat(two).containsText("Several missed health appointments");
        assertThat(three).containsText("Weight or development");
        assertThat(two.boundingBox().y).isEqualTo(three.boundingBox().y);
        assertThat(three.boundingBox().x).isGreaterThan(two.boundingBox().x);
        assertThat(page.locator("#level-4 .inds > li")).hasCount(19);
        assertThat(page.locator(".act-today")).isVisible();
        assertThat(page.locator("main"))
                .not()
                .containsText(java.util.regex.Pattern.compile(
                        "your score|suggested level|total", java.util.regex.Pattern.CASE_INSENSITIVE));
        Browser.screenshot(page, "guidance-neglect-390");
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void without_scripts_everyday_words_find_what_they_mean() {
        Page page = Browser.pageWithoutScript(PHONE, TALL);
        page.navigate("/guidance");
        page.fill("#q", "runaway");
        page.locator(".pick [type=submit]").click();
        assertThat(page.locator("body")).containsText("“runaway” is read as: Missing");
        assertThat(page.locator("#I31")).isVisible();
        assertThat(page.locator("#level-4 .inds > li")).hasCount(19);
    }

    @Test
    void her_thinking_sheet_stays_in_the_browser() {
        Page page = Browser.page(PHONE, TALL);
        List<String> sent = new ArrayList<>();
        page.navigate("/guidance?age=0-4&theme=Neglect");
        page.locator("#I10 summary").click();
        page.locator("#I10 [data-sheet-id]").click();
        page.locator("#I10 a[href='/guidance/sheet']").click();
        page.onRequest(request -> sent.add(request.method() + " " + request.url() + " " + request.postData()));
        page.fill("#why-I10", "three clinics missed since Easter");
        page.fill("#s-child", "she is quiet and hungry");
        page.locator("[data-sheet-copy]").click();
        page.reload();
        assertThat(page.locator("#why-I10")).hasValue("three clinics missed since Easter");
        assertThat(sent).noneMatch(request -> request.contains("clinic") || request.contains("hungry"));
        assertThat(sent).allMatch(request -> request.startsWith("GET "));
        Browser.screenshot(page, "guidance-sheet-390");
        page.locator("[data-sheet-clear]").click();
        assertThat(page.locator("#s-child")).hasValue("");
        page.reload();
        assertThat(page.locator("#sheet-examples > li")).hasCount(0);
    }

    @Test
    void she_leaves_quickly_and_the_page_is_not_one_step_back() {
        Page page = Browser.page(PHONE, TALL);
        page.route(
                "https://www.bbc.co.uk/**",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setBody("weather")
                        .setContentType("text/html")));
        page.navigate("/guidance/families");
        page.locator("[data-exit]").click();
        page.waitForURL("https://www.bbc.co.uk/weather");
        page.goBack();
        assertThat(page.url()).doesNotContain("/guidance");
    }

    @Test
    void the_guidance_of_a_past_day_is_shown_and_says_so() {
        Page page = Browser.page(PHONE, TALL);
        page.navigate("/guidance?on=2011-05-20");
        assertThat(page.locator("main .meta").first()).containsText("Edition 1");
        assertThat(page.locator(".msg-warn")).containsText("not the edition in force today");
        page.navigate("/guidance/editions/2");
        assertThat(page.locator(".msg-warn")).hasCount(0);
        page.navigate("/guidance?on=yesterday");
        assertThat(page.locator("main .meta").first()).containsText("Edition 2");
    }
}
