package uk.org.kscb.portal.ear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;

/** The trail tells who tried what, cannot be bent unnoticed, and itself says nothing to those whom it does not concern. */
class TrailIT {
    private static final Person POLICE = Person.named("police");

    private static long latest() {
        return Database.number("select number from trail_head where id = 1");
    }

    private static List<String> since(long number) {
        return Database.column(
                "select concat(who, ' ', agency, ' ', what, ' ', object, ' ', result) from trail_entry"
                        + " where number > ? order by number",
                number);
    }

    @Test
    void refusals_are_recorded() {
        Visitor visitor = Visitor.signedIn(POLICE);
        Program program = Program.of(POLICE);
        long before = latest();
        visitor.get("/plan/imports");
        program.get("/plan/imports");
        program.post(
                "/actions/2.4.6/contributions/HEALTH/updates", "{\"status\":\"late\",\"done\":\"Not for the trail\"}");
        assertThat(since(before))
                .anyMatch(e -> e.matches("police POLICE page.open /plan/imports refused"))
                .anyMatch(e -> e.matches("police POLICE read.import_plan\\s+refused"))
                .anyMatch(e -> e.matches("police POLICE contribution.report.* refused"))
                .noneMatch(e -> e.contains("Not for the trail"));
    }

    @Test
    void what_is_taken_out_is_recorded_without_the_words_that_were_looked_for() {
        Visitor visitor = Visitor.signedIn(POLICE);
        long before = latest();
        visitor.get("/actions/download?as=csv&show=all&status=late&q=somebodysname");
        visitor.get("/actions/download?as=xlsx");
        Program.of(POLICE).get("/plan");
        assertThat(since(before))
                .filteredOn(e -> e.startsWith("police POLICE actions.export") && e.endsWith("done"))
                .hasSize(2)
                .anyMatch(e -> e.contains("status=late"))
                .noneMatch(e -> e.contains("somebodysname"));
        assertThat(since(before)).anyMatch(e -> e.matches("police POLICE plan.export\\s+done"));
    }

    @Test
    void a_sign_in_that_failed_is_recorded() {
        long before = latest();
        Visitor.stranger().signIn("police2", "wrong");
        assertThat(since(before)).anyMatch(e -> e.matches("police2\\s+sign-in\\s+refused"));
        Database.change("delete from sign_in_failure");
    }

    @Test
    void bending_an_entry_breaks_the_trail_at_that_entry() {
        Program verifier = Program.of(Person.forTheMatrix().stream()
                .filter(p -> p.reach(Permission.VERIFY_TRAIL) == Reach.ALL)
                .findFirst()
                .orElseThrow());
        assertThat(verifier.get("/trail/verification").text()).contains("\"unbroken\":true");
        long bent = latest() / 2;
        String result = Database.value("select result from trail_entry where number = ?", bent);
        Database.change("update trail_entry set result = 'bent' where number = ?", bent);
        try {
            assertThat(verifier.get("/trail/verification").text())
                    .contains("\"unbroken\":false")
                    .contains("\"firstBroken\":" + bent);
        } finally {
            Database.change("update trail_entry set result = ? where number = ?", result, bent);
        }
        assertThat(verifier.get("/trail/verification").text()).contains("\"unbroken\":true");
    }

    @Test
    void a_coordinator_reads_of_their_own_agency_only() {
        Person health = Person.named("health");
        Program.of(health).get("/plan");
        Answer page = Visitor.signedIn(POLICE).get("/trail");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.main()).contains("POLICE").doesNotContain(">HEALTH<").doesNotContain(">KSCB<");
        List<String> agencies =
                Database.column("select distinct agency from trail_entry where agency <> 'POLICE' and agency <> ''");
        assertThat(agencies)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(page.main()).doesNotContain(">" + a + "<"));
    }
}
