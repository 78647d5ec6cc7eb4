package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;
import uk.org.kscb.portal.ear.support.TestPortal;

/** What happens around a return that does not come, is empty, or is signed already. */
class LateReturnJourneyIT extends BrowserTest {
    private static final String AUDIT = "A11-03";
    private static final String OF_TRUST =
            " from practice_audit p, agency g where p.code = 'A11-03' and g.code = 'KCT'";

    @BeforeEach
    void a_return_that_went_to_the_chair_and_one_without_cases() throws SQLException {
        clear();
        change(
                "insert into audit_event (audit_id, happened_on, recorded_at, recorded_by, what, state, agency_id, detail)"
                        + " select p.id, '2011-06-15', 0, 'journey', 'ESCALATED', p.state, g.id, '' from practice_audit p,"
                        + " agency g where p.code = 'A11-03' and g.code = 'POLICE'");
        change("insert into audit_agency (audit_id, agency_id, part) select p.id, g.id, 'REFERRER'" + OF_TRUST);
        change("insert into agency_return (public_id, audit_id, agency_id, state, round, opened_at) select"
                + " 'emptyreturnoftrust00', p.id, g.id, 'OPEN', 1, 1"
                + OF_TRUST);
    }

    @AfterEach
    void clear() throws SQLException {
        String trust = " where audit_id = (select id from practice_audit where code = 'A11-03') and agency_id ="
                + " (select id from agency where code = 'KCT')";
        change("delete from audit_event where recorded_by = 'journey' or what = 'NON_RETURN_AGREED'");
        change("delete from agency_return" + trust);
        change("delete from audit_agency" + trust);
        change("update agency_return set state = 'OPEN' where state = 'SIGNED_OFF' and signed_by is null and audit_id ="
                + " (select id from practice_audit where code = 'A11-03')");
    }

    @Test
    void the_chair_finds_it_on_the_home_page_and_records_what_was_agreed() {
        for (int width : new int[] {390, 1280}) {
            Page chair = Browser.as("chair", width, 900);
            chair.navigate("/home");
            assertThat(chair.locator("section[aria-labelledby=non-returns]")).containsText("Kent Police");
            assertThat(chair.locator("section[aria-labelledby=non-returns]")).containsText("Nothing is agreed yet.");
            Browser.screenshot(chair, "chair-home-" + width);
            assertThat(Browser.axe(chair)).isEmpty();
        }
        Page chair = Browser.as("chair", 1280, 900);
        chair.navigate("/home");
        chair.locator("section[aria-labelledby=non-returns] a").first().click();
        chair.locator("#resolve-it").click();
        assertThat(chair.locator("#problems")).containsText("Say what was agreed and by when");
        chair.selectOption("#missing", "POLICE");
        chair.fill("#agreed", "The cases of Dover come by 24 June");
        chair.locator("#resolve-it").click();
        assertThat(chair.locator(".notice-once")).containsText("Recorded");
        assertThat(chair.locator("section[aria-labelledby=non-return]")).containsText("come by 24 June");
        Browser.screenshot(chair, "non-return-1280");

        Page police = Browser.as("police", 390, 900);
        police.navigate("/home");
        assertThat(police.locator("section[aria-labelledby=audits-asked]"))
                .containsText("With the independent chair since");
        police.navigate("/practice-audits/" + AUDIT);
        assertThat(police.locator("section[aria-labelledby=history]")).containsText("come by 24 June");
        Browser.screenshot(police, "agency-after-escalation-390");
        Page health = Browser.as("health", 1280, 900);
        health.navigate("/practice-audits/" + AUDIT);
        assertThat(health.locator("section[aria-labelledby=history]")).not().containsText("24 June");
    }

    @Test
    void an_agency_without_a_drawn_case_signs_so_that_nobody_waits_for_it() {
        Page trust = Browser.as("trust", 1280, 900);
        trust.navigate("/practice-audits/" + AUDIT + "/return");
        assertThat(trust.locator("main")).containsText("None of the cases drawn is ours.");
        trust.locator("#signOff").click();
        assertThat(trust.locator("main")).containsText("Signed off by");
        Browser.screenshot(trust, "empty-return-signed-1280");
    }

    @Test
    void a_concern_is_told_although_the_return_is_signed() throws SQLException {
        Page auditor = Browser.as("auditor", 390, 900);
        auditor.navigate("/practice-audits/" + AUDIT + "/return");
        String aCase = auditor.locator("main tr a.code").first().getAttribute("href");
        change(
                "update agency_return set state = 'SIGNED_OFF' where audit_id = (select id from practice_audit where code"
                        + " = 'A11-03') and agency_id = (select id from agency where code = 'POLICE')");
        auditor.navigate(aCase);
        assertThat(auditor.locator("main")).containsText("signed off and locked");
        assertThat(auditor.locator("input[name=found][value=NO]")).hasCount(0);
        auditor.check("input[name=found][value=YES]");
        auditor.fill("#actedAt", "2011-06-14T16:20");
        auditor.fill("#told", "duty social worker");
        Browser.screenshot(auditor, "concern-after-signing-390");
        auditor.locator("#concern").click();
        assertThat(auditor.locator("#cf")).containsText("told: duty social worker");
        try (Connection database = TestPortal.database();
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate("delete from audit_event where what = 'CONCERN' and detail like '"
                            + aCase.replaceAll(".*/([^/?]+).*", "$1") + "%'"))
                    .isEqualTo(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection database = TestPortal.database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
