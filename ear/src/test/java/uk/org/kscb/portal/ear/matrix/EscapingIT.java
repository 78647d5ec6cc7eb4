package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people write comes out as they wrote it, and never as something that runs. */
class EscapingIT {
    private static final String NASTY = "<script>alert('matrix')</script>\"'& ${7*7} #{7*7} =1+1";

    @AfterEach
    void forget() {
        Database.change("delete from progress_update where done like '%matrix%'");
        Database.touch();
    }

    @Test
    void an_update_with_markup_is_shown_as_text() {
        String ref = Database.jointActionOf("HEALTH", "POLICE");
        Answer made = Program.of(Person.named("health"))
                .post(
                        "/actions/" + ref + "/contributions/HEALTH/updates",
                        "{\"status\":\"late\",\"done\":\"" + NASTY.replace("\"", "\\\"") + "\",\"next\":\""
                                + NASTY.replace("\"", "\\\"")
                                + "\",\"blocks\":\"</textarea><script>alert('matrix')\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        for (String name : List.of("police", "health", "kscb", "board")) {
            Answer page = Visitor.signedIn(Person.named(name)).get("/actions/" + ref);
            assertThat(page.text()).as(name).contains("&lt;script&gt;alert(").doesNotContain("<script>alert(");
            assertThat(page.text()).as("nothing is worked out").contains("${7*7} #{7*7} =1+1");
        }
        Answer home = Visitor.justSignedIn(Person.named("kcc")).get("/home");
        assertThat(home.text()).doesNotContain("<script>alert(");
        Answer json = Program.of(Person.named("police")).get("/actions/" + ref);
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void what_stands_in_an_address_is_shown_as_text() {
        Visitor police = Visitor.signedIn(Person.named("police"));
        String bad = Visitor.encoded("\"'><script>alert(1)</script><img src=x onerror=alert(1)>");
        for (String address : List.of(
                "/actions?q=" + bad,
                "/actions?show=all&agency=" + bad + "&status=" + bad + "&asAt=" + bad + "&sort=" + bad,
                "/actions/2.4.6?asAt=" + bad,
                "/actions/" + bad.replace("+", "%20"),
                "/plan?asAt=" + bad,
                "/trail?page=" + bad,
                "/people?x=" + bad,
                "/" + bad.replace("+", "%20"))) {
            Answer page = police.get(address);
            assertThat(page.status()).as(address).isIn(200, 400, 404);
            assertThat(page.text()).as(address).doesNotContain("<script>alert").doesNotContain("<img src=x");
        }
        for (String address :
                List.of("/sign-in?next=" + bad + "&ended=" + bad, "/invitation/" + bad.replace("+", "%20"))) {
            assertThat(Visitor.stranger().get(address).text())
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void a_formula_in_the_plan_is_text_in_a_file() {
        String ref = Database.actionOf("POLICE").orElseThrow();
        String text =
                Database.value("select text from action_wording where ref = ? and valid_until = '9999-12-31'", ref);
        change(ref, "=1+1+cmd|' /C calc'!A0");
        try {
            Visitor police = Visitor.signedIn(Person.named("police"));
            String csv = police.get("/actions/download?as=csv&show=all").words();
            assertThat(csv).contains("=1+1+cmd").doesNotContainPattern("(?m)(^|,)\"?=1\\+1");
            String sheet = police.get("/actions/download?as=xlsx&show=all").words();
            assertThat(sheet).contains("=1+1+cmd").doesNotContain("<f>").doesNotContain("<f ");
        } finally {
            change(ref, text);
        }
    }

    private static void change(String ref, String text) {
        Database.change("update action_wording set text = ? where ref = ? and valid_until = '9999-12-31'", text, ref);
        Database.touch();
    }
}
