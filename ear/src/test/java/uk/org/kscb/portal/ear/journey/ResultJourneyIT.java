package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;
import uk.org.kscb.portal.ear.support.FilledAudit;
import uk.org.kscb.portal.ear.support.TestPortal;

/** A school coordinator reads what an audit says of the school's cases, and two recommendations become work. */
class ResultJourneyIT extends BrowserTest {
    private static final String AUDIT = "J11-09";
    private static final String RESULTS = "/practice-audits/" + AUDIT + "/results";
    private static final String FINDINGS = "/practice-audits/" + AUDIT + "/findings";

    @BeforeEach
    void fill() throws SQLException {
        try (Connection database = TestPortal.database()) {
            FilledAudit.referrals(database, AUDIT, true);
        }
    }

    @AfterEach
    void clear() throws SQLException {
        try (Connection database = TestPortal.database()) {
            FilledAudit.find(database, AUDIT).remove();
        }
    }

    @Test
    void the_schools_coordinator_reads_nine_own_cases_beside_a_county_that_names_nobody() {
        for (int width : new int[] {1280, 390}) {
            Page page = Browser.as("schools", width, 900);
            page.navigate(RESULTS);
            assertThat(page.locator("section[aria-labelledby=own]")).containsText("good: we said 6, the panel 4");
            assertThat(page.locator("section[aria-labelledby=own] tbody tr")).hasCount(9);
            assertThat(page.locator("section[aria-labelledby=own]")).containsText("The panel read it so");
            assertThat(page.locator("section[aria-labelledby=beside]")).containsText("21 of 55");
            assertThat(page.locator("section[aria-labelledby=thr]")).containsText("kept back");
            assertThat(page.locator("main").innerText()).doesNotContain("Police", "Health");
            Browser.screenshot(page, "results-own-" + width);
            assertThat(Browser.axe(page)).isEmpty();
        }
    }

    @Test
    void the_manager_writes_down_what_the_quarterly_check_showed() {
        Page page = Browser.as("kscb", 1280, 900);
        page.navigate("/practice-audits/" + AUDIT);
        page.fill("#note", "The form is in use in all districts");
        page.locator("#go[value='Record the quarterly check']").click();
        assertThat(page.locator("main")).containsText("The form is in use in all districts");
        page.locator("summary", new Page.LocatorOptions().setHasText("Close the audit"))
                .click();
        page.fill("#note-CLOSE", "Destroyed by the manager on 14 June 2011");
        page.locator("details[open] input[value='Close the audit']").click();
        assertThat(page.locator("main")).containsText("This audit has ended.");
    }

    @Test
    void the_manager_reads_all_of_it() {
        for (int width : new int[] {1280, 390}) {
            Page page = Browser.as("kscb", width, 900);
            page.navigate(RESULTS);
            assertThat(page.locator("section[aria-labelledby=thr]")).containsText("39 of 57");
            assertThat(page.locator("section[aria-labelledby=thr]")).containsText("56% and 79%");
            assertThat(page.locator("section[aria-labelledby=mod-referral]")).containsText("22 of 30");
            assertThat(page.locator("section[aria-labelledby=mod-referral]")).containsText("0.60, “moderate”");
            assertThat(page.locator("section[aria-labelledby=qs] tbody tr").first())
                    .containsText("Q9");
            Browser.screenshot(page, "results-all-" + width);
            assertThat(Browser.axe(page)).isEmpty();
        }
    }

