package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.ear.support.TestPortal;

/**
 * The KSCB runs the referral audit: six people of six agencies, each on their own pages, from the sample by outcome to the
 * panel's figures. No name gets in, nobody sees another's grades before the own ones are signed.
 */
class KscbRunsAnAuditIT extends BrowserTest {
    private static final String CODE = "A11-82";
    private static final String AUDIT = "/practice-audits/" + CODE;
    private static final List<String> USUAL = List.of("YES", "2", "3", "given", "good");
    private static final Map<String, String> CRITICAL = Map.of("Q13", "NO", "Q18", "NO");

    @AfterEach
    void leave_no_audit_behind() throws SQLException {
        try (Connection database = TestPortal.database()) {
            Removal.ofAudit(database, CODE);
        }
    }

    @Test
    void six_people_of_six_agencies_run_the_referral_audit() {
        Page manager = Browser.as("kscb", 1280, 900);
        scopeAndSample(manager);
        for (String coordinator : List.of("police", "health", "kcc")) {
            Page page = Browser.as(coordinator, 1280, 900);
            page.navigate(AUDIT);
            page.locator("#arrived").click();
            assertThat(page.locator(".notice-once")).containsText("Thank you");
        }
        next(manager, "Open the returns");

        giveCases("kcc", "Noor Fabricated", 4);
        giveCases("police", "Jamie Sampleton", 2);
        giveCases("health", "Jess Figment", 2);
        Page police = Browser.as("auditor", 1280, 900);
        List<String> ofPolice = casesOf(police);
        nameIsHeldBack(police, ofPolice.getFirst());
        answer(police, ofPolice.getFirst(), Map.of("Q14", "2", "Q15", "4"), true);
        answer(police, ofPolice.getLast(), Map.of("Q14", "3", "Q15", "3"), false);
        Page health = Browser.as("auditor3", 1280, 900);
        for (String aCase : casesOf(health)) {
            answer(health, aCase, Map.of("Q14", "3", "Q15", "3"), false);
        }
        Page frontDoor = Browser.as("auditor4", 1280, 900);
        for (String aCase : casesOf(frontDoor)) {
            answer(frontDoor, aCase, Map.of("Q15", aCase.equals(ofPolice.getFirst()) ? "4" : "3"), false);
        }
        signOff("kcc");
        for (String address : List.of("/returns/KCC", "/moderation", "/returns/HEALTH")) {
            assertThat(police.navigate(AUDIT + address).status()).as(address).isEqualTo(404);
        }
        signOff("police");
        signOff("health");

        next(manager, "Close the returns");
        for (String agency : List.of("KSCB", "HEALTH", "SCHOOLS")) {
            manager.check("#panel-" + agency);
        }
        next(manager, "Start moderation");
        manager.navigate(AUDIT + "/returns");
        assertThat(manager.locator("section[aria-labelledby=concerns] li")).hasCount(1);
        assertThat(manager.locator("section[aria-labelledby=concerns]")).containsText("duty social worker");

        Page panel = Browser.as("moderator3", 1280, 900);
        moderate(panel);
        police.navigate(AUDIT + "/results");
        assertThat(police.locator("main")).containsText("not released yet");
        report(manager);

        Page chair = Browser.as("chair", 1280, 900);
        chair.navigate(AUDIT + "/results");
        assertThat(chair.locator("h1")).containsText("Referrals of April");
        police.navigate(AUDIT + "/results");
        assertThat(police.locator("section[aria-labelledby=own] tbody tr"))
                .hasCount(4); // two cases, each with a grade for the referral and one for the response
        assertThat(police.locator("#own")).hasText("Our cases 2");
        assertThat(police.locator("section[aria-labelledby=own]")).containsText("Read across by the panel");
        manager.navigate(AUDIT + "/results");
        assertThat(manager.locator("section[aria-labelledby=thr]")).containsText("3 of 4");
        assertThat(manager.locator("main")).containsText("kappa");
        Browser.screenshot(manager, "six-people-results-1280");
        assertThat(manager.content()).doesNotContain("Mrs P");
    }

