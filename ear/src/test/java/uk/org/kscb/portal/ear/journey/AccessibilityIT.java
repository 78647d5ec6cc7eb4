package uk.org.kscb.portal.ear.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;
import uk.org.kscb.portal.ear.support.TestPortal;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.web.shell.Routes;
import uk.org.kscb.portal.web.shell.Routes.Route;

/** Every page of the portal, looked at by axe and through narrow windows. */
class AccessibilityIT extends BrowserTest {
    private static final String WIDEST = """
        () => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map(e => e.outerHTML.slice(0, 100)).join(' | ')\
        """;

    private static final int[] WIDTHS = {1280, 390};
    private static final int AT_400_PER_CENT = 1280 / 4;

    /** A page, and somebody who may see it. */
    private record Sight(String address, String person) {}

    @Test
    void axe_finds_nothing_serious_on_any_page_and_none_scrolls_sideways() {
        List<String> findings = new ArrayList<>();
        Map<String, Page> people = new HashMap<>();
        for (Sight sight : everyPage()) {
            Page page = people.computeIfAbsent(sight.person(), AccessibilityIT::newcomer);
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                var answer = page.navigate(sight.address());
                assertThat(answer.status())
                        .as("%s for %s", sight.address(), sight.person())
                        .isEqualTo(200);
                String seen = sight.address() + " at " + width + " px ";
                Browser.axe(page).forEach(finding -> findings.add(seen + finding));
                sideways(page).ifPresent(finding -> findings.add(seen + finding));
            }
            page.setViewportSize(AT_400_PER_CENT, 700);
            sideways(page).ifPresent(finding -> findings.add(sight.address() + " at 400 % " + finding));
        }
        people.values().forEach(page -> page.context().close());
        assertThat(findings).isEmpty();
    }

    @Test
    void axe_finds_nothing_serious_where_something_is_to_be_put_right() {
        Page form = Browser.as("police", 390, 800);
        UpdateForm.open(form, "4.4.2").send();
        assertThat(Browser.axe(form)).isEmpty();
        Page signIn = Browser.page(390, 800);
        signIn.navigate("/sign-in");
        Browser.fillIn(signIn, "nobody-here", "not the password");
        signIn.locator("#problems").waitFor();
        assertThat(Browser.axe(signIn)).isEmpty();
    }

    @Test
    void axe_would_find_what_is_wrong() {
        Page page = Browser.page(1280, 900);
        page.navigate("/sign-in");
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend',"
                + " '<img src=\"/x\"><p class=\"lead\" style=\"all:revert\"><a href=\"/x\"></a></p>')");
        assertThat(Browser.axe(page))
                .anyMatch(finding -> finding.startsWith("image-alt"))
                .anyMatch(finding -> finding.startsWith("link-name"));
    }

    @Test
    void on_paper_there_is_the_matter_without_the_controls() {
        Page page = Browser.as("police", 1280, 900);
        page.navigate("/actions/2.2.4");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Browser.screenshot(page, "action-on-paper");
        for (String gone : List.of("nav.nav", ".who", ".head a.btn", "a.skip")) {
            assertThat(page.locator(gone).first().isVisible()).as(gone).isFalse();
        }
        for (String there : List.of("h1", "#owes", "#updates", ".foot .end")) {
            assertThat(page.locator(there).isVisible()).as(there).isTrue();
        }
    }

    private static Optional<String> sideways(Page page) {
        int more = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
        return more > 0
                ? Optional.of("scrolls " + more + " px sideways, because of " + page.evaluate(WIDEST))
                : Optional.empty();
    }

    private static Page newcomer(String person) {
        return person.isEmpty() ? Browser.page(WIDTHS[0], 900) : Browser.as(person, WIDTHS[0], 900);
    }

    /** Who looks at a page: one who may. */
    private static String person(Route route) {
        Permission needed = route.guard().orElseThrow();
        if (route.address().startsWith("/referrals/{receipt}")) {
            return "teacher";
        }
        return needed.reach(Role.COORDINATOR) != Permission.Reach.NONE
                ? "police"
                : needed.reach(Role.PRACTITIONER) != Permission.Reach.NONE ? "visitor" : "kscb";
    }

    private static List<Sight> everyPage() {
        Page manager = Browser.as("kscb", 1280, 900);
        String preview = Imports.upload(manager, AlteredPlan.table("accessible.csv"));
        Page admin = Browser.as("admin", 1280, 900);
        String invitation = Invitations.make(admin, Invitations.someUserName(), "Accessible Person", "HEALTH");
        String recommendation = aRecommendation();
        List<Sight> sights = new ArrayList<>();
        sights.add(new Sight("/actions?show=mine&status=late&q=nothing-like-it", "police"));
        sights.add(new Sight("/home", "visitor"));
        sights.add(new Sight("/home", "police2"));
        sights.add(new Sight("/people", "health")); // somebody waits there for a second person
        sights.add(new Sight("/people", "admin"));
        sights.add(new Sight(Imports.upload(manager, AlteredPlan.foreign("foreign.csv")), "kscb"));
        manager.navigate("/practice-audits/tools");
        String aTool = manager.locator("main a[href^='/practice-audits/tools/']:not([href$=new])")
                .last()
                .getAttribute("href")
                .replaceFirst(".*/", "");
        Page police = Browser.as("police", 1280, 900);
        police.navigate("/practice-audits/A11-03/return");
        String aCase = police.locator("main td a.code").first().innerText();
        for (Route route : Routes.ALL) {
            if (!route.view().endsWith(".xhtml")) {
                continue;
            }
            String address = route.address()
                    .replace("/plan/imports/{id}", preview)
                    .replace("{ref}", "2.2.4")
                    .replace("{edition}", "1")
                    .replace("{level}", "3")
                    .replace("{tool}", aTool)
                    .replace("{code}/return/{case}", "A11-03/return/" + aCase)
                    .replace("{code}/moderation/{case}", "A11-01/moderation/A11-01-STF6")
                    .replace("{code}/moderation", "A11-01/moderation")
                    .replace("{code}", "A11-03")
                    .replace("{recommendation}", recommendation)
                    .replace("{draft}", "3")
                    .replace("{part}", "levels")
                    .replace("/guidance/unclear", "/guidance/unclear?example=I10")
                    .replace("{receipt}", Referrals.receipt())
                    .replace("{exercise}", Referrals.exercise())
                    .replace("{agency}", "POLICE")
                    .replace("/invitation/{secret}", invitation);
            assertThat(address).as("an address without gaps").doesNotContain("{");
            String person = route.open() ? "" : address.startsWith("/practice-audits/tools") ? "kscb" : person(route);
            sights.add(new Sight(address, person));
            if (address.startsWith("/practice-audits") && !address.contains("/return") && person.equals("police")) {
                sights.add(new Sight(address, "kscb"));
            }
        }
        return sights;
    }

    /** A recommendation that the police owe, whatever else there is. */
    private static String aRecommendation() {
        try (var database = TestPortal.database();
                var statement = database.createStatement()) {
            statement.execute(
                    "insert into finding (public_id, audit_id, number, text, found_on, recorded_by, recorded_at)"
                            + " select left(sha2(concat(now(6), p.id), 256), 20), p.id, 950 + floor(rand() * 40000), 'Found for"
                            + " all eyes', '2011-05-01', 'eyes', 0 from practice_audit p where p.code = 'A11-01'");
            String id = "left(sha2(concat('eyes', now(6)), 256), 20)";
            statement.execute(
                    "insert into recommendation (public_id, audit_id, finding_id, number, text, agency_id, priority,"
                            + " made_on, due_on, decision, decided_on) select " + id
                            + ", f.audit_id, f.id, f.number, 'Seen by all eyes', g.id, 'HIGH', '2011-05-01',"
                            + " '2011-06-01', 'ACCEPTED', '2011-05-02' from agency g join (select * from finding where"
                            + " recorded_by = 'eyes' order by id desc limit 1) f where g.code = 'POLICE'");
            var row = statement.executeQuery(
                    "select public_id from recommendation where text = 'Seen by all eyes' order by id desc limit 1");
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
