package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** The police sergeant checks her joint actions and says how hers are going. */
class PoliceJourneyIT extends BrowserTest {

    @Test
    void the_police_coordinator_signs_in_and_sees_what_kent_police_owes() {
        Page page = Browser.page(1280, 900);
        Browser.signIn(page, "police", "sample-police-2011");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/home$"));
        assertThat(page.locator("h1")).hasText("Kent Police");
        page.locator("nav[aria-label=Main] a", text("Actions")).click();
        assertThat(page.locator(".tabs a", text("Kent Police owes"))).containsText("23");
        page.navigate("/actions?show=mine&size=100");
        assertThat(ActionList.refs(page)).hasSize(23).contains("2.2.4", "4.4.2").doesNotContain("2.4.7");
        assertThat(page.locator("#results .ag-own")).hasCount(23);
    }

    @Test
    void an_address_that_is_sent_on_shows_a_colleague_the_same_list() {
        Page sergeant = Browser.as("police", 1280, 900);
        sergeant.navigate("/actions?show=mine&size=100");
        sergeant.locator("summary", text("Priority")).click();
        sergeant.locator("input[name=priority][value='4']").check();
        sergeant.locator(".filters [type=submit]").click();
        sergeant.waitForURL(url -> url.contains("priority=4"));
        assertThat(ActionList.refs(sergeant)).isNotEmpty().allMatch(ref -> ref.startsWith("4."));
        assertThat(sergeant.locator("ul.chips")).containsText("4");

        Page constable = Browser.as("police2", 1280, 900);
        constable.navigate(sergeant.url());
        assertThat(ActionList.refs(constable)).isEqualTo(ActionList.refs(sergeant));
    }

    @Test
    void a_shared_update_reaches_health_and_an_agency_only_one_does_not() {
        String shared = "Desk rota drafted for six districts " + System.nanoTime();
        String internal = "Two sergeants would have to move " + System.nanoTime();
        Page police = Browser.as("police", 1280, 900);
        UpdateForm.open(police, "4.4.2").status("ON_TRACK").done(shared).send();
        assertThat(police.locator(".notice-once")).containsText("Update added");
        UpdateForm.open(police, "4.4.2")
                .status("AT_RISK")
                .done(internal)
                .agencyOnly()
                .send();
        Locator log = police.locator("section[aria-labelledby=updates]");
        assertThat(log).containsText(shared);
        assertThat(log.locator("li", new Locator.LocatorOptions().setHasText(internal)))
                .containsText("Only Kent Police sees this");

        Page health = Browser.as("health", 1280, 900);
        health.navigate("/actions/4.4.2");
        assertThat(health.locator("section[aria-labelledby=updates]")).containsText(shared);
        assertThat(health.content()).doesNotContain(internal);
        health.navigate("/actions?show=all&q=" + internal.substring(internal.lastIndexOf(' ') + 1));
        assertThat(health.locator("#results")).containsText("No action matches");
    }

    @Test
    void an_update_without_its_words_comes_back_with_links_to_what_is_missing() {
        Page page = Browser.as("police", 1280, 900);
        UpdateForm.open(page, "4.4.2").next("Only what comes next").send();
        Locator summary = page.locator("#problems");
        assertThat(summary).isFocused();
        assertThat(page).hasTitle(java.util.regex.Pattern.compile("^Error: "));
        assertThat(page.locator("#next")).hasValue("Only what comes next");
        summary.locator("a[href='#done']").click();
        assertThat(page.locator("#done")).isFocused();
    }

    @Test
    void an_offer_is_queried_and_then_accepted() {
        Page page = Browser.as("police", 1280, 900);
        page.navigate("/actions/1.5.8");
        page.locator("summary", text("query it")).click();
        page.fill("#reason", "Does this mean our public protection unit only?");
        page.locator("#query-it").click();
        Locator ours = page.locator("section[aria-labelledby=owes] tr:has(.ag-own)");
        assertThat(ours).containsText("Queried");
        page.navigate("/actions/1.5.8");
        page.locator("#accept-it").click();
        assertThat(ours).containsText("Accepted");
        assertThat(page.locator("#accept-it")).hasCount(0);
    }

    @Test
    void the_coordinator_assigns_a_contribution_and_the_constable_reports_on_it() {
        Page constable = Browser.as("police2", 1280, 900);
        constable.navigate("/actions/2.4.4");
        Locator owed = constable.locator("section[aria-labelledby=owes]");
        assertThat(owed).containsText("Not assigned to you");
        assertThat(constable.locator("a[href='/actions/2.4.4/update']")).hasCount(0);
        assertThat(constable.navigate("/actions/2.4.4/update").status()).isEqualTo(404);

        Page sergeant = Browser.as("police", 390, 800);
        sergeant.navigate("/actions/2.4.4");
        sergeant.locator("summary", text("Assign our part")).click();
        sergeant.selectOption(
                "#holder",
                new com.microsoft.playwright.options.SelectOption().setLabel("Person: Constable Sam Placeholder"));
        Browser.screenshot(sergeant, "assign-narrow");
        sergeant.locator("#hold-it").click();
        assertThat(sergeant.locator(".notice-once")).containsText("Assigned to Constable Sam Placeholder");

        constable.navigate("/actions/2.4.4");
        assertThat(owed).containsText("Assigned to you");
        UpdateForm.open(constable, "2.4.4")
                .status("ON_TRACK")
                .done("Rooms booked.")
                .send();
        assertThat(constable.locator(".notice-once")).containsText("Update added");
        constable.navigate("/home");
        assertThat(constable.locator("h1 + p.lead")).containsText("assigned to you");
        Browser.screenshot(constable, "home-contributor");

        Page health = Browser.as("health", 1280, 900);
        health.navigate("/actions/2.4.4");
        assertThat(health.locator("section[aria-labelledby=owes]")).not().containsText("Sam Placeholder");
    }

    @Test
    void the_action_as_it_stood_on_an_earlier_day_can_only_be_read() {
        Page page = Browser.as("police", 1280, 900);
        page.navigate("/actions/2.2.4");
        assertThat(page.locator("section[aria-labelledby=updates]")).containsText("shared rota");
        page.locator("summary", text("See another day")).click();
        page.fill("#as-at", "2011-05-01");
        page.locator("button", text("Show that day")).click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile("asAt=2011-05-01"));
        assertThat(page.locator(".msg-warn")).containsText("As it stood on 1 May 2011");
        assertThat(page.content()).doesNotContain("shared rota");
        assertThat(page.locator("a", text("Add our update"))).hasCount(0);
        page.navigate("/actions?show=mine&asAt=2011-05-01");
        assertThat(page.locator("main")).containsText("As at 1 May 2011");
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
