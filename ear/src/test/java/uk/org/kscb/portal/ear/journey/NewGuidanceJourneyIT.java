package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;
import uk.org.kscb.portal.ear.support.TestPortal;

/** Journey 10: new guidance goes live, with both approvals, and the old one stays where it was. */
class NewGuidanceJourneyIT extends BrowserTest {
    private static final String TODAY = "2011-06-15";
    private static final String WORDS = "Has stayed out more than once without saying where";

    @AfterEach
    void the_sample_editions_stand_again() throws SQLException {
        try (var connection = TestPortal.database();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update guidance_edition set effective_from = null where number > 3");
        }
    }

    @Test
    void from_draft_to_force_with_comments_approvals_and_readers() {
        Page manager = Browser.as("kscb", 1280, 900);
        String draft = begin(manager);
        reword(manager, draft, WORDS);
        assertThat(manager.locator(".diff")).containsText("more than");
        Browser.screenshot(manager, "guidance-draft-wide");
        manager.fill("#until", "2011-06-14");
        manager.locator("#consult-it").click();
        assertThat(manager.locator("#until-error")).containsText("after today");
        manager.fill("#until", "2011-06-30");
        manager.locator("#consult-it").click();
        assertThat(manager.locator("h1 ~ .lead, .head .lead").first()).containsText("Agencies may comment");

        Page police = Browser.as("police", 390, 844);
        police.navigate(draft);
        police.fill("#about", "I13");
        police.fill("#words", "Clearer than before");
        police.locator("#comment-it").click();
        assertThat(police.locator("#comments ~ ul, section[aria-labelledby=comments]")
                        .first())
                .containsText("Clearer than before");
        Browser.screenshot(police, "guidance-draft-390");

        approve("trustboard", draft, "Item 5 of the Trust’s meeting");
        manager.navigate(draft);
        assertThat(manager.locator("#schedule-it")).hasCount(0);
        assertThat(manager.locator("main")).containsText("its wording is closed");
        approve("kscbboard", draft, "Item 4 of KSCB’s meeting");

        manager.navigate(draft);
        assertThat(manager.locator("section[aria-labelledby=comments]")).containsText("Clearer than before");
        manager.fill("#effectiveFrom", "2011-06-01");
        manager.fill("#reviewDue", "2012-06-15");
        manager.locator("#schedule-it").click();
        assertThat(manager.locator("#effectiveFrom-error")).containsText("day gone by");
        manager.fill("#effectiveFrom", TODAY);
        manager.locator("#schedule-it").click();
        assertThat(manager.locator(".notice-once")).containsText("first day is set");

        inForce(draft.replaceAll(".*/", ""));
        readers();
    }

    private static void inForce(String number) {
        Page anybody = Browser.page(390, 844);
        anybody.waitForTimeout(2500);
        anybody.navigate("/guidance?theme=Missing");
        assertThat(anybody.locator(".head .meta").first()).containsText("Edition " + number);
        assertThat(anybody.locator("#level-2")).containsText(WORDS);
        anybody.navigate("/guidance/changes");
        assertThat(anybody.locator("ins").first()).isVisible();
        anybody.navigate("/guidance/editions/2");
        assertThat(anybody.locator(".msg-warn")).containsText("It was in force from 1 June 2011 to 14 June 2011");
        anybody.navigate("/guidance?on=2011-06-14");
        assertThat(anybody.locator(".head .meta").first()).containsText("Edition 2");
        Browser.screenshot(anybody, "guidance-old-390");
    }

    private static void readers() {
        Page visitor = Browser.as("visitor", 390, 844);
        visitor.navigate("/guidance");
        visitor.locator("a[href='/guidance/confirm']").click();
        assertThat(visitor.locator(".diff")).containsText("without saying where");
        visitor.locator("#confirm-it").click();
        assertThat(visitor.locator("a[href='/guidance/confirm']")).hasCount(0);
        Page manager = Browser.as("kscb", 1280, 900);
        manager.navigate("/guidance/coverage");
        assertThat(manager.locator(".head .lead")).containsText("1 of ");
        Browser.screenshot(manager, "guidance-coverage-wide");
    }