    private static void scopeAndSample(Page manager) {
        manager.navigate("/practice-audits/new");
        manager.fill("#code", CODE);
        manager.fill("#title", "Referrals of April");
        manager.fill("#theme", "Referral quality");
        manager.fill("#question", "Are referrals at the right level?");
        manager.selectOption("#kind", "REFERRAL_QUALITY");
        manager.fill("#periodFrom", "1/4/2011");
        manager.fill("#periodUntil", "30/4/2011");
        for (String agency : List.of("KCC", "POLICE", "HEALTH")) {
            manager.selectOption("[id='part." + agency + "']", agency.equals("KCC") ? "FRONT_DOOR" : "REFERRER");
        }
        manager.locator("#scope-it").click();
        assertThat(manager.locator("h1")).hasText("Referrals of April");
        manager.fill("#note", "QA subgroup of 15 June 2011, minute 4");
        next(manager, "Record the scope’s approval");
        String tool = manager.locator("#tool option", text("Quality and threshold of referrals"))
                .first()
                .getAttribute("value");
        manager.selectOption("#tool", tool);
        manager.locator("#use-tool").click();
        assertThat(manager.locator(".notice-once")).isVisible();
        next(manager, "Start the pilot");
        manager.locator("a", text("Draw the sample")).click();
        manager.setInputFiles(
                "#file", new FilePayload("codes.csv", "text/csv", population().getBytes(StandardCharsets.UTF_8)));
        manager.locator("#send-codes").click();
        manager.fill("[id='size.Initial assessment']", "2");
        manager.fill("[id='size.No further action']", "2");
        manager.fill("#pilot", "Two cases; nothing to change");
        manager.fill("#inclusion", "Referrals of the police and of health, May 2011");
        manager.fill("#exclusion", "Nothing");
        manager.locator("#draw-it").click();
        assertThat(manager.locator(".notice-once")).containsText("The sample is drawn");
        manager.waitForDownload(() -> manager.locator("#take").click());
        next(manager, "Notify the agencies");
    }

    /** By outcome; the police's referrals led to an assessment, those of Health did not. */
    private static String population() {
        return IntStream.range(0, 40)
                .mapToObj(i ->
                        "P%04d,%s".formatted(i, i % 2 == 0 ? "Initial assessment,POLICE" : "No further action,HEALTH"))
                .collect(Collectors.joining("\r\n", "code,outcome,referring agency\r\n", "\r\n"));
    }