    @Test
    void two_recommendations_are_made_accepted_and_taken_up_by_the_schools() {
        Page manager = Browser.as("kscb", 1280, 900);
        manager.navigate(FINDINGS);
        manager.locator("#text").fill("The own words of children at Maple Grove are missing from most referrals.");
        manager.locator("#find-it").click();
        assertThat(manager.locator("#problems")).containsText("looks like a name");
        assertThat(manager.locator("#cleared")).containsText("“Maple Grove” is not a name");
        Browser.screenshot(manager, "mend-or-clear-1280");
        assertThat(Browser.axe(manager)).isEmpty();
        manager.locator("#cleared-0").check();
        manager.locator("#numerator").fill("many");
        manager.locator("#find-it").click();
        assertThat(manager.locator("#cleared-0")).isChecked();
        manager.locator("#text").fill("The child's own words are missing from most referrals.");
        manager.locator("#questionRef").fill("Q9");
        manager.locator("#numerator").fill("21");
        manager.locator("#denominator").fill("55");
        manager.locator("#find-it").click();
        assertThat(manager.locator(".notice-once")).containsText("Finding recorded");
        recommend(manager, "Record what the child says or shows in every referral");
        recommend(manager, "Say in every referral why it is made now");
        Browser.screenshot(manager, "findings-1280");

        Page chair = Browser.as("chair", 1280, 900);
        for (int i = 0; i < 2; i++) {
            chair.navigate("/recommendations?show=waiting&audit=" + AUDIT);
            chair.locator("#results a.t-main").first().click();
            chair.locator("input[name=decision][value=ACCEPTED]").check();
            chair.fill("#minute", "KSCB, minute 4");
            chair.locator("#decide-it").click();
            assertThat(chair.locator(".notice-once")).containsText("Decision recorded");
        }

        Page schools = Browser.as("schools", 1280, 900);
        schools.navigate("/home");
        assertThat(schools.locator("section[aria-labelledby=audits]")).containsText("why it is made now");
        Browser.screenshot(schools, "home-with-audits-1280");
        schools.navigate("/recommendations?whose=mine&audit=" + AUDIT);
        assertThat(schools.locator("#results tbody tr")).hasCount(2);
        schools.locator("#results a.t-main").first().click();
        schools.locator("a", new Page.LocatorOptions().setHasText("Add our action"))
                .first()
                .click();
        schools.locator("#text").fill("Consider the child's words");
        schools.locator("#due").fill("31/9/2031");
        schools.locator("#betterOff").fill("Children tell us that they were heard");
        schools.locator("#act-it").click();
        assertThat(schools.locator("#problems"))
                .containsText("31 September 2031 does not exist. September has 30 days.");
        schools.locator("#due").fill("30/9/2031");
        schools.locator("#act-it").click();
        assertThat(schools.locator("#problems")).containsText("promise nothing");
        Browser.screenshot(schools, "act-refused-1280");
        schools.locator("#text").fill("Add a box for the child's words to the school's form");
        schools.locator("#act-it").click();
        assertThat(schools.locator(".notice-once")).containsText("Action added");
        Browser.screenshot(schools, "recommendation-1280");
        assertThat(Browser.axe(schools)).isEmpty();
    }

    private static void recommend(Page manager, String what) {
        manager.navigate(FINDINGS);
        manager.locator("#finding").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        manager.locator("#change").fill(what);
        manager.locator("#agency").selectOption("SCHOOLS");
        manager.locator("#priority").selectOption("HIGH");
        manager.locator("#due").fill("30/9/2031");
        manager.locator("#recommend-it").click();
        assertThat(manager.locator(".notice-once")).containsText("Recommendation made");
    }

    @Test
    void a_report_is_frozen_and_given_out() {
        Page manager = Browser.as("kscb", 1280, 900);
        manager.navigate("/practice-audits/" + AUDIT + "/report");
        manager.locator("#headline").fill("About two in three referrals named the right level.");
        manager.locator("#summary").fill("57 referrals of seven agencies were read.");
        manager.locator("#learning").fill("Write what the child says or shows.\nSay why you refer now.");
        manager.locator("#training").fill("Threshold workshops in every district.");
        manager.locator("#freeze-it").click();
        assertThat(manager.locator(".notice-once")).containsText("Version frozen");
        var download =
                manager.waitForDownload(() -> manager.locator("a", new Page.LocatorOptions().setHasText("Report (PDF)"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo(AUDIT + "-report-version-1.pdf");
        download.saveAs(java.nio.file.Path.of(System.getProperty("portal.target"), "screenshots", "report.pdf"));
        Browser.screenshot(manager, "report-1280");
    }
}
