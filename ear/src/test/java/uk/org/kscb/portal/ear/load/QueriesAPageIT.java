package uk.org.kscb.portal.ear.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.FilledAudit;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.ear.support.TestPortal;

/** What a page asks of the database, counted by the database itself: the same whatever the number of rows. */
class QueriesAPageIT {
    private static final String COUNTERS =
            "show global status where variable_name in ('Com_select', 'Com_insert', 'Com_update', 'Com_delete')";

    private static Connection database;
    private static Caller police;
    private static Caller token;

    @BeforeAll
    static void sign_in() throws SQLException {
        database = TestPortal.database();
        police = Caller.signedIn(TestPortal.url(), "police", "sample-police-2011");
        token = Caller.withToken(TestPortal.url(), "sample-token-police");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void the_list_of_actions_asks_as_much_for_200_rows_as_for_5() throws SQLException {
        Map<String, Long> few = queries(police, "/actions?show=all&size=5");
        assertThat(queries(police, "/actions?show=all&size=25")).isEqualTo(few);
        assertThat(queries(police, "/actions?show=all&size=100")).isEqualTo(few);
        assertThat(queries(police, "/actions?show=all&size=200")).isEqualTo(few);
        assertThat(few.get("Com_select")).as("and it asks little").isLessThanOrEqualTo(4);
    }

    @Test
    void so_does_the_api() throws SQLException {
        Map<String, Long> few = queries(token, "/api/v1/actions?size=5");
        assertThat(queries(token, "/api/v1/actions?size=200")).isEqualTo(few);
    }

    @Test
    void an_action_with_many_milestones_and_agencies_asks_as_much_as_a_small_one() throws SQLException {
        String small = action("asc");
        String large = action("desc");
        assertThat(large).isNotEqualTo(small);
        assertThat(queries(police, "/actions/" + large)).isEqualTo(queries(police, "/actions/" + small));
    }

    @Test
    void the_home_page_asks_as_much_for_an_agency_that_owes_a_lot_as_for_one_that_owes_little() throws SQLException {
        Caller council = Caller.signedIn(TestPortal.url(), "kcc", "sample-kcc-2011");
        Caller probation = Caller.signedIn(TestPortal.url(), "probation", "sample-probation-2011");
        assertThat(queries(council, "/home")).isEqualTo(queries(probation, "/home"));
    }

    @Test
    void results_ask_as_much_for_an_audit_of_many_answers_as_for_one_of_few() throws SQLException {
        Caller manager = Caller.signedIn(TestPortal.url(), "kscb", "sample-kscb-2011");
        try {
            FilledAudit.large(database, "Q11-01", 5, 4, 3);
            FilledAudit.large(database, "Q11-02", 50, 20, 6);
            String few = "/practice-audits/Q11-01/results";
            String many = "/practice-audits/Q11-02/results";
            manager.get(few);
            manager.get(many);
            assertThat(queries(manager, many)).isEqualTo(queries(manager, few));
            assertThat(queries(manager, many).get("Com_select"))
                    .as("and they ask little, for what was counted once is kept")
                    .isLessThanOrEqualTo(15);
        } finally {
            FilledAudit.find(database, "Q11-01").remove();
            FilledAudit.find(database, "Q11-02").remove();
        }
    }

    @Test
    void the_report_of_recommendations_asks_as_much_for_all_as_for_none() throws SQLException {
        Caller manager = Caller.signedIn(TestPortal.url(), "kscb", "sample-kscb-2011");
        assertThat(queries(manager, "/recommendations?show=all"))
                .isEqualTo(queries(manager, "/recommendations?show=all&agency=NOBODY"));
    }

    @Test
    void who_has_read_the_guidance_and_what_changed_in_it_ask_little() throws SQLException {
        Caller manager = Caller.signedIn(TestPortal.url(), "kscb", "sample-kscb-2011");
        assertThat(queries(manager, "/guidance/coverage").get("Com_select")).isLessThanOrEqualTo(9);
        assertThat(queries(manager, "/guidance/confirm").get("Com_select")).isLessThanOrEqualTo(10);
    }

    @Test
    void the_picture_of_the_plan_asks_little_for_all_its_actions() throws SQLException {
        assertThat(queries(police, "/plan").get("Com_select")).isLessThanOrEqualTo(6);
    }

    @Test
    void the_list_of_audits_asks_as_much_for_many_audits_as_for_few() throws SQLException {
        Caller manager = Caller.signedIn(TestPortal.url(), "kscb", "sample-kscb-2011");
        List<String> pages = List.of("/practice-audits", "/practice-audits/calendar", "/practice-audits/A11-03");
        List<Map<String, Long>> few = new ArrayList<>();
        for (String page : pages) {
            few.add(queries(manager, page));
        }
        try {
            for (int i = 0; i < 20; i++) {
                anotherAudit("A11-%02d".formatted(40 + i));
            }
            for (String page : pages) {
                assertThat(queries(manager, page)).as(page).isEqualTo(few.get(pages.indexOf(page)));
            }
        } finally {
            try (Connection database = TestPortal.database()) {
                Removal.of(database, "practice_audit", "created_by = 'many'");
            }
        }
    }

    private static void anotherAudit(String code) throws SQLException {
        change(
                "insert into practice_audit (public_id, code, title, theme, question, kind, owner_id, grading_scheme, state,"
                        + " period_from, period_until, scope_approved_on, returns_due_on, reaudit_of_id, created_at, created_by, version)"
                        + " select concat('many-', '" + code + "-xxxxxxxx'), '" + code
                        + "', title, theme, question, kind, owner_id,"
                        + " grading_scheme, state, period_from, period_until, scope_approved_on, returns_due_on, id, 1, 'many', 1"
                        + " from practice_audit where code = 'A11-03'");
        String made = "(select id from practice_audit where code = '" + code + "')";
        change(
                "insert into audit_agency (audit_id, agency_id, part) select " + made
                        + ", agency_id, part from audit_agency where audit_id = (select id from practice_audit where code = 'A11-03')");
        change("insert into audit_step (audit_id, step, position, counts_from, offset_days, due_on) select " + made
                + ", step, position, counts_from, offset_days, due_on from audit_step"
                + " where audit_id = (select id from practice_audit where code = 'A11-03')");
    }

    private static void change(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void nothing_is_written_by_looking() throws SQLException {
        for (String page : new String[] {"/home", "/actions?show=all", "/actions/" + action("desc"), "/plan"}) {
            assertThat(queries(police, page))
                    .as(page)
                    .containsEntry("Com_insert", 0L)
                    .containsEntry("Com_update", 0L)
                    .containsEntry("Com_delete", 0L);
        }
    }

    /** The first look may take the census of the day or fill a pool; what counts is every look after it. */
    private static Map<String, Long> queries(Caller caller, String path) throws SQLException {
        caller.get(path);
        Map<String, Long> before = counters();
        caller.get(path);
        Map<String, Long> after = counters();
        before.forEach((counter, count) -> after.merge(counter, -count, Long::sum));
        return after;
    }

    private static Map<String, Long> counters() throws SQLException {
        Map<String, Long> counters = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(COUNTERS)) {
            while (row.next()) {
                counters.put(row.getString(1), row.getLong(2));
            }
        }
        return counters;
    }

    /** @param order of milestones and agencies together: {@code asc} for the smallest action, {@code desc} for the largest */
    /** One that the police, who look, contribute to: who holds our part is asked for then, and only then. */
    private static String action(String order) throws SQLException {
        String sql = "select w.ref from action_wording w join contribution ours on ours.action_id = w.action_id and"
                + " ours.removed_on is null join agency g on g.id = ours.agency_id and g.code = 'POLICE'"
                + " where w.valid_until = '9999-12-31' order by"
                + " (select count(*) from milestone m where m.wording_id = w.id)"
                + " + (select count(*) from contribution c where c.action_id = w.action_id)"
                + " + (select count(*) from action_reference r where r.wording_id = w.id) " + order
                + ", w.ref limit 1";
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
