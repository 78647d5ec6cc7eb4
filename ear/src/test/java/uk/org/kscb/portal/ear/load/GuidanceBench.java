package uk.org.kscb.portal.ear.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.BenchPortal;

/**
 * {@code ./mvnw -Pbench verify}: the public guidance against a static file of the same size from the same server, and the
 * pages of readers with half a million confirmations in the database. It asserts nothing about time.
 */
class GuidanceBench {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final String SAME_SIZE = "same-size.html";
    private static final int MEMBERS = 20_000;
    private static final int EDITIONS_BEFORE = 25;

    private final StringBuilder report = new StringBuilder();

    @Test
    void print_how_fast_the_guidance_is() throws Exception {
        try (BenchPortal portal = BenchPortal.start()) {
            Caller anybody = Caller.anybody(portal.url());
            int bytes = sameSize(portal, anybody.get("/guidance"));
            Load load = new Load(portal);
            say("%-40s %9s %9s %9s %10s", "Guidance, " + bytes + " bytes", "answers/s", "p50 ms", "p99 ms", "CPU ms");
            double file = measured(load, anybody, "a static file of the same size", "/assets/" + SAME_SIZE);
            double page = measured(load, anybody, "public page", "/guidance");
            measured(load, anybody, "public page, filtered", "/guidance?age=0-4&theme=Neglect");
            measured(load, anybody, "API, edition in force", "/api/v1/guidance");
            say("public page against the file: %.0f%%", 100 * page / file);
            Caller visitor = Caller.signedIn(portal.url(), "visitor", "sample-visitor-2011");
            Caller manager = Caller.signedIn(portal.url(), "kscb", "sample-kscb-2011");
            Caller police = Caller.signedIn(portal.url(), "police", "sample-police-2011");
            readers(load, visitor, police, manager);
            say("With %,d confirmations", manyReaders(portal));
            readers(load, visitor, police, manager);
        }
        Files.writeString(Path.of(System.getProperty("portal.target"), "bench-guidance.txt"), report);
    }

    private void readers(Load load, Caller visitor, Caller police, Caller manager) throws Exception {
        measured(load, visitor, "signed in, with what to confirm", "/guidance");
        measured(load, visitor, "read and confirm", "/guidance/confirm");
        measured(load, police, "coverage of one agency", "/guidance/coverage");
        measured(load, manager, "coverage of all agencies", "/guidance/coverage");
    }

    private double measured(Load load, Caller caller, String what, String path) throws Exception {
        Figures f = load.measure(caller, path, WARM_UP, MEASURED);
        say("%-40s %9.1f %9.1f %9.1f %10.2f", what, f.rate(), f.p50(), f.p99(), f.serverMillis());
        return f.rate();
    }

    private static int sameSize(BenchPortal portal, String page) throws Exception {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        Files.write(portal.assets().resolve(SAME_SIZE), bytes);
        return bytes.length;
    }

    /** Twenty thousand members, each of one agency, who have confirmed the edition in force and 25 before it. */
    private static long manyReaders(BenchPortal portal) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement()) {
            statement.execute("set session max_recursive_iterations = 100000");
            statement.execute("insert into member (user_name, name, created_at) with recursive s (n) as"
                    + " (select 1 union all select n + 1 from s where n < " + MEMBERS
                    + ") select concat('reader-', n), concat('Reader ', n), 0 from s");
            statement.execute("insert into member_role (public_id, member_id, agency_id, role, given_at, given_by)"
                    + " select left(sha2(m.user_name, 256), 20), m.id, a.id, 'PRACTITIONER', 0, 'bench' from member m"
                    + " join (select id, row_number() over (order by id) - 1 as place, count(*) over () as all_of"
                    + " from agency) a on a.place = mod(m.id, a.all_of) where m.user_name like 'reader-%'");
            statement.execute("insert into guidance_edition (number, label, revision, document, begun_on, begun_by,"
                    + " reworded_by, reworded_at) with recursive s (n) as (select 1 union all select n + 1 from s where"
                    + " n < " + EDITIONS_BEFORE + ") select 1000 + n, concat('Earlier edition ', n), 1, e.document,"
                    + " e.begun_on, 'bench', 'bench', 0 from s join guidance_edition e on e.number = 1");
            int added = statement.executeUpdate("insert into guidance_confirmation"
                    + " (edition_id, member_id, agency_id, confirmed_on, confirmed_at)"
                    + " select e.id, r.member_id, r.agency_id, '2011-06-14', 0 from member_role r join guidance_edition e"
                    + " on e.number = 2 or e.begun_by = 'bench' where r.given_by = 'bench'");
            statement.execute("analyze table guidance_confirmation, member_role, member, guidance_edition");
            return added;
        }
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.UK, format, values);
        System.out.println(line);
        report.append(line).append(System.lineSeparator());
    }
}
