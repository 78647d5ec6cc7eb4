package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import uk.org.kscb.portal.ear.matrix.Spot.Whose;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;

/** Every role on every operation of the API, with own things, another agency's and unknown ones; with and without token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiMatrixIT {
    private static final String UPDATE = "{\"status\":\"on-track\",\"done\":\"Written by somebody who must not\"}";
    private static final String EMPTY_UPDATE = "{\"status\":\"on-track\",\"done\":\"\"}";
    private static final String PAUSE = "{\"move\":\"pause\",\"note\":\"Written by somebody who must not\"}";
    private static final String DRAW =
            "{\"pilot\":\"Well\",\"inclusion\":\"All\",\"exclusion\":\"Nothing\",\"seed\":\"matrix\",\"sizes\":{\"All\":1}}";
    private static final String TOO_LONG = "{\"owes\":\"" + "x".repeat(501) + "\"}";

    /**
     * An operation and what somebody needs for it.
     *
     * @param right a body that would be taken; sent where the door must stay shut
     * @param wrong a body that is refused behind the door; sent where the door must open, so that nothing changes
     */
    private record Operation(String verb, String path, Optional<Permission> needs, String right, String wrong) {
        String name() {
            return verb + " " + path;
        }

        boolean multipart() {
            return name().equals("POST /plan/imports");
        }
    }

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("GET", "/health", Optional.empty(), "", ""),
            open("/guidance"),
            open("/guidance/indicators"),
            open("/guidance/editions"),
            open("/guidance/editions/{edition}"),
            open("/guidance/editions/{edition}/changes"),
            reads("/me", Permission.MANAGE_OWN_ACCOUNT),
            reads("/agencies", Permission.READ_AGENCIES),
            reads("/people", Permission.READ_PEOPLE),
            reads("/trail/verification", Permission.VERIFY_TRAIL),
            reads("/plan", Permission.READ_PLAN),
            reads("/actions", Permission.READ_PLAN),
            reads("/actions/{ref}", Permission.READ_PLAN),
            reads("/practice-audits/{code}/results", Permission.READ_RESULTS),
            reads("/practice-audits/{code}/findings", Permission.READ_RECOMMENDATIONS),
            reads("/recommendations", Permission.READ_RECOMMENDATIONS),
            reads("/escalations", Permission.READ_ESCALATIONS),
            reads("/escalations/themes", Permission.READ_ESCALATION_THEMES),
            changes(
                    "POST",
                    "/escalations",
                    Permission.RECORD_ESCALATIONS,
                    "{\"other\":\"KCC\",\"theme\":\"delay\",\"on\":\"2011-06-01\"}",
                    "{}"),
            changes(
                    "POST",
                    "/escalations/{escalation}/stage",
                    Permission.RECORD_ESCALATIONS,
                    "{\"stage\":2,\"on\":\"2011-06-15\"}",
                    "{}"),
            changes(
                    "POST",
                    "/escalations/{escalation}/end",
                    Permission.RECORD_ESCALATIONS,
                    "{\"outcome\":\"upheld\",\"on\":\"2011-06-15\"}",
                    "{}"),
            reads("/vignette-exercises", Permission.READ_VIGNETTES),
            reads("/vignette-exercises/{exercise}", Permission.READ_VIGNETTES),
            reads("/vignette-exercises/{exercise}/results", Permission.READ_VIGNETTES),
            changes(
                    "POST",
                    "/vignette-exercises",
                    Permission.MANAGE_VIGNETTES,
                    "{\"title\":\"No\",\"opens\":\"2030-01-01\",\"closes\":\"2030-01-02\"}",
                    "{}"),
            changes(
                    "POST",
                    "/vignette-exercises/{exercise}/cases",
                    Permission.MANAGE_VIGNETTES,
                    "{\"words\":\"A case\"}",
                    "{}"),
            changes(
                    "POST",
                    "/vignette-exercises/{exercise}/answers/{case}",
                    Permission.ANSWER_VIGNETTES,
                    "{\"level\":2,\"why\":\"Because\"}",
                    "{}"),
            changes("POST", "/vignette-exercises/{exercise}/close", Permission.MANAGE_VIGNETTES, "", ""),
            changes(
                    "POST",
                    "/vignette-exercises/{exercise}/repeat",
                    Permission.MANAGE_VIGNETTES,
                    "{\"opens\":\"2030-01-01\",\"closes\":\"2030-01-02\"}",
                    "{}"),
            changes(
                    "POST",
                    "/vignette-exercises/{exercise}/panel/{case}",
                    Permission.MANAGE_VIGNETTES,
                    "{\"level\":2}",
                    "{\"level\":9}"),
            reads("/referral-receipts", Permission.READ_RECEIPTS),
            reads("/referral-receipts/measures", Permission.READ_REFERRAL_MEASURES),
            reads("/referral-receipts/{receipt}", Permission.READ_RECEIPTS),
            changes("POST", "/referral-receipts", Permission.REFER, Things.RECEIPT, "{}"),
            changes(
                    "POST",
                    "/referral-receipts/{receipt}/acknowledgement",
                    Permission.DECIDE_REFERRALS,
                    "{\"at\":\"2011-06-15T10:00:00Z\"}",
                    "{}"),
            changes(
                    "POST",
                    "/referral-receipts/{receipt}/decision",
                    Permission.DECIDE_REFERRALS,
                    "{\"at\":\"2011-06-15T10:00:00Z\",\"decision\":\"advice\"}",
                    "{}"),
            changes(
                    "POST",
                    "/referral-receipts/{receipt}/told",
                    Permission.DECIDE_REFERRALS,
                    "{\"at\":\"2011-06-15T10:00:00Z\",\"how\":\"writing\"}",
                    "{}"),
            changes("POST", "/referral-receipts/{receipt}/never-told", Permission.REFER, "", ""),
            reads("/plan/imports", Permission.IMPORT_PLAN),
            reads("/plan/imports/{id}", Permission.IMPORT_PLAN),
            reads("/practice-audits", Permission.READ_PROGRAMME),
            reads("/practice-audits/programme/{year}", Permission.READ_PROGRAMME),
            reads("/practice-audits/{code}", Permission.READ_PROGRAMME),
            reads("/practice-audits/{code}/sample", Permission.RUN_AUDITS),
            changes("POST", "/practice-audits/{code}/moves", Permission.RUN_AUDITS, PAUSE, "{}"),
            changes("POST", "/practice-audits/{code}/chases", Permission.RUN_AUDITS, "{\"agency\":\"HEALTH\"}", "{}"),
            changes("POST", "/practice-audits/{code}/sample", Permission.RUN_AUDITS, DRAW, "{}"),
            changes(
                    "POST",
                    "/plan/imports",
                    Permission.IMPORT_PLAN,
                    Program.file("matrix.csv", Things.SMALL_PLAN),
                    Program.file("matrix.csv", "")),
            changes("POST", "/plan/imports/{id}/mapping", Permission.IMPORT_PLAN, "{}", "{\"none\":0}"),
            changes("POST", "/plan/imports/{id}/undo", Permission.IMPORT_PLAN, "", ""),
            changes("POST", "/plan/imports/{id}/cancel", Permission.IMPORT_PLAN, "", ""),
            changes("POST", "/plan/imports/{id}/confirm", Permission.IMPORT_PLAN, "", ""),
            reads("/practice-audits/tools", Permission.READ_TOOLS),
            reads("/practice-audits/tools/{tool}", Permission.READ_TOOLS),
            changes("POST", "/practice-audits/tools", Permission.MANAGE_TOOLS, "{}", "{\"name\":\"x\"}"),
            reads("/practice-audits/{code}/return", Permission.ANSWER_RETURN),
            reads("/practice-audits/{code}/return/{case}", Permission.ANSWER_RETURN),
            changes(
                    "PUT",
                    "/practice-audits/{code}/return/{case}/answers/{question}",
                    Permission.ANSWER_RETURN,
                    "{\"value\":\"YES\"}",
                    "{\"value\":1}"),
            changes(
                    "POST",
                    "/practice-audits/{code}/return/{case}/concern",
                    Permission.ANSWER_RETURN,
                    "{\"found\":true,\"actedAt\":\"2011-06-14T15:30\",\"told\":\"duty social worker\"}",
                    "{\"found\":1}"),
            reads("/practice-audits/{code}/moderation", Permission.MODERATE),
            reads("/practice-audits/{code}/moderation/{case}", Permission.MODERATE),
            changes("POST", "/practice-audits/{code}/moderation/{case}", Permission.MODERATE, "{}", "{\"grade\":1}"),
            changes("POST", "/actions/{ref}/contributions/{agency}", Permission.ASSIGN_CONTRIBUTIONS, "{}", TOO_LONG),
            changes("DELETE", "/actions/{ref}/contributions/{agency}", Permission.ASSIGN_CONTRIBUTIONS, "", ""),
            changes(
                    "PUT",
                    "/actions/{ref}/contributions/{agency}/assignment",
                    Permission.ASSIGN_WORK,
                    "{}",
                    "{\"person\":\"nobody-of-ours\"}"),
            changes("POST", "/actions/{ref}/contributions/{agency}/accept", Permission.ANSWER_OFFER, "", ""),
            changes(
                    "POST",
                    "/actions/{ref}/contributions/{agency}/query",
                    Permission.ANSWER_OFFER,
                    "{\"reason\":\"Not ours\"}",
                    "{\"reason\":\" \"}"),
            changes(
                    "POST",
                    "/actions/{ref}/contributions/{agency}/updates",
                    Permission.REPORT_PROGRESS,
                    UPDATE,
                    EMPTY_UPDATE));

    private static Operation open(String path) {
        return new Operation("GET", path, Optional.empty(), "", "");
    }

    private static Operation reads(String path, Permission needs) {
        return new Operation("GET", path, Optional.of(needs), "", "");
    }

    private static Operation changes(String verb, String path, Permission needs, String right, String wrong) {
        return new Operation(verb, path, Optional.of(needs), right, wrong);
    }

    private Things things;

    @BeforeAll
    void everybody_has_a_token() {
        Findings.inParallel(Person.forTheMatrix(), Program::of);
        things = Things.make();
    }

    @AfterAll
    void clear() {
        things.clear();
    }

    @Test
    void the_matrix_knows_every_operation_that_there_is() {
        assertThat(OPERATIONS)
                .extracting(Operation::name)
                .containsExactlyInAnyOrderElementsOf(WebClasses.restOperations());
    }

    @Test
    void openapi_describes_every_operation_and_how_to_sign_in() {
        Answer document = Visitor.stranger().get("/openapi?format=json");
        List<String> described =
                Json.createReader(new StringReader(document.text()))
                        .readObject()
                        .getJsonObject("paths")
                        .entrySet()
                        .stream()
                        .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                                .filter(member -> !member.equals("parameters"))
                                .map(verb -> verb.toUpperCase(Locale.ROOT) + " "
                                        + path.getKey().replaceFirst("^/api/v1", "")))
                        .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(WebClasses.restOperations());
        assertThat(document.text()).contains("\"bearer\"");
    }

    @TestFactory
    Stream<DynamicTest> calling() {
        return OPERATIONS.stream().map(o -> dynamicTest(o.name(), () -> calling(o)));
    }

    private void calling(Operation operation) {
        List<String> before = Database.everythingThatPeopleChange();
        Findings findings = new Findings();
        List<Person> shut = Person.forTheMatrix().stream()
                .filter(p -> !mayAtAll(p, operation))
                .toList();
        // first all who must stay outside, on a thing that is still there
        Findings.inParallel(shut, person -> calling(operation, person, findings));
        Findings.inParallel(
                Person.forTheMatrix().stream().filter(p -> !shut.contains(p)).toList(),
                person -> calling(operation, person, findings));
        withoutToken(operation, findings);
        findings.none();
        if (!operation.path().contains("{id}")) {
            assertThat(Database.everythingThatPeopleChange()).isEqualTo(before);
        }
    }

    private static boolean mayAtAll(Person person, Operation operation) {
        return operation.needs().map(needs -> person.reach(needs) != Reach.NONE).orElse(true);
    }

    private void calling(Operation operation, Person person, Findings findings) {
        for (Spot spot : spots(operation, person)) {
            boolean opens = spot.opensFor(person, operation.needs());
            Answer answer = call(Program.of(person), operation, spot.path(), opens);
            String cell =
                    operation.verb() + " " + spot.path() + " (" + spot.whose() + ") by " + person + ": " + answer + " ";
            if (spot.assignedElsewhere(person, operation.needs())) {
                findings.expect(answer.isProblem(409), cell + "must say that it is not assigned");
            } else if (opens) {
                findings.expect(letIn(operation, answer), cell + "must be let in");
            } else {
                findings.expect(answer.isProblem(404), cell + "must be a 404 problem");
                Answer unknown = call(Program.of(person), operation, unknown(operation, person), false);
                findings.expect(answer.steady().equals(unknown.steady()), cell + "differs from an unknown one");
            }
            Headers.check(answer, cell, findings);
            findings.expect(answer.headers("Set-Cookie").isEmpty(), cell + "sets a cookie");
        }
    }

    /** Read: 200. Change: refused behind the door for what was sent, or done. */
    private static boolean letIn(Operation operation, Answer answer) {
        return operation.verb().equals("GET")
                ? answer.status() == 200
                : List.of(200, 201, 204, 409, 413, 415, 422).contains(answer.status());
    }

    private List<Spot> spots(Operation operation, Person person) {
        String path = operation.path();
        if (!path.contains("{agency}")) {
            return Spot.of(path, person, things);
        }
        Optional<String> nobodys = Database.actionOfOthers(person.agency());
        if (nobodys.isEmpty()) {
            return List.of(); // an agency that owes to every action: others stand for it
        }
        String others = nobodys.get();
        if (operation.needs().equals(Optional.of(Permission.ASSIGN_CONTRIBUTIONS))) {
            String agency = operation.verb().equals("DELETE") ? owing(others) : person.agency();
            // removing really removes: whoever may is tried in another test
            return operation.verb().equals("DELETE") && mayAtAll(person, operation)
                    ? List.of()
                    : List.of(new Spot(filled(path, others, agency), Whose.SHARED));
        }
        List<Spot> spots = new java.util.ArrayList<>();
        // accepting really accepts: whoever may is tried in another test
        if (!path.endsWith("/accept") || !mayAtAll(person, operation)) {
            Stream.of(Database.actionOf(person.agency()), Database.actionAssignedTo(person))
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(own -> spots.add(new Spot(filled(path, own, person.agency()), Whose.OWN)));
        }
        Database.jointlyWith(person.agency())
                .ifPresent(both -> spots.add(new Spot(path(path, both), Whose.ANOTHER_AGENCYS)));
        spots.add(new Spot(filled(path, others, owing(others)), Whose.ANOTHER_AGENCYS));
        spots.add(new Spot(filled(path, others, person.agency()), Whose.ANOTHER_AGENCYS));
        return spots;
    }

    private static String owing(String ref) {
        return Database.value(
                "select g.code from contribution c join agency g on g.id = c.agency_id join action a on a.id ="
                        + " c.action_id where a.ref = ? and c.removed_on is null order by g.position limit 1",
                ref);
    }

    private static String path(String pattern, Database.Debt debt) {
        return filled(pattern, debt.ref(), debt.agency());
    }

    private static String filled(String path, String ref, String agency) {
        return path.replace("{ref}", ref).replace("{agency}", agency);
    }

    private static String unknown(Operation operation, Person person) {
        return Spot.unknown(operation.path()).replace("{agency}", person.agency());
    }

    private static Answer call(Program program, Operation operation, String path, boolean harmless) {
        String type = operation.verb().equals("GET") || operation.verb().equals("DELETE")
                ? ""
                : operation.multipart() ? Program.MULTIPART : "application/json";
        return program.call(operation.verb(), path, type, harmless ? operation.wrong() : operation.right());
    }

    private void withoutToken(Operation operation, Findings findings) {
        for (Program program : List.of(Program.withoutToken(), new Program("sample-token-nobody"))) {
            for (Spot spot : spots(operation, Person.named("police"))) {
                Answer answer = call(program, operation, spot.path(), false);
                if (operation.needs().isEmpty()) {
                    findings.expect(
                            answer.status() == (spot.whose() == Whose.UNKNOWN ? 404 : 200),
                            operation.name() + " needs a token: " + answer);
                } else {
                    findings.expect(
                            answer.isProblem(401)
                                    && answer.header("WWW-Authenticate").startsWith("Bearer"),
                            operation.verb() + " " + spot.path() + " without a token: " + answer);
                }
            }
        }
    }

    @Test
    void who_assigns_contributions_adds_and_removes_them() {
        String agency = "YOS";
        String ref = Database.actionOfOthers(agency).orElseThrow();
        String path = "/actions/" + ref + "/contributions/" + agency;
        for (Person person : Person.forTheMatrix()) {
            if (mayAtAll(person, changes("", "", Permission.ASSIGN_CONTRIBUTIONS, "", ""))) {
                assertThat(Program.of(person).post(path, "{}").status()).isEqualTo(201);
                assertThat(Program.of(person).call("DELETE", path, "", "").status())
                        .isEqualTo(204);
            }
        }
        Database.change("delete from contribution where removed_on is not null and basis = 'MANAGER'"
                + " and agency_id = (select id from agency where code = 'YOS')");
        Database.touch();
    }

    @Test
    void a_browsers_sign_in_is_worth_nothing_to_the_api() {
        Findings findings = new Findings();
        Visitor manager = Visitor.signedIn(Person.named("kscb"));
        for (Operation operation : OPERATIONS) {
            if (operation.verb().equals("GET") && operation.needs().isPresent()) {
                Answer answer = manager.get("/api/v1" + Spot.unknown(operation.path()));
                findings.expect(answer.isProblem(401), operation.name() + " with a cookie: " + answer);
            }
        }
        findings.none();
        assertThat(manager.get("/home").status()).isEqualTo(200);
    }

    @Test
    void an_address_that_the_api_does_not_have_is_a_problem_too() {
        Program police = Program.of(Person.named("police"));
        for (String path : List.of("/nothing", "/actions/2.4.7/nothing", "/plan/imports/x/y/z")) {
            assertThat(police.get(path).isProblem(404)).as(path).isTrue();
        }
        assertThat(Program.withoutToken().get("/nothing").isProblem(401)).isTrue();
    }
}
