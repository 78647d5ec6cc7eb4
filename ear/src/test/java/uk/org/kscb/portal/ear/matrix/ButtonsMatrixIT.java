package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.web.shell.Routes;
import uk.org.kscb.portal.web.shell.Routes.Route;

/**
 * Every button of every page: whoever is shown it must hold its permission, and whoever sends it without having been shown
 * it changes nothing, whole or as a script does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ButtonsMatrixIT {
    /** Page and form, and what pressing a button in it needs. A form that is not here fails the test. */
    private static final Map<String, Permission> NEEDED = Map.ofEntries(
            Map.entry("/actions/{ref} accept", Permission.ANSWER_OFFER),
            Map.entry("/actions/{ref} query", Permission.ANSWER_OFFER),
            Map.entry("/actions/{ref} hold", Permission.ASSIGN_WORK),
            Map.entry("/actions/{ref} assign", Permission.ASSIGN_CONTRIBUTIONS),
            Map.entry("/actions/{ref} remove", Permission.ASSIGN_CONTRIBUTIONS),
            Map.entry("/actions/{ref} date", Permission.CONFIRM_DATES),
            Map.entry("/actions/{ref}/update update", Permission.REPORT_PROGRESS),
            Map.entry("/plan/imports/new upload", Permission.IMPORT_PLAN),
            Map.entry("/plan/imports/{id} yes", Permission.IMPORT_PLAN),
            Map.entry("/plan/imports/{id} no", Permission.IMPORT_PLAN),
            Map.entry("/plan/imports/{id} map", Permission.IMPORT_PLAN),
            Map.entry("/plan/imports/{id} undo-form", Permission.IMPORT_PLAN),
            Map.entry("/practice-audits/new scope", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} move", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} aside", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} chase", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} tool-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} step-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} invite", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} withdraw-agency", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} copy", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code} resolve", Permission.RESOLVE_NON_RETURNS),
            Map.entry("/practice-audits/{code} receipt", Permission.CONFIRM_RECEIPT),
            Map.entry("/practice-audits/{code}/sample population-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code}/sample each-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code}/sample draw-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code}/sample codes-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code}/sample again-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/{code}/sample leave-form", Permission.RUN_AUDITS),
            Map.entry("/practice-audits/programme take-out", Permission.MANAGE_PROGRAMME),
            Map.entry("/practice-audits/programme propose", Permission.MANAGE_PROGRAMME),
            Map.entry("/practice-audits/programme ask", Permission.MANAGE_PROGRAMME),
            Map.entry("/practice-audits/programme approve", Permission.APPROVE_PROGRAMME),
            Map.entry("/practice-audits/programme decide", Permission.DECIDE_PROGRAMME_CHANGES),
            Map.entry("/practice-audits/programme/new plan", Permission.MANAGE_PROGRAMME),
            Map.entry("/practice-audits/{code}/findings find", Permission.MANAGE_FINDINGS),
            Map.entry("/practice-audits/{code}/findings recommend", Permission.MANAGE_FINDINGS),
            Map.entry("/recommendations/{recommendation} decide", Permission.DECIDE_RECOMMENDATIONS),
            Map.entry("/recommendations/{recommendation} close", Permission.DECIDE_RECOMMENDATIONS),
            Map.entry("/recommendations/{recommendation} gap-form", Permission.DECIDE_RECOMMENDATIONS),
            Map.entry("/recommendations/{recommendation} agree", Permission.MANAGE_FINDINGS),
            Map.entry("/recommendations/{recommendation}/act act", Permission.OWN_AUDIT_ACTIONS),
            Map.entry("/recommendations/{recommendation}/report report", Permission.OWN_AUDIT_ACTIONS),
            Map.entry("/recommendations/{recommendation}/report impact", Permission.OWN_AUDIT_ACTIONS),
            Map.entry("/practice-audits/{code}/report write-report", Permission.WRITE_AUDIT_REPORT),
            Map.entry("/practice-audits/{code}/report release", Permission.WRITE_AUDIT_REPORT),
            Map.entry("/practice-audits/{code}/report approve", Permission.APPROVE_AUDIT_REPORT),
            Map.entry("/practice-audits/{code}/report comment", Permission.COMMENT_ON_AUDIT_REPORT),
            Map.entry("/practice-audits/{code}/kept hold", Permission.WRITE_AUDIT_REPORT),
            Map.entry("/practice-audits/{code}/kept lift", Permission.WRITE_AUDIT_REPORT),
            Map.entry("/guidance/confirm confirm", Permission.CONFIRM_READING),
            Map.entry("/guidance/unclear unclear", Permission.CONFIRM_READING),
            Map.entry("/guidance/numbers number-form", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/new begin", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/new bringIn", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/{draft} compared", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/{draft} consult", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/{draft} takeBack", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/{draft} approve", Permission.APPROVE_GUIDANCE),
            Map.entry("/guidance/drafts/{draft} comment", Permission.COMMENT_ON_GUIDANCE),
            Map.entry("/guidance/drafts/{draft}/write example-form", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/{draft}/frame frame", Permission.WRITE_GUIDANCE),
            Map.entry("/guidance/drafts/{draft}/parts/{part} part-form", Permission.WRITE_GUIDANCE),
            Map.entry("/escalations begin", Permission.RECORD_ESCALATIONS),
            Map.entry("/escalations move", Permission.RECORD_ESCALATIONS),
            Map.entry("/vignettes set", Permission.MANAGE_VIGNETTES),
            Map.entry("/vignettes/{exercise} answers", Permission.ANSWER_VIGNETTES),
            Map.entry("/vignettes/{exercise} add-case", Permission.MANAGE_VIGNETTES),
            Map.entry("/vignettes/{exercise} close-exercise", Permission.MANAGE_VIGNETTES),
            Map.entry("/vignettes/{exercise}/results panel-form", Permission.MANAGE_VIGNETTES),
            Map.entry("/vignettes/{exercise}/results repeat", Permission.MANAGE_VIGNETTES),
            Map.entry("/referrals/clocks clock-form", Permission.SET_REFERRAL_CLOCKS),
            Map.entry("/referrals/clocks holiday-form", Permission.SET_REFERRAL_CLOCKS),
            Map.entry("/referrals/clocks withdraw-form", Permission.SET_REFERRAL_CLOCKS),
            Map.entry("/referrals/form receipt", Permission.REFER),
            Map.entry("/referrals/{receipt} step-form", Permission.DECIDE_REFERRALS),
            Map.entry("/referrals/{receipt} never-told", Permission.REFER),
            Map.entry("/referrals/advice ask", Permission.REFER),
            Map.entry("/referrals/advice answer", Permission.DECIDE_REFERRALS),
            Map.entry("/practice-audits/tools/new toolNew", Permission.MANAGE_TOOLS),
            Map.entry("/practice-audits/tools/{tool} toolMoves", Permission.MANAGE_TOOLS),
            Map.entry("/practice-audits/tools/{tool} toolNext", Permission.MANAGE_TOOLS),
            Map.entry("/practice-audits/tools/{tool} toolReplace", Permission.MANAGE_TOOLS),
            Map.entry("/practice-audits/tools/{tool}/question question", Permission.MANAGE_TOOLS),
            Map.entry("/practice-audits/tools/{tool}/question questionRemove", Permission.MANAGE_TOOLS),
            Map.entry("/practice-audits/{code}/return assign", Permission.SIGN_RETURN),
            Map.entry("/practice-audits/{code}/return sign", Permission.SIGN_RETURN),
            Map.entry("/practice-audits/{code}/return askReopening", Permission.REOPEN_RETURN),
            Map.entry("/practice-audits/{code}/return agreeReopening", Permission.REOPEN_RETURN),
            Map.entry("/practice-audits/{code}/return/{case} answers", Permission.ANSWER_RETURN),
            Map.entry("/practice-audits/{code}/return/{case} declare", Permission.ANSWER_RETURN),
            Map.entry("/practice-audits/{code}/return/{case} known", Permission.ANSWER_RETURN),
            Map.entry("/practice-audits/{code}/returns/{agency} askReopening", Permission.REOPEN_RETURN),
            Map.entry("/practice-audits/{code}/returns/{agency} agreeReopening", Permission.REOPEN_RETURN),
            Map.entry("/practice-audits/{code}/moderation/{case} moderate", Permission.MODERATE),
            Map.entry("/people withdraw", Permission.MANAGE_PEOPLE),
            Map.entry("/people confirm", Permission.CONFIRM_ROLES),
            Map.entry("/people giveRole", Permission.MANAGE_PEOPLE),
            Map.entry("/people inviteAgain", Permission.MANAGE_PEOPLE),
            Map.entry("/people/invite invite", Permission.MANAGE_PEOPLE),
            Map.entry("/posts fillPost", Permission.MANAGE_PEOPLE),
            Map.entry("/trail check", Permission.VERIFY_TRAIL),
            Map.entry("/account/tokens create", Permission.MANAGE_OWN_ACCOUNT),
            Map.entry("/account/tokens revoke", Permission.MANAGE_OWN_ACCOUNT),
            Map.entry("/choose-agency choose", Permission.MANAGE_OWN_ACCOUNT));

    private record Found(String path, Form form) {}

    private Things things;

    @BeforeAll
    void begin() {
        Findings.inParallel(Person.forTheMatrix(), Program::of);
        things = Things.make();
    }

    @AfterAll
    void clear() {
        things.clear();
    }

    @Test
    void a_button_is_shown_to_those_who_may_press_it_and_works_for_nobody_else() {
        Findings findings = new Findings();
        Map<String, Found> found = new HashMap<>();
        Map<String, Set<Person>> shown = new HashMap<>();
        for (Route route : Routes.ALL) {
            if (route.guard().isPresent()) {
                for (Person person : Person.forTheMatrix()) {
                    look(route, person, found, shown, findings);
                }
            }
        }
        assertThat(found.keySet()).as("forms on the pages").hasSizeGreaterThan(12);
        List<String> before = Database.everythingThatPeopleChange();
        found.forEach((name, form) -> press(name, form, shown.getOrDefault(name, Set.of()), findings));
        findings.none();
        assertThat(Database.everythingThatPeopleChange()).isEqualTo(before);
    }

    private void look(
            Route route, Person person, Map<String, Found> found, Map<String, Set<Person>> shown, Findings findings) {
        for (Spot spot : Spot.of(route.address(), person, things)) {
            Answer page = Visitor.signedIn(person).get(spot.path());
            if (page.status() != 200) {
                continue;
            }
            for (Form form : Form.of(page)) {
                // rows of a table put their number before the form's name
                String name = route.address() + " " + form.id().replaceAll(".*:", "");
                Permission needed = NEEDED.get(name);
                findings.expect(needed != null, "The matrix does not know the form " + name);
                if (needed != null && !form.buttons().isEmpty()) {
                    findings.expect(
                            person.reach(needed) != Reach.NONE, name + " is shown to " + person + " without " + needed);
                    found.putIfAbsent(name, new Found(spot.path(), form));
                    shown.computeIfAbsent(name, n -> new HashSet<>()).add(person);
                }
            }
        }
    }

    private static void press(String name, Found found, Set<Person> shown, Findings findings) {
        Findings.inParallel(
                Person.forTheMatrix().stream().filter(p -> !shown.contains(p)).toList(), person -> {
                    for (String button : found.form().buttons().keySet()) {
                        Map<String, String> sent = found.form().pressing(button);
                        Answer whole = Visitor.signedIn(person).post(found.path(), sent);
                        findings.expect(
                                whole.status() == 404 || whole.status() == 200,
                                name + " pressed by " + person + ": " + whole);
                        sent.putAll(Map.of(
                                "jakarta.faces.partial.ajax",
                                "true",
                                "jakarta.faces.source",
                                button,
                                "jakarta.faces.partial.execute",
                                "@all"));
                        Answer partial = Visitor.signedIn(person)
                                .post(
                                        found.path(),
                                        sent,
                                        Map.of("Sec-Fetch-Site", "same-origin", "Faces-Request", "partial/ajax"));
                        findings.expect(
                                (partial.status() == 404 || partial.status() == 200)
                                        && !partial.text().contains("<redirect"),
                                name + " pressed by a script for " + person + ": " + partial);
                    }
                });
    }
}
