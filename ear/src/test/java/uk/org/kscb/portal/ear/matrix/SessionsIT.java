package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.web.shell.Routes;
import uk.org.kscb.portal.web.shell.Routes.Route;

/** Somebody who would use another's sign-in: to plant it, to steal it, to ride on it, to guess it. */
class SessionsIT {
    static final List<String> SERVLETS = List.of("/session/extend", "/session/end");

    private static final Person POLICE = Person.named("police2");

    @AfterEach
    void forget_the_failures() {
        Database.change("delete from sign_in_failure");
    }

    @Test
    void another_sites_page_sends_nothing_in_somebodys_name() {
        Findings findings = new Findings();
        Visitor visitor = Visitor.signedIn(Person.with(Role.MANAGER));
        String origin = uk.org.kscb.portal.ear.support.TestPortal.url();
        List<Map<String, String>> foreign = List.of(
                Map.of(),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://elsewhere.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", origin + ".elsewhere.example"),
                Map.of("Origin", origin, "Sec-Fetch-Site", "cross-site"),
                Map.of("Referer", "https://elsewhere.example/" + origin));
        List<String> addresses = new ArrayList<>(SERVLETS);
        Routes.ALL.stream().map(Route::address).map(Spot::unknown).forEach(addresses::add);
        List<String> before = Database.everythingThatPeopleChange();
        Findings.inParallel(addresses, address -> {
            for (Map<String, String> headers : foreign) {
                Answer answer = visitor.post(address, Map.of("jakarta.faces.ViewState", "stateless"), headers);
                findings.expect(answer.status() == 403, "POST " + address + " with " + headers + ": " + answer);
            }
        });
        findings.none();
        assertThat(Database.everythingThatPeopleChange()).isEqualTo(before);
        assertThat(visitor.get("/home").status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void other_methods_than_reading_and_sending_are_not_known() {
        assertThat(Visitor.signedIn(POLICE).with("PUT", "/home").status()).isEqualTo(405);
        assertThat(Visitor.signedIn(POLICE).with("DELETE", "/people").status()).isEqualTo(405);
        assertThat(Visitor.signedIn(POLICE).with("TRACE", "/home").status()).isEqualTo(405);
    }

    @Test
    void signing_in_gives_a_new_session() {
        Visitor victim = Visitor.stranger();
        victim.get("/sign-in");
        victim.cookie("JSESSIONID=0123456789abcdef0123456789ab");
        assertThat(victim.signIn(POLICE.userName(), POLICE.password()).status()).isEqualTo(302);
        String first = victim.cookie();
        assertThat(first).isNotEqualTo("JSESSIONID=0123456789abcdef0123456789ab");

        // a session that exists already, an attacker's own, planted in the victim's browser
        Visitor attacker = Visitor.justSignedIn(Person.named("school"));
        String planted = attacker.cookie();
        victim.cookie(planted);
        assertThat(victim.signIn(POLICE.userName(), POLICE.password()).status()).isEqualTo(302);
        assertThat(victim.cookie()).isNotEqualTo(planted);
        assertThat(victim.get("/home").text()).contains("Sam Placeholder");
        attacker.cookie(planted);
        assertThat(attacker.get("/home").text()).doesNotContain("Sam Placeholder");
    }

    @Test
    void the_cookie_is_for_the_server_only() {
        Visitor visitor = Visitor.stranger();
        Answer answer = visitor.signIn(POLICE.userName(), POLICE.password());
        List<String> cookies = answer.headers("Set-Cookie");
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContainIgnoringCase("Domain="));
        assertThat(answer.header("Location")).doesNotContain("jsessionid");
    }

    @Test
    void no_session_travels_in_an_address() {
        Visitor visitor = Visitor.justSignedIn(POLICE);
        String id = visitor.cookie().replaceAll(".*=", "");
        for (String address : List.of("/home", "/account", "/no-such-page", "/actions/download")) {
            Answer answer = Visitor.stranger().get(address + ";jsessionid=" + id);
            assertThat(answer.status()).as(address).isIn(302, 404);
            assertThat(answer.text()).as(address).doesNotContain("Sam Placeholder");
        }
    }

    @Test
    void after_signing_out_the_old_cookie_is_worth_nothing() {
        Visitor visitor = Visitor.justSignedIn(POLICE);
        String kept = visitor.cookie();
        visitor.post("/session/end", Map.of());
        visitor.cookie(kept);
        assertThat(visitor.get("/home").leadsToSignIn()).isTrue();
    }

    @Test
    void staying_signed_in_is_for_those_who_are() {
        assertThat(Visitor.stranger().post("/session/extend", Map.of()).status())
                .isEqualTo(401);
        assertThat(Visitor.signedIn(POLICE).post("/session/extend", Map.of()).status())
                .isEqualTo(204);
    }

    @Test
    void signing_in_leads_to_pages_of_the_portal_only() {
        for (String next :
                List.of("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "/\t/x")) {
            Visitor visitor = Visitor.stranger();
            String address = "/sign-in?next=" + Visitor.encoded(next);
            Form form = Form.of(visitor.get(address), "signIn");
            Answer answer = visitor.post(
                    address, form.pressing("go", Map.of("userName", POLICE.userName(), "password", POLICE.password())));
            assertThat(answer.header("Location")).as(next).endsWith("/home");
        }
    }

    @Test
    void a_role_that_is_withdrawn_works_no_more_at_the_next_request() {
        Person person = Person.named("probation");
        Visitor visitor = Visitor.justSignedIn(person);
        Program program = Program.of(person);
        assertThat(visitor.get("/actions").status()).isEqualTo(200);
        assertThat(program.get("/actions").status()).isEqualTo(200);
        Database.change(
                "update member_role set withdrawn_at = 1, withdrawn_by = 'matrix' where withdrawn_at is null"
                        + " and member_id = (select id from member where user_name = ?)",
                person.userName());
        try {
            assertThat(visitor.get("/actions").leadsToSignIn()).isTrue();
            assertThat(program.get("/actions").isProblem(401)).isTrue();
            assertThat(Visitor.stranger()
                            .signIn(person.userName(), person.password())
                            .status())
                    .isEqualTo(200);
        } finally {
            Database.change(
                    "update member_role set withdrawn_at = null, withdrawn_by = null where withdrawn_by = 'matrix'");
        }
        assertThat(visitor.get("/actions").status()).isEqualTo(200);
        assertThat(program.get("/actions").status()).isEqualTo(200);
    }

    @Test
    void a_token_that_is_revoked_works_no_more_at_once() {
        Visitor visitor = Visitor.signedIn(POLICE);
        Program program = Program.withNewTokenOf(visitor, "Matrix, to be revoked");
        assertThat(program.get("/me").status()).isEqualTo(200);
        Form form = Form.of(visitor.get("/account/tokens"), "revoke");
        String newest = form.buttons().keySet().iterator().next();
        visitor.post("/account/tokens", form.pressing(newest));
        assertThat(program.get("/me").isProblem(401)).isTrue();
        assertThat(program.get("/me").text()).doesNotContain("revoked");
    }

    /** The newest token first: what somebody else's token is called never stands in an address. */
    @Test
    void nobody_revokes_the_token_of_another() {
        Program health = Program.of(Person.named("health"));
        Visitor police = Visitor.signedIn(POLICE);
        Program.withNewTokenOf(police, "Matrix, one of several");
        Form form = Form.of(police.get("/account/tokens"), "revoke");
        String button = form.buttons().keySet().iterator().next();
        long mine = form.buttons().size();
        police.post("/account/tokens", form.pressing(button.replaceAll("\\d+", String.valueOf(mine + 5))));
        assertThat(health.get("/me").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_user_and_a_wrong_password_are_answered_alike() {
        Visitor visitor = Visitor.stranger();
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        String knownSays = "";
        String unknownSays = "";
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            knownSays = visitor.signIn("police2", "not the password").main().replace("police2", "somebody");
            long between = System.nanoTime();
            unknownSays = visitor.signIn("nosuch2", "not the password").main().replace("nosuch2", "somebody");
            known.add(between - start);
            unknown.add(System.nanoTime() - between);
        }
        assertThat(unknownSays).isEqualTo(knownSays).contains("do not fit together");
        double ratio = median(known) / (double) median(unknown);
        assertThat(ratio).as("time of a known user to that of an unknown one").isBetween(1 / 3.0, 3.0);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @Test
    void after_ten_failures_an_account_waits_whether_it_exists_or_not() {
        for (String userName : List.of("voluntary", "nosuchperson")) {
            for (int i = 0; i < 10; i++) {
                assertThat(Visitor.stranger().signIn(userName, "wrong").text()).contains("do not fit together");
            }
        }
        Person person = Person.named("voluntary");
        Answer right = Visitor.stranger().signIn("voluntary", person.password());
        Answer wrong = Visitor.stranger().signIn("voluntary", "wrong");
        Answer unknown = Visitor.stranger().signIn("nosuchperson", "wrong");
        assertThat(right.status()).as("even with the right password").isEqualTo(200);
        assertThat(right.main()).contains("Too many attempts").isEqualTo(wrong.main());
        assertThat(unknown.main().replace("nosuchperson", "voluntary")).isEqualTo(wrong.main());
        assertThat(Visitor.stranger()
                        .signIn(POLICE.userName(), POLICE.password())
                        .status())
                .as("others are not kept out")
                .isEqualTo(302);
    }
}