    private static void giveCases(String coordinator, String auditor, int cases) {
        Page page = Browser.as(coordinator, 1280, 900);
        page.navigate(AUDIT + "/return");
        Locator choices = page.locator("select[name^='auditor:']");
        assertThat(choices).hasCount(cases);
        for (int i = 0; i < cases; i++) {
            choices.nth(i).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(auditor));
        }
        page.locator("#give").click();
        assertThat(page.locator(".notice-once")).isVisible();
    }

    private static List<String> casesOf(Page auditor) {
        auditor.navigate(AUDIT + "/return");
        return auditor.locator("main td a.code").allInnerTexts();
    }

    private static void nameIsHeldBack(Page auditor, String aCase) {
        open(auditor, aCase);
        auditor.fill("#n-Q1", "Mrs P was not asked");
        assertThat(auditor.locator("#Q1 [data-watch]")).containsText("looks like a name");
        auditor.locator("#Q1 [data-watch] button").first().click();
        assertThat(auditor.locator("#n-Q1")).hasValue("mother was not asked");
    }

    private static void open(Page auditor, String aCase) {
        auditor.navigate(AUDIT + "/return");
        auditor.locator("main td a.code", text(aCase)).click();
        if (auditor.locator("#declared").count() > 0) {
            auditor.locator("#declared").click();
            assertThat(auditor.locator("#declared")).hasCount(0);
        }
    }

    /** Section by section as a person would, then the concern, then complete. */
    private static void answer(Page auditor, String aCase, Map<String, String> unlike, boolean concern) {
        open(auditor, aCase);
        auditor.check("input[name=found][value=" + (concern ? "YES" : "NO") + "]");
        if (concern) {
            auditor.fill("#actedAt", "2011-06-14T16:20");
            auditor.fill("#told", "duty social worker");
        }
        auditor.locator("#concern").click();
        assertThat(auditor.locator(".concern-bar")).containsText(concern ? "Yes, acted on" : "No");
        answerSection(auditor, unlike);
        while (auditor.locator("#complete").count() == 0) {
            String section = auditor.locator("#sec-head").innerText();
            auditor.locator("#save").click();
            assertThat(auditor.locator("#sec-head")).not().hasText(section);
            answerSection(auditor, unlike);
        }
        auditor.locator("#complete").click();
        assertThat(auditor.locator("main")).containsText("Complete");
        assertThat(auditor.locator("#problems")).hasCount(0);
    }

    private static void answerSection(Page auditor, Map<String, String> unlike) {
        for (Locator question : auditor.locator(".q").all()) {
            if (!question.isVisible()) {
                continue;
            }
            String ref = question.getAttribute("data-ref");
            Locator date = question.locator("input[type^=date]");
            if (date.count() > 0) {
                date.fill("date".equals(date.getAttribute("type")) ? "2011-04-05" : "2011-04-05T10:30");
            } else if (question.locator("input[type=radio]").count() > 0) {
                choose(question, unlike.getOrDefault(ref, CRITICAL.getOrDefault(ref, "")));
            }
            if (ref.startsWith("Q27") || ref.startsWith("Q28")) {
                question.locator("textarea").fill("Plain, complete and well reasoned");
            }
        }
    }

    private static void choose(Locator question, String value) {
        for (String one : value.isEmpty() ? USUAL : List.of(value)) {
            Locator radio = question.locator("input[type=radio][value='" + one + "']");
            if (radio.count() > 0) {
                radio.check();
                return;
            }
        }
        throw new AssertionError("No usual answer to " + question.innerText());
    }

    private static void signOff(String coordinator) {
        Page page = Browser.as(coordinator, 1280, 900);
        page.navigate(AUDIT + "/return");
        page.locator("#signOff").click();
        assertThat(page.locator("main")).containsText("Signed off by");
    }

    private static void moderate(Page panel) {
        panel.navigate(AUDIT + "/moderation");
        List<String> cases = hrefs(panel, "main td a.code");
        assertThat(cases).hasSize(4);
        for (String aCase : cases) {
            panel.navigate(aCase);
            for (String grade : hrefs(panel, "section[aria-labelledby=grades] tbody a")) {
                panel.navigate(grade);
                panel.check("input[name=grade][value=" + (grade.contains("POLICE") ? "adequate" : "good") + "]");
                panel.fill("#reason", "Read across by the panel");
                for (String person : List.of("moderator", "moderator2", "moderator3")) {
                    panel.check("input[name=panel][value=" + person + "]");
                }
                panel.locator("#give").click();
                assertThat(panel.locator(".notice-once")).isVisible();
            }
        }
        Browser.screenshot(panel, "six-people-moderation-1280");
        panel.navigate(AUDIT + "/moderation");
        Browser.screenshot(panel, "six-people-panel-1280");
    }

    private static List<String> hrefs(Page page, String selector) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static void report(Page manager) {
        manager.navigate(AUDIT);
        next(manager, "Send for the accuracy check");
        manager.navigate(AUDIT + "/report");
        manager.fill("#headline", "Three in four referrals named the right level.");
        manager.fill("#summary", "Four referrals of two agencies were read.");
        manager.fill("#learning", "Say why you refer now.");
        manager.fill("#training", "None.");
        manager.locator("#freeze-it").click();
        assertThat(manager.locator(".notice-once")).containsText("Version frozen");
        manager.navigate(AUDIT);
        manager.fill("#note", "Both agencies answered by telephone");
        next(manager, "End the accuracy check");
        Page board = Browser.as("kscbboard", 1280, 900);
        board.navigate(AUDIT + "/report");
        board.fill("#minute", "KSCB, item 7");
        board.locator("#approve-it").click();
        assertThat(board.locator("#problems")).containsText("Agencies may say until");
        theCheckOfFactsIsOver();
        board.navigate("/home");
        Browser.screenshot(board, "board-home-1280");
        board.locator("section[aria-labelledby=waiting-reports] a")
                .filter(new Locator.FilterOptions().setHasText("Referrals of April"))
                .click();
        assertThat(board.locator("#versions")).containsText("1");
        board.fill("#minute", "KSCB, item 7");
        board.locator("#approve-it").click();
        assertThat(board.locator(".notice-once")).containsText("Approval recorded");
        board.navigate("/home");
        assertThat(board.locator("main")).not().containsText("Referrals of April");
        board.navigate(AUDIT + "/report");
        Browser.screenshot(board, "board-approves-1280");
        manager.fill("#note", "KSCB, minute 7");
        next(manager, "Record the board’s approval");
    }

    private static void theCheckOfFactsIsOver() {
        try (Connection database = TestPortal.database();
                var statement = database.createStatement()) {
            statement.executeUpdate(
                    "update audit_report set comments_until = '2011-06-14' where audit_id = (select id from"
                            + " practice_audit where code = '" + CODE + "')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void next(Page page, String button) {
        if (!page.url().endsWith(AUDIT)) {
            page.navigate(AUDIT);
        }
        page.locator("input[value='" + button + "']").click();
        assertThat(page.locator(".notice-once")).containsText("Done");
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
