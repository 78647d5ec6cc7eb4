package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.ear.support.TestPortal;

/** The KSCB manager scopes an audit, draws its sample and sends it out; an agency says that it has the references. */
class RunAnAuditIT extends BrowserTest {
    private static final String CODE = "A11-80";

    @AfterEach
    void leave_no_audit_behind() throws SQLException {
        try (Connection database = TestPortal.database()) {
            Removal.ofAudit(database, CODE);
        }
    }

    @Test
    void an_audit_from_its_scope_to_the_agencies() throws IOException, SQLException {
        Page manager = Browser.as("kscb", 1280, 900);
        manager.navigate("/practice-audits/new");
        manager.fill("#code", CODE);
        manager.fill("#title", "Referrals in the summer");
        manager.fill("#theme", "Referral quality");
        manager.fill("#question", "Are referrals at the right level?");
        manager.locator("#scope-it").click();
        assertThat(manager.locator("#problems")).containsText("Choose the kind of audit.");
        manager.selectOption("#kind", "REFERRAL_QUALITY");
        manager.fill("#periodFrom", "1/4/2011");
        manager.fill("#periodUntil", "30/4/2011");
        for (String agency : List.of("KCC", "POLICE", "HEALTH")) {
            manager.selectOption("[id='part." + agency + "']", agency.equals("KCC") ? "FRONT_DOOR" : "REFERRER");
        }
        manager.locator("#scope-it").click();
        assertThat(manager.locator("h1")).hasText("Referrals in the summer");

        manager.fill("#note", "QA subgroup of 15 June 2011, minute 4");
        next(manager, "Record the scope’s approval");
        // which tools there are is told elsewhere
        change("update practice_audit set tool_version_id = 1 where code = '" + CODE + "'");
        next(manager, "Start the pilot");
        manager.locator("a", text("Draw the sample")).click();

        send(manager, "code,outcome,name\r\nP1,Other help,x\r\n");
        assertThat(manager.locator("#problems")).containsText("would hold names");
        send(manager, population());
        manager.fill("[id='size.Initial assessment']", "21");
        manager.fill("[id='size.No further action']", "5");
        manager.locator("#draw-it").click();
        assertThat(manager.locator("#inclusion-error")).containsText("Say what is in the population");
        assertThat(manager.locator("#pilot-error")).containsText("no longer changes");
        manager.fill("#pilot", "Question 12 was read in two ways; it is clearer now");
        manager.fill("#inclusion", "Every contact that became a referral, April to June 2011");
        manager.fill("#exclusion", "Two cases before a court");
        manager.locator("#draw-it").click();
        assertThat(manager.locator("#problems")).containsText("has 20 in its population");
        assertThat(manager.locator("#exclusion")).hasValue("Two cases before a court");
        manager.fill("[id='size.Initial assessment']", "5");
        manager.locator("#draw-it").click();
        assertThat(manager.locator(".notice-once")).containsText("The sample is drawn");
        assertThat(manager.locator("section[aria-labelledby=drawn]")).containsText("Two cases before a court");
        Browser.screenshot(manager, "audit-sample-wide");

        Download list = manager.waitForDownload(() -> manager.locator("#take").click());
        List<String> lines = Files.readAllLines(list.path());
        assertThat(lines).hasSize(13).first().isEqualTo("population code,case code,stratum,reserve");
        assertThat(lines.getLast()).matches("P\\d+,A11-80-[2-9A-Z]{4},.*,yes");
        manager.navigate("/practice-audits/" + CODE + "/sample");
        assertThat(manager.locator("#take")).hasCount(0);
        assertThat(manager.content()).doesNotContain("P0001");

        manager.navigate("/practice-audits/" + CODE);
        next(manager, "Notify the agencies");
        Browser.screenshot(manager, "audit-notified-wide");

        Page police = Browser.as("police", 390, 800);
        police.navigate("/home");
        assertThat(police.locator("section[aria-labelledby=audits-asked]")).containsText("Referrals in the summer");
        police.locator("section[aria-labelledby=audits-asked] a", text("Referrals in the summer"))
                .click();
        police.locator("#arrived").click();
        assertThat(police.locator(".notice-once")).containsText("Thank you");
        Browser.screenshot(police, "audit-police-390");

        manager.reload();
        Locator ours = manager.locator("section[aria-labelledby=answered] tr", text("Kent Police"));
        assertThat(ours).containsText("Arrived");
        ours.locator("input[value=Chase]").click();
        assertThat(manager.locator(".notice-once")).containsText("Chased");
        assertThat(manager.locator("section[aria-labelledby=history]")).containsText("Chased for its return");

        Page schools = Browser.as("schools", 1280, 900);
        assertThat(schools.navigate("/practice-audits/" + CODE).status()).isEqualTo(404);
        schools.navigate("/practice-audits");
        assertThat(schools.content()).doesNotContain(CODE);
    }

    @Test
    void pictures_of_the_pages() {
        for (String person : List.of("kscb", "police")) {
            for (int width : new int[] {1280, 390}) {
                Page page = Browser.as(person, width, 900);
                for (String at : List.of("", "/A11-03", "/programme", "/calendar")) {
                    page.navigate("/practice-audits" + at);
                    assertThat(page.locator("h1")).isVisible();
                    Browser.screenshot(page, "audits" + at.replace('/', '-') + "-" + person + "-" + width);
                }
            }
        }
    }

    private static void next(Page page, String button) {
        page.locator("input[value='" + button + "']").click();
        assertThat(page.locator(".notice-once")).containsText("Done");
    }

    private static void send(Page page, String content) {
        page.setInputFiles("#file", new FilePayload("codes.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("#send-codes").click();
    }

    private static String population() {
        return IntStream.range(0, 40)
                .mapToObj(i -> "P%04d,%s,POLICE".formatted(i, i % 2 == 0 ? "Initial assessment" : "No further action"))
                .collect(Collectors.joining("\r\n", "code,outcome,referring agency\r\n", "\r\n"));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void change(String sql) throws SQLException {
        try (Connection database = TestPortal.database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