    @Test
    void of_two_who_write_at_once_the_second_keeps_what_was_typed_and_is_told() {
        Page one = Browser.as("kscb", 1280, 900);
        String draft = begin(one);
        Page two = Browser.as("kscb", 1280, 900);
        two.navigate(draft + "/write?example=I13");
        reword(one, draft, "Written first");
        two.fill("#statement", "Written second");
        two.locator("#save").click();
        assertThat(two.locator("#problems")).containsText("changed by kscb while you were writing");
        assertThat(two.locator("#statement")).hasValue("Written second");
        assertThat(two.locator("main")).containsText("The draft says now: “Written first”");
        two.locator("#save").click();
        two.navigate(draft);
        assertThat(two.locator(".diff")).containsText("second");
    }

    @Test
    void levels_and_the_other_parts_are_written_in_the_portal() {
        Page page = Browser.as("kscb", 1280, 900);
        String draft = begin(page);
        page.locator("summary", new Page.LocatorOptions().setHasText("Levels, tests, worked examples"))
                .click();
        Browser.screenshot(page, "draft-parts-wide");
        page.locator("a[href$='/parts/levels']").click();
        String levels = page.locator("#lines").inputValue();
        page.fill(
                "#lines",
                levels.replace("Name: Universal", "Name: Everyday help").replace("#e9d6e2", "green"));
        page.locator("#save").click();
        assertThat(page.locator("#lines-error")).containsText("The colour of level 1");
        assertThat(page.locator("#lines")).hasValue(java.util.regex.Pattern.compile("Everyday help"));
        Browser.screenshot(page, "draft-levels-wide");
        assertThat(Browser.axe(page)).isEmpty();
        page.fill("#lines", page.locator("#lines").inputValue().replace("green", "#cfe8d5"));
        page.locator("#save").click();
        page.waitForURL(url -> url.endsWith(draft));
        assertThat(page.locator(".diff")).containsText("Everyday");
        assertThat(page.locator(".diff")).containsText("#cfe8d5");
    }

    @Test
    void what_is_wrong_with_an_example_is_said_at_its_field() {
        Page page = Browser.as("kscb", 390, 844);
        String draft = begin(page);
        page.navigate(draft + "/write");
        page.fill("#statement", "");
        page.fill("#themes", "Missing");
        page.fill("#ageTo", "42");
        page.locator("#save").click();
        assertThat(page.locator("#statement-error")).containsText("Write what is seen");
        assertThat(page.locator("#ageTo-error")).containsText("17");
        assertThat(Browser.axe(page)).isEmpty();
    }

    private static String begin(Page manager) {
        manager.navigate("/guidance/drafts/new");
        manager.selectOption("#from", "2");
        manager.locator("#begin-it").click();
        manager.waitForURL(url -> url.matches(".*/guidance/drafts/\\d+"));
        return manager.url().replaceAll("https?://[^/]+", "");
    }

    private static void reword(Page manager, String draft, String words) {
        manager.navigate(draft + "/write?example=I13");
        manager.fill("#statement", words);
        manager.locator("#save").click();
        manager.waitForURL(url -> url.endsWith(draft));
    }

    private static void approve(String member, String draft, String minute) {
        Page board = Browser.as(member, 390, 844);
        board.navigate(draft);
        Locator day = board.locator("#decidedOn");
        day.fill("2011-06-16");
        board.fill("#minute", minute);
        board.locator("#approve-it").click();
        assertThat(board.locator("#decidedOn-error")).containsText("has come");
        board.locator("#decidedOn").fill(TODAY);
        board.locator("#approve-it").click();
        assertThat(board.locator("section[aria-labelledby=stand]")).containsText(minute);
    }
}
