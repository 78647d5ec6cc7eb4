package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.org.kscb.portal.ear.service.Api.HEALTH;
import static uk.org.kscb.portal.ear.service.Api.MANAGER;
import static uk.org.kscb.portal.ear.service.Api.NOBODY;
import static uk.org.kscb.portal.ear.service.Api.POLICE;
import static uk.org.kscb.portal.ear.service.Api.POLICE_CONTRIBUTOR;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.ear.service.Api.Answer;
import uk.org.kscb.portal.ear.support.TestPortal;

/** What programs get from {@code /api/v1}: reading, reporting and the shape of every refusal. */
class ApiIT {
    private static final String POLICE_UPDATES = "/actions/2.2.4/contributions/POLICE/updates";

    @Test
    void health_needs_no_token_and_says_nothing_else() {
        assertThat(NOBODY.get("/health").isOk().body()).isEqualTo("{\"status\":\"up\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /me",
        "GET, /agencies",
        "GET, /people",
        "GET, /plan",
        "GET, /plan/imports",
        "POST, /plan/imports",
        "GET, /plan/imports/x",
        "POST, /plan/imports/x/confirm",
        "POST, /plan/imports/x/cancel",
        "POST, /plan/imports/x/undo",
        "POST, /plan/imports/x/mapping",
        "GET, /actions",
        "GET, /actions/2.2.4",
        "POST, /actions/2.2.4/contributions/POLICE/updates",
        "POST, /actions/2.2.4/contributions/POLICE",
        "DELETE, /actions/2.2.4/contributions/POLICE",
        "GET, /trail/verification",
        "GET, /nothing-here"
    })
    void without_a_token_nothing_opens(String method, String path) {
        for (Api stranger : List.of(NOBODY, new Api("not-a-token"))) {
            Answer answer = stranger.send(method, path, BodyPublishers.noBody());
            assertThat(answer.isProblem(401).getString("rule")).isEqualTo("not-signed-in");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
        }
    }

    @Test
    void a_cookie_or_a_password_is_no_token() {
        NOBODY.get("/me", "Cookie", "JSESSIONID=0123456789").isProblem(401);
        NOBODY.get("/me", "Authorization", "Basic cG9saWNlOnNhbXBsZS1wb2xpY2UtMjAxMQ==")
                .isProblem(401);
    }

    @Test
    void me_says_whose_token_it_is() {
        JsonObject me = POLICE.get("/me").isOk().object();
        assertThat(me.getString("userName")).isEqualTo("police");
        assertThat(me.getJsonObject("agency").getString("code")).isEqualTo("POLICE");
        assertThat(strings(me.getJsonArray("roles"))).containsExactly("coordinator");
    }

    @Test
    void agencies_have_a_code_and_a_name() {
        assertThat(members(POLICE.get("/agencies").isOk().array(), "code"))
                .contains("KCC", "HEALTH", "POLICE", "SCHOOLS", "PROBATION", "KSCB");
    }

    @Test
    void a_coordinator_sees_the_own_agencys_people_only() {
        assertThat(POLICE.get("/people").isOk().array())
                .isNotEmpty()
                .allMatch(p -> p.asJsonObject()
                        .getJsonObject("agency")
                        .getString("code")
                        .equals("POLICE"));
    }

    @Test
    void the_list_is_paged_and_counts_all() {
        Answer first = MANAGER.get("/actions?size=50&sort=ref").isOk();
        assertThat(first.header("X-Total-Count")).isEqualTo("129");
        assertThat(first.array()).hasSize(50);
        assertThat(first.header("Link")).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        Answer last = MANAGER.get("/actions?size=50&sort=ref&page=3").isOk();
        assertThat(last.array()).hasSize(29);
        assertThat(last.header("Link")).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(MANAGER.get("/actions?size=5000").isOk().array()).hasSize(129);
    }

