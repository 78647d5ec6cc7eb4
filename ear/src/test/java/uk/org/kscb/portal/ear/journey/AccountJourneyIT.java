package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** People come, change agency, and lend their name to a program. */
class AccountJourneyIT extends BrowserTest {

    @Test
    void somebody_with_two_agencies_chooses_for_which_one_to_act() {
        Page page = Browser.page(1280, 900);
        Browser.signIn(page, "twohats", "sample-twohats-2011");
        page.navigate("/choose-agency");
        page.locator("li:has-text('Police') [type=submit], li:has-text('Police') .tag")
                .first()
                .waitFor();
        act(page, "Act for Health");
        page.navigate("/actions?show=mine&size=100");
        assertThat(page.locator(".tabs a[aria-current=page]")).containsText("owes");
        var health = ActionList.refs(page);
        page.navigate("/choose-agency");
        act(page, "Act for Police");
        page.navigate("/actions?show=mine&size=100");
        assertThat(ActionList.refs(page)).contains("2.2.4").isNotEqualTo(health);
        assertThat(health).contains("2.4.8");
    }

    @Test
    void an_invitation_is_accepted_in_another_browser_and_works_once() {
        Page admin = Browser.as("admin", 1280, 900);
        String name = Invitations.someUserName();
        String link = Invitations.make(admin, name, "Newcomer Invented", "HEALTH");
        admin.reload();
        assertThat(admin.locator("#link")).hasCount(0);

        Page guest = Browser.page(390, 800);
        guest.navigate(link);
        assertThat(guest.locator("h1")).containsText("Newcomer Invented");
        guest.fill("[type=password] >> nth=0", "four words to remember");
        guest.fill("[type=password] >> nth=1", "four words to remember");
        guest.waitForNavigation(() -> guest.locator("#go").click());
        guest.fill("#userName", name);
        guest.fill("#password", "four words to remember");
        guest.locator("#go").click();
        assertThat(guest.locator("#problems")).containsText("waits for a second person");

        Page coordinator = Browser.as("health", 1280, 900);
        coordinator.navigate("/people");
        coordinator
                .locator("section[aria-labelledby=waiting] li", new Page.LocatorOptions().setHasText(name))
                .locator("[type=submit]")
                .click();
        assertThat(coordinator.locator(".notice-once")).containsText("Role confirmed");
        Page newcomer = Browser.page(1280, 900);
        Browser.signIn(newcomer, name, "four words to remember");
        assertThat(newcomer.locator("header.top")).containsText("Newcomer Invented");

        Page late = Browser.page(1280, 900);
        assertThat(late.navigate(link).status()).isEqualTo(404);
    }

    @Test
    void a_token_is_shown_once_works_and_is_revoked() {
        Page page = Browser.as("kcc", 1280, 900);
        String label = "Report of " + System.nanoTime();
        page.navigate("/account/tokens");
        page.fill("#label", label);
        page.locator("#go").click();
        String secret = page.locator("#secret").innerText();
        assertThat(me(page, secret)).isEqualTo(200);
        page.navigate("/account/tokens");
        assertThat(page.content()).contains(label).doesNotContain(secret);
        page.locator("[aria-label='Revoke " + label + "']").click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(label)))
                .containsText("revoked");
        assertThat(me(page, secret)).isEqualTo(401);
    }

    @Test
    void a_practitioner_and_an_administrator_are_shown_what_their_role_opens() {
        Page practitioner = Browser.as("visitor", 1280, 900);
        practitioner.navigate("/home");
        assertThat(practitioner.locator("main a[href^='/actions']")).not().hasCount(0);
        assertThat(practitioner.locator("main")).not().containsText("late");
        Page admin = Browser.as("admin", 1280, 900);
        admin.navigate("/home");
        assertThat(admin.locator("main a[href='/people']")).not().hasCount(0);
        assertThat(admin.locator("a[href^='/actions']")).hasCount(0);
        assertThat(admin.navigate("/actions/2.2.4").status()).isEqualTo(404);
    }

    private static void act(Page page, String button) {
        var act = page.locator("[type=submit][value='" + button + "']");
        if (act.count() > 0) {
            page.waitForNavigation(act::click);
        }
    }

    private static int me(Page page, String secret) {
        return page.request()
                .get("/api/v1/me", RequestOptions.create().setHeader("Authorization", "Bearer " + secret))
                .status();
    }
}
