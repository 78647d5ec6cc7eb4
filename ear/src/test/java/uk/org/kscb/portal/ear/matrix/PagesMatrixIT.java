package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import uk.org.kscb.portal.ear.matrix.Spot.Whose;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.web.shell.Routes;
import uk.org.kscb.portal.web.shell.Routes.Route;

/**
 * Every role on every page: reading it, sending its form, sending it as a script does; one's own thing, another
 * agency's, one that does not exist; signed in and not. What must come out stands in {@link Permission} and
 * {@link Routes}, nowhere here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesMatrixIT {
    private static final Map<String, String> PARTIAL = Map.of(
            "Sec-Fetch-Site", "same-origin", "Faces-Request", "partial/ajax", "X-Requested-With", "XMLHttpRequest");
    private static final Map<String, String> STATELESS = Map.of("jakarta.faces.ViewState", "stateless");

    private final Map<Person, String> missing = new ConcurrentHashMap<>();
    private Things things;

    @BeforeAll
    void everybody_signs_in() {
        Findings.inParallel(Person.forTheMatrix(), Visitor::signedIn);
        things = Things.make();
    }

    @AfterAll
    void clear() {
        things.clear();
    }

    @Test
    void there_is_a_sample_person_for_every_role() {
        assertThat(Person.forTheMatrix()).extracting(Person::role).contains(Role.values());
    }

    @TestFactory
    Stream<DynamicTest> reading() {
        return Routes.ALL.stream().map(route -> dynamicTest("GET " + route.address(), () -> reading(route)));
    }

    private void reading(Route route) {
        Findings findings = new Findings();
        Findings.inParallel(Person.forTheMatrix(), person -> {
            for (Spot spot : Spot.of(route.address(), person, things)) {
                Answer answer = Visitor.signedIn(person).get(spot.path());
                boolean opens = spot.opensFor(person, route.guard());
                findings.expect(answer.status() == (opens ? 200 : 404), cell("GET", person, spot, opens, answer));
                Headers.check(answer, spot.path(), findings);
                if (!opens) {
                    looksMissing(route, person, spot, answer, findings);
                }
            }
        });
        for (Spot spot : Spot.of(route.address(), "POLICE", things)) {
            Answer answer = Visitor.stranger().get(spot.path());
            if (route.open()) {
                findings.expect(
                        answer.status() == (spot.whose() == Whose.UNKNOWN ? 404 : 200),
                        "GET " + spot.path() + " signed out: " + answer);
            } else {
                findings.expect(answer.leadsToSignIn(), "GET " + spot.path() + " signed out: " + answer);
            }
            Headers.check(answer, spot.path(), findings);
        }
        findings.none();
    }

    /** What is not for somebody answers as what does not exist, byte for byte. */
    private void looksMissing(Route route, Person person, Spot spot, Answer answer, Findings findings) {
        Visitor visitor = Visitor.signedIn(person);
        if (spot.whose() == Whose.ANOTHER_AGENCYS) {
            Answer unknown = visitor.get(Spot.unknown(route.address()));
            findings.expect(
                    answer.steady().equals(unknown.steady()),
                    spot.path() + " tells " + person + " that there is something");
        }
        findings.expect(
                answer.main()
                        .equals(missing.computeIfAbsent(
                                person, p -> visitor.get("/no-such-page").main())),
                spot.path() + " does not look missing to " + person);
    }

    @TestFactory
    Stream<DynamicTest> sending_a_form() {
        return Routes.ALL.stream()
                .map(route -> dynamicTest("POST " + route.address(), () -> sending(route, Visitor.OWN_PAGE)));
    }

    @TestFactory
    Stream<DynamicTest> sending_as_a_script_does() {
        return Routes.ALL.stream()
                .map(route -> dynamicTest("partial POST " + route.address(), () -> sending(route, PARTIAL)));
    }

    /** No button is pressed, so nothing happens: whether the page takes part at all is what counts. */
    private void sending(Route route, Map<String, String> headers) {
        Findings findings = new Findings();
        boolean partial = headers.containsKey("Faces-Request");
        Findings.inParallel(Person.forTheMatrix(), person -> {
            for (Spot spot : Spot.of(route.address(), person, things)) {
                boolean opens = spot.opensFor(person, route.guard());
                Visitor visitor = Visitor.signedIn(person);
                Answer answer = visitor.post(
                        spot.path(), opens ? formOf(visitor.get(spot.path()), partial) : form(partial), headers);
                findings.expect(
                        opens
                                ? List.of(200, 302, 400, 405).contains(answer.status())
                                : answer.status() == 404 || startsAgain(route, answer),
                        cell(partial ? "partial POST" : "POST", person, spot, opens, answer));
                findings.expect(
                        !opens || !answer.leadsToSignIn(),
                        "POST " + spot.path() + " asks " + person + " to sign in again");
            }
        });
        if (!route.open()) {
            for (Spot spot : Spot.of(route.address(), "POLICE", things)) {
                Answer answer = Visitor.stranger().post(spot.path(), form(partial), headers);
                findings.expect(
                        partial
                                ? answer.status() == 200 && answer.text().contains("<redirect url=\"/sign-in")
                                : answer.leadsToSignIn(),
                        "POST " + spot.path() + " signed out: " + answer);
                findings.expect(answer.text().length() < 500, "POST " + spot.path() + " signed out shows a page");
            }
        }
        findings.none();
    }

    /** On a page that is open to all, a form with a made-up state is answered before anybody looks what it is about. */
    private static boolean startsAgain(Route route, Answer answer) {
        return route.open() && (answer.status() == 302 || answer.text().contains("<redirect url="));
    }

    private static Map<String, String> formOf(Answer page, boolean partial) {
        List<Form> forms = Form.of(page);
        Map<String, String> sent = new HashMap<>(form(partial));
        if (!forms.isEmpty()) {
            sent.putAll(forms.getFirst().fields());
        }
        return sent;
    }

    private static Map<String, String> form(boolean partial) {
        Map<String, String> sent = new HashMap<>(STATELESS);
        if (partial) {
            sent.put("jakarta.faces.partial.ajax", "true");
            sent.put("jakarta.faces.partial.execute", "@all");
            sent.put("jakarta.faces.partial.render", "@all");
            sent.put("jakarta.faces.source", "main");
        }
        return sent;
    }

    @Test
    void no_view_can_be_reached_past_its_address() {
        Findings findings = new Findings();
        List<Person> people = List.of(Person.with(Role.MANAGER));
        List<String> ways = new ArrayList<>();
        for (Route route : Routes.ALL) {
            ways.add(route.view());
            ways.add("/assets/.." + route.view());
        }
        String one = "/account/account.xhtml";
        ways.addAll(List.of(
                "/assets/%2e%2e" + one, "/api/.." + one, "/jakarta.faces.resource" + one, one + ";x=y", "/" + one));
        ways.addAll(
                List.of("/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/WEB-INF/templates/page.xhtml", "/shell/error"));
        Findings.inParallel(ways, way -> {
            List<Visitor> visitors = new ArrayList<>(List.of(Visitor.stranger()));
            people.forEach(p -> visitors.add(Visitor.signedIn(p)));
            for (Visitor visitor : visitors) {
                Answer answer = visitor.get(way);
                findings.expect(List.of(400, 401, 404).contains(answer.status()), way + " leads somewhere: " + answer);
            }
        });
        findings.none();
    }

    @Test
    void every_servlet_is_behind_a_route() {
        List<String> covered =
                new ArrayList<>(Routes.ALL.stream().map(Route::view).toList());
        covered.addAll(SessionsIT.SERVLETS);
        covered.add("/shell/error"); // shows error pages; asked for directly it is a missing page, see above
        assertThat(WebClasses.servletAddresses()).isNotEmpty().isSubsetOf(covered);
    }

    private static String cell(String way, Person person, Spot spot, boolean opens, Answer answer) {
        return way + " " + spot.path() + " (" + spot.whose() + ") must " + (opens ? "open" : "look missing") + " for "
                + person + " but answers " + answer;
    }
}