    @Test
    void the_police_list_holds_what_the_police_owe() {
        Answer mine = POLICE.get("/actions?show=mine&size=200").isOk();
        assertThat(members(mine.array(), "ref")).hasSize(23).contains("2.2.4").doesNotContain("2.4.7");
        assertThat(members(POLICE.get("/actions?agency=POLICE&size=200").isOk().array(), "ref"))
                .hasSize(23);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=x", "size=-1", "status=lat", "show=their", "sort=colour", "asAt=2011-06-31"})
    void a_slip_in_a_parameter_is_named(String query) {
        JsonObject problem = POLICE.get("/actions?" + query).isProblem(400);
        assertThat(members(problem.getJsonArray("errors"), "field")).containsExactly(query.replaceAll("=.*", ""));
    }

    @Test
    void an_action_tells_its_milestones_and_contributions() {
        JsonObject action = POLICE.get("/actions/2.2.4").isOk().object();
        assertThat(action.getString("ref")).isEqualTo("2.2.4");
        assertThat(action.getJsonArray("milestones")).isNotEmpty();
        assertThat(action.getJsonArray("contributions"))
                .anyMatch(c -> c.asJsonObject()
                                .getJsonObject("agency")
                                .getString("code")
                                .equals("POLICE")
                        && c.asJsonObject().getString("basis").equals("text"));
        assertThat(POLICE.get("/actions/2.2.4?asAt=2011-06-01").isOk().object().getString("asAt"))
                .isEqualTo("2011-06-01");
    }

    @Test
    void an_update_is_added_and_shown_to_all_partners() {
        String words = "Shared " + UUID.randomUUID();
        Answer added = POLICE_CONTRIBUTOR.postJson(
                POLICE_UPDATES, "{\"status\":\"on-track\",\"done\":\"" + words + "\",\"next\":null}");
        added.is(201);
        assertThat(added.header("Location")).endsWith("/api/v1/actions/2.2.4");
        assertThat(added.object().getString("done")).isEqualTo(words);
        assertThat(HEALTH.get("/actions/2.2.4").isOk().body()).contains(words);
    }

    @Test
    void a_contributor_is_told_that_something_is_not_assigned_and_a_coordinator_assigns_it() {
        String update = "{\"status\":\"on-track\",\"done\":\"Rooms booked\"}";
        String path = "/actions/4.4.3/contributions/police";
        JsonObject refused =
                POLICE_CONTRIBUTOR.postJson(path + "/updates", update).isProblem(409);
        assertThat(refused.getString("detail")).contains("not assigned to you");
        POLICE_CONTRIBUTOR
                .putJson(path + "/assignment", "{\"person\":\"police2\"}")
                .isProblem(404);
        HEALTH.putJson(path + "/assignment", "{\"person\":\"health2\"}").isProblem(404);
        POLICE.putJson(path + "/assignment", "{\"person\":\"health2\"}").isProblem(422);
        POLICE.putJson(path + "/assignment", "{\"person\":\"police2\",\"post\":\"x\"}")
                .isProblem(422);
        POLICE.putJson(path + "/assignment", "{\"person\":\"police2\"}").is(204);
        POLICE_CONTRIBUTOR.postJson(path + "/updates", update).is(201);
        POLICE.putJson(path + "/assignment", "{\"person\":\"twohats\"}").is(204);
    }

    @Test
    void an_offer_is_queried_with_a_reason_and_then_accepted() {
        String ref = members(HEALTH.get("/actions?show=mine&size=200").isOk().array(), "ref").stream()
                .filter(r -> state(HEALTH, r, "HEALTH").equals("proposed"))
                .reduce((one, next) -> next)
                .orElseThrow();
        String path = "/actions/" + ref + "/contributions/HEALTH";
        HEALTH.postJson(path + "/query", "{\"reason\":\"  \"}").isProblem(422);
        HEALTH.postJson(path + "/query", "{}").isProblem(422);
        HEALTH.postJson(path + "/query", "{\"reason\":\"Is this for the east too?\"}")
                .is(204);
        assertThat(state(POLICE, ref, "HEALTH")).isEqualTo("queried");
        HEALTH.post(path + "/accept").is(204);
        assertThat(state(POLICE, ref, "HEALTH")).isEqualTo("accepted");
        for (Api other : List.of(POLICE, MANAGER)) {
            other.post(path + "/accept").isProblem(404);
            other.postJson(path + "/query", "{\"reason\":\"Not theirs\"}").isProblem(404);
        }
        POLICE_CONTRIBUTOR.post("/actions/2.2.4/contributions/POLICE/accept").isProblem(404);
    }

    private static String state(Api reader, String ref, String agency) {
        return reader.get("/actions/" + ref).isOk().object().getJsonArray("contributions").stream()
                .map(c -> c.asJsonObject())
                .filter(c -> c.getJsonObject("agency").getString("code").equals(agency))
                .findFirst()
                .orElseThrow()
                .getString("state");
    }

    @Test
    void an_agency_only_update_stays_in_the_agency() {
        String words = "Kept " + UUID.randomUUID();
        POLICE.postJson(POLICE_UPDATES, "{\"status\":\"at-risk\",\"done\":\"" + words + "\",\"agencyOnly\":true}")
                .is(201);
        assertThat(POLICE_CONTRIBUTOR.get("/actions/2.2.4").isOk().body()).contains(words);
        for (Api other : List.of(HEALTH, MANAGER)) {
            assertThat(other.get("/actions/2.2.4").isOk().body()).doesNotContain(words);
        }
    }

    @Test
    void what_is_wrong_with_an_update_is_said_member_by_member() {
        JsonObject empty = POLICE.postJson(POLICE_UPDATES, "{}").isProblem(422);
        assertThat(members(empty.getJsonArray("errors"), "field")).containsExactlyInAnyOrder("done", "status");
        JsonObject odd = POLICE.postJson(POLICE_UPDATES, "{\"status\":\"fine\",\"done\":1,\"colour\":\"red\"}")
                .isProblem(422);
        assertThat(members(odd.getJsonArray("errors"), "field")).containsExactlyInAnyOrder("colour", "done", "status");
        POLICE.postJson(POLICE_UPDATES, "{\"status\":\"on-track\",\"done\":\"" + "x".repeat(1501) + "\"}")
                .isProblem(422);
    }

    @Test
    void unknown_and_not_yours_are_the_same() {
        String update = "{\"status\":\"on-track\",\"done\":\"Something\"}";
        Answer unknown = POLICE.get("/actions/99.99.99");
        unknown.isProblem(404);
        List<Answer> others = List.of(
                POLICE.get("/no-such-address"),
                POLICE.postJson("/actions/99.99.99/contributions/POLICE/updates", update),
                POLICE.postJson("/actions/2.4.7/contributions/HEALTH/updates", update),
                POLICE.postJson("/actions/2.4.7/contributions/NOBODY/updates", update),
                POLICE.postJson("/actions/2.2.4/contributions/KCC/updates", update),
                POLICE.post("/actions/2.2.4/contributions/HEALTH"),
                POLICE.delete("/actions/2.2.4/contributions/KCC"),
                POLICE.get("/plan/imports"),
                POLICE.get("/plan/imports/00000000-0000-0000-0000-000000000000"),
                MANAGER.get("/plan/imports/00000000-0000-0000-0000-000000000000"),
                POLICE.get("/trail/verification"),
                POLICE.sendTo(TestPortal.url("/api/v2/me"), "GET", BodyPublishers.noBody()));
        others.forEach(answer -> {
            answer.isProblem(404);
            assertThat(answer.withoutReference()).isEqualTo(unknown.withoutReference());
        });
    }

    @Test
    void the_manager_says_who_contributes() {
        MANAGER.postJson("/actions/2.2.4/contributions/PROBATION", "{\"owes\":\"Share risk information\"}")
                .is(201);
        JsonArray contributions = MANAGER.get("/actions/2.2.4").isOk().object().getJsonArray("contributions");
        assertThat(contributions)
                .anyMatch(c -> c.asJsonObject()
                                .getJsonObject("agency")
                                .getString("code")
                                .equals("PROBATION")
                        && c.asJsonObject().getString("basis").equals("manager"));
        MANAGER.delete("/actions/2.2.4/contributions/PROBATION").is(204);
    }

    @Test
    void a_request_that_does_not_fit_gets_a_problem_and_no_page() {
        Answer put = POLICE.send("PUT", "/actions", BodyPublishers.noBody());
        put.isProblem(405);
        assertThat(put.header("Allow")).contains("GET");
        POLICE.get("/actions", "Accept", "text/html").isProblem(406);
        POLICE.send("POST", POLICE_UPDATES, BodyPublishers.ofString("done=x"), "Content-Type", "text/plain")
                .isProblem(415);
        POLICE.send("POST", POLICE_UPDATES, BodyPublishers.ofString("{}"), "Content-Type", "no media type")
                .isProblem(400);
        POLICE.postJson(POLICE_UPDATES, "{\"status\":").isProblem(400);
        POLICE.postJson(POLICE_UPDATES, "[]").isProblem(400);
        POLICE.postJson(POLICE_UPDATES, "[".repeat(30_000)).isProblem(400);
        POLICE.postJson(POLICE_UPDATES, "{\"done\":\"" + "x".repeat(70_000) + "\"}")
                .isProblem(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/actions/a%2Fb", "/api/v1/nothing;x=1", "/api/v1//me", "/api/v1.xhtml", "/api/"})
    void a_disguised_address_leads_to_no_page(String path) {
        NOBODY.sendTo(TestPortal.url(path), "GET", BodyPublishers.noBody()).isProblem(401);
        POLICE.sendTo(TestPortal.url(path), "GET", BodyPublishers.noBody()).isProblem(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan",
                "/practice-audits",
                "/practice-audits/programme/2011",
                "/practice-audits/A11-03",
                "/practice-audits/A11-03/sample",
                "/practice-audits/tools",
                "/practice-audits/A11-03/findings"
            })
    void what_has_not_changed_is_not_sent_again(String path) {
        Answer first = MANAGER.get(path).isOk();
        String tag = first.header("ETag");
        assertThat(tag).isNotEmpty();
        assertThat(MANAGER.get(path, "If-None-Match", tag).is(304).body()).isEmpty();
        MANAGER.get(path, "If-None-Match", "\"another\"").isOk();
    }

    @Test
    void the_trail_is_unbroken() {
        JsonObject verdict = MANAGER.get("/trail/verification").isOk().object();
        assertThat(verdict.getBoolean("unbroken")).isTrue();
        assertThat(verdict.get("firstBroken")).isEqualTo(JsonValue.NULL);
    }

    private static List<String> members(JsonArray array, String member) {
        return array.stream().map(v -> v.asJsonObject().getString(member)).toList();
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
