package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.web.shell.Routes;

/** What an agency keeps to itself, looked for by everybody else in every place they can reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfidentialIT {
    private static final String SECRET = "Quillfeather";
    private static final String UPDATE =
            "{\"status\":\"late\",\"done\":\"Quillfeather was spoken of\",\"blocks\":\"Quillfeather\",\"agencyOnly\":true}";

    /** Coordinators of agencies under an umbrella that people.csv does not have. */
    private static final Person EAST_KENT = newcomer("matrix-eck", "NHS-ECK");

    private static final Person OTHER_SCHOOL = newcomer("matrix-specimen", "SCH-SPECIMEN");

    /** The board's own office, where the manager and the system administrator sit too. */
    private static final Person BOARD_OFFICE = newcomer("matrix-kscb", "KSCB");

    private static Person newcomer(String userName, String agency) {
        return new Person(userName, Person.named("police").password(), agency, Role.COORDINATOR, "");
    }

    @BeforeAll
    void newcomers() {
        for (Person person : List.of(EAST_KENT, OTHER_SCHOOL, BOARD_OFFICE)) {
            Database.change(
                    "insert into member (user_name, name, password_hash, created_at)"
                            + " select ?, 'Matrix Newcomer', password_hash, 1 from member where user_name = 'police'",
                    person.userName());
            Database.change(
                    "insert into member_role (public_id, member_id, agency_id, role, given_at, given_by)"
                            + " select ?, m.id, a.id, 'COORDINATOR', 1, 'matrix' from member m, agency a"
                            + " where m.user_name = ? and a.code = ?",
                    uk.org.kscb.portal.platform.security.Secret.publicId(),
                    person.userName(),
                    person.agency());
            Program.of(person);
        }
    }

    @AfterEach
    void forget() {
        Database.change("delete from progress_update where done like '%Quillfeather%'");
        Database.touch();
    }

    @AfterAll
    void nobody_stays() {
        String ours = " where member_id in (select id from member where user_name like 'matrix-%')";
        Database.change("delete from access_token" + ours);
        Database.change("delete from member_role" + ours);
        Database.change("delete from member where user_name like 'matrix-%'");
    }

    /** The manager, a partner in the same actions, and members of these agencies around the one that writes. */
    private static List<Person> others(Person... around) {
        List<Person> others = new ArrayList<>(List.of(around));
        others.add(Person.with(Role.MANAGER));
        others.add(Person.named("police"));
        return others;
    }

    /** Numbers that stand on the paper itself and are the same for all: levels, editions, years, versions of a report. */
    private static final Pattern PRINTED_NUMBER =
            Pattern.compile("/guidance/(?:levels|editions|drafts)/|/programme/|/report/");

    @Test
    void what_health_keeps_to_itself_changes_nothing_for_anybody_else() {
        String ref = Database.jointActionOf("HEALTH", "POLICE");
        String preview = Things.upload();
        Watch watch = Watch.over(
                        ref,
                        SECRET,
                        others(
                                EAST_KENT,
                                Person.named("kcc"),
                                Person.named("school"),
                                Person.with(Role.PRACTITIONER),
                                Person.with(Role.BOARD_MEMBER),
                                Person.with(Role.CHAIR),
                                Person.with(Role.OBSERVER)))
                .and("/plan/imports/" + preview)
                .begin();

        report(Person.named("health"), ref);

        watch.expectNothingNew(SECRET);
        seenBy(Person.named("health"), ref);
        seenBy(Person.named("health2"), ref);
        Database.change("delete from plan_import where public_id = ?", preview);
    }

    @Test
    void what_schools_keep_to_themselves_no_single_school_sees() {
        String ref = Database.actionOf("SCHOOLS").orElseThrow();
        Watch watch = Watch.over(ref, SECRET, others(OTHER_SCHOOL, Person.named("school")))
                .begin();

        report(Person.named("schools"), ref);

        watch.expectNothingNew(SECRET);
        seenBy(Person.named("schools"), ref);
    }

    @Test
    void what_one_school_keeps_to_itself_neither_schools_nor_another_school_sees() {
        String ref = Database.actionOf("SCHOOLS").orElseThrow();
        String path = "/actions/" + ref + "/contributions/SCH-EXAMPLE";
        Program manager = Program.of(Person.with(Role.MANAGER));
        assertThat(manager.post(path, "{}").status()).isEqualTo(201);
        try {
            Watch watch = Watch.over(ref, SECRET, others(OTHER_SCHOOL, Person.named("schools")))
                    .begin();

            report(Person.named("school"), ref);

            watch.expectNothingNew(SECRET);
            seenBy(Person.named("school"), ref);
        } finally {
            forget();
            Database.change("delete from contribution where basis = 'MANAGER'"
                    + " and agency_id = (select id from agency where code = 'SCH-EXAMPLE')");
            Database.touch();
        }
    }

    private static void report(Person person, String ref) {
        Answer answer =
                Program.of(person).post("/actions/" + ref + "/contributions/" + person.agency() + "/updates", UPDATE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** Otherwise it would prove nothing that others do not see it. */
    private static void seenBy(Person person, String ref) {
        assertThat(Visitor.signedIn(person).get("/actions/" + ref).text()).contains(SECRET);
        assertThat(Program.of(person).get("/actions/" + ref).text()).contains(SECRET);
    }

    @Test
    void nobody_reports_for_another_agency_and_cannot_tell_whether_it_owes_anything() {
        String joint = Database.jointActionOf("HEALTH", "POLICE");
        String notOurs = Database.actionOfOthers("POLICE").orElseThrow();
        Program police = Program.of(Person.named("police"));
        String unknown = police.post("/actions/9.9.9/contributions/POLICE/updates", UPDATE)
                .steady();
        List<String> before = Database.everythingThatPeopleChange();
        for (String path : List.of(
                "/actions/" + joint + "/contributions/HEALTH/updates",
                "/actions/" + joint + "/contributions/NOBODY/updates",
                "/actions/" + joint + "/contributions/health/updates",
                "/actions/" + notOurs + "/contributions/KCC/updates",
                "/actions/" + notOurs + "/contributions/POLICE/updates",
                "/actions/9.9.9/contributions/HEALTH/updates")) {
            Answer answer = police.post(path, UPDATE);
            assertThat(answer.isProblem(404)).as(path).isTrue();
            assertThat(answer.steady()).as(path).isEqualTo(unknown);
        }
        assertThat(Database.everythingThatPeopleChange()).isEqualTo(before);
    }

    @Test
    void a_school_reports_neither_for_schools_nor_does_schools_for_a_school() {
        String ref = Database.actionOf("SCHOOLS").orElseThrow();
        for (String[] attempt :
                new String[][] {{"school", "SCHOOLS"}, {"school", "SCH-EXAMPLE"}, {"schools", "SCH-EXAMPLE"}}) {
            Answer answer = Program.of(Person.named(attempt[0]))
                    .post("/actions/" + ref + "/contributions/" + attempt[1] + "/updates", UPDATE);
            assertThat(answer.isProblem(404)).as(String.join(" for ", attempt)).isTrue();
        }
        assertThat(Visitor.signedIn(Person.named("school"))
                        .get("/actions/" + ref + "/update")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_form_that_was_bent_reports_for_nobody_else() {
        String own = Database.jointActionOf("HEALTH", "POLICE");
        String notOurs = Database.actionOfOthers("POLICE").orElseThrow();
        Visitor police = Visitor.signedIn(Person.named("police"));
        Form form = Form.of(police.get("/actions/" + own + "/update"), "update");
        Map<String, String> bent = new LinkedHashMap<>(form.pressing("send"));
        bent.putAll(
                Map.of("done", SECRET, "status", "ON_TRACK", "agency", "HEALTH", "ref", notOurs, "action", notOurs));
        bent.put("sharing", "own");

        List<String> before = Database.everythingThatPeopleChange();
        assertThat(police.post("/actions/" + notOurs + "/update", bent).status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(Person.with(Role.BOARD_MEMBER))
                        .post("/actions/" + own + "/update", bent)
                        .status())
                .isEqualTo(404);
        assertThat(Database.everythingThatPeopleChange()).isEqualTo(before);

        police.post("/actions/" + own + "/update?ref=" + notOurs, bent);
        assertThat(Database.column("select concat(a.ref, ' ', g.code, ' ', h.code) from progress_update u"
                        + " join contribution c on c.id = u.contribution_id join action a on a.id = c.action_id"
                        + " join agency g on g.id = u.agency_id join agency h on h.id = c.agency_id"
                        + " where u.done = '" + SECRET + "'"))
                .as("the address says which action, the sign-in which agency")
                .containsExactly(own + " POLICE POLICE");
    }

    @Test
    void an_import_is_undone_alike_whether_or_not_an_agency_has_reported_for_itself() {
        String without = undone(() -> {});
        String with = undone(() -> report(Person.named("health"), "5.4.9"));
        assertThat(with).isEqualTo(without).doesNotContain(SECRET);
        assertThat(Database.column("select done from progress_update where done like '%Quillfeather%'"))
                .as("the report is kept")
                .hasSize(1);
        Program manager = Program.of(Person.with(Role.MANAGER));
        String again = brought(manager);
        seenBy(Person.named("health"), "5.4.9");
        manager.post("/plan/imports/" + again + "/undo", "");
        forget();
        Database.change("delete from contribution where action_id = (select id from action where ref = '5.4.9')");
        Database.touch();
    }

    /** Brings in an action that Health owes something to, lets something happen, and takes the import back. */
    private static String undone(Runnable meanwhile) {
        Program manager = Program.of(Person.with(Role.MANAGER));
        String id = brought(manager);
        meanwhile.run();
        Answer undone = manager.post("/plan/imports/" + id + "/undo", "");
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        assertThat(manager.get("/actions/5.4.9").isProblem(404)).isTrue();
        return undone.text().replace(id, "").replaceAll("\"uploadedAt\":\"[^\"]*\"", "");
    }

    private static String brought(Program manager) {
        JsonObject plan =
                Json.createReader(new StringReader(manager.get("/plan").text())).readObject();
        String outcome = "/priorities/4/outcomes/3/actions/";
        JsonObject action = Json.createPointer(outcome + "0").getValue(plan).asJsonObject();
        JsonObject added = Json.createObjectBuilder(action)
                .add("ref", "5.4.9")
                .add("text", "Thank those who leave")
                .add(
                        "agencies",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("code", "HEALTH")
                                        .add("basis", "text")))
                .build();
        JsonObject more =
                Json.createPatchBuilder().add(outcome + "-", added).build().apply(plan);
        Answer uploaded =
                manager.call("POST", "/plan/imports", Program.MULTIPART, Program.file("quill.json", more.toString()));
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        String id = uploaded.text().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        Answer confirmed = manager.post("/plan/imports/" + id + "/confirm", "");
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        return id;
    }

    @Test
    void a_coordinator_gets_no_way_into_the_account_of_somebody_who_may_do_more() {
        Visitor coordinator = Visitor.signedIn(BOARD_OFFICE);
        Form form = Form.of(coordinator.get("/people"), "inviteAgain");
        try {
            for (String target : List.of("admin", "kscb")) {
                coordinator.post("/people", form.pressing("againGo", Map.of("lost", target)));
            }
            assertThat(Database.column("select m.user_name from invitation i join member m on m.id = i.member_id"
                            + " where i.invited_by = 'matrix-kscb'"))
                    .doesNotContain("admin", "kscb");
        } finally {
            Database.change("delete from invitation where invited_by = 'matrix-kscb'");
        }
    }

    @Test
    void an_id_in_an_address_or_a_form_says_nothing_about_its_neighbours() {
        Pattern id = Pattern.compile("[a-z0-9]{20}");
        String one = Things.upload();
        String next = Things.upload();
        try {
            assertThat(List.of(one, next)).allMatch(i -> id.matcher(i).matches());
            long alike = 0;
            for (int i = 0; i < one.length(); i++) {
                alike += one.charAt(i) == next.charAt(i) ? 1 : 0;
            }
            assertThat(alike).as(one + " and " + next).isLessThan(8);
            TreeSet<String> counted = new TreeSet<>();
            Pattern bare =
                    Pattern.compile("(?:href=\"/[^\"]*/|<option value=\"|name=\"\\w*[iI]d\" value=\")(\\d{1,9})\"");
            for (Person person :
                    List.of(Person.with(Role.MANAGER), Person.with(Role.ADMINISTRATOR), Person.named("police"))) {
                for (Routes.Route route : Routes.ALL) {
                    Answer page = Visitor.signedIn(person)
                            .get(Spot.unknown(
                                    route.address().replace("{ref}", "2.4.6").replace("{id}", one)));
                    bare.matcher(page.text())
                            .results()
                            .filter(r -> !PRINTED_NUMBER.matcher(r.group()).find())
                            .forEach(r -> counted.add(route.address() + " " + r.group(1)));
                }
            }
            // columns of a file are numbered, and so they should be
            counted.removeIf(c -> c.startsWith("/plan/imports/{id} "));
            // the quarters of a year, the editions that a new one may be begun from, an age in months
            counted.removeIf(c -> c.matches("/recommendations (0|3|6|12)"));
            counted.removeIf(c -> c.matches("/practice-audits/programme\\S* [1-4]|/guidance/drafts\\S* \\d+"));
            assertThat(counted).isEmpty();
        } finally {
            Database.change("delete from plan_import where public_id in (?, ?)", one, next);
        }
    }
}
