package uk.org.kscb.portal.ear.matrix;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.ear.support.TestPortal;

/** The portal's database, past all doors: to find what a test needs, to prove something, to put back what was changed. */
final class Database {
    private static final String OWES = "exists (select 1 from contribution c join agency g on g.id = c.agency_id"
            + " where c.action_id = w.action_id and c.removed_on is null and g.code = ?)";

    private Database() {}

    /** An action to which the agency owes something today. */
    static Optional<String> actionOf(String agency) {
        return actions("where w.valid_until = '9999-12-31' and " + OWES, agency).stream()
                .findFirst();
    }

    private static final String HELD =
            "select w.ref from action_wording w join contribution c on c.action_id = w.action_id join agency g on g.id"
                    + " = c.agency_id join member m on m.user_name = ? where w.valid_until = '9999-12-31' and c.removed_on"
                    + " is null and g.code = ? and (c.member_id = m.id or exists (select 1 from post_holding h where"
                    + " h.post_id = c.post_id and h.member_id = m.id and h.until_on is null)) order by w.sort_key";

    /** An action of which the person holds the agency's contribution, by a post or by name. */
    static Optional<String> actionAssignedTo(Person person) {
        return column(HELD, person.userName(), person.agency()).stream().findFirst();
    }

    static boolean assigned(String userName, String agency, String ref) {
        return column(HELD, userName, agency).contains(ref);
    }

    /** An action to which that agency owes nothing, but another does. */
    static Optional<String> actionOfOthers(String agency) {
        return actions("where w.valid_until = '9999-12-31' and not " + OWES, agency).stream()
                .findFirst();
    }

    static String jointActionOf(String one, String other) {
        return actions("where w.valid_until = '9999-12-31' and " + OWES + " and " + OWES, one, other)
                .getLast();
    }

    /** What one agency owes to one action. */
    record Debt(String ref, String agency) {}

    /** What another agency owes to an action to which this one owes something too. */
    static Optional<Debt> jointlyWith(String agency) {
        return column(
                        "select concat(a.ref, ' ', g.code) from action a join contribution c on c.action_id = a.id"
                                + " join agency g on g.id = c.agency_id where c.removed_on is null and g.code <> ?"
                                + " and exists (select 1 from contribution o join agency h on h.id = o.agency_id"
                                + " where o.action_id = a.id and o.removed_on is null and h.code = ?) limit 1",
                        agency,
                        agency)
                .stream()
                .map(found -> new Debt(found.split(" ")[0], found.split(" ")[1]))
                .findFirst();
    }

    /** An audit in which the agency takes part, out to agencies if there is one. */
    static Optional<String> auditOf(String agency) {
        return audits("exists", agency);
    }

    static Optional<String> auditOfOthers(String agency) {
        return audits("not exists", agency);
    }

    private static Optional<String> audits(String whether, String agency) {
        return column(
                        "select a.code from practice_audit a where a.scope_approved_on is not null and " + whether
                                + " (select 1 from audit_agency p join agency g on g.id = p.agency_id"
                                + " where p.audit_id = a.id and g.code = ?)"
                                + " order by a.state = 'COLLECTING' desc, a.code limit 1",
                        agency)
                .stream()
                .findFirst();
    }

    /** A recommendation that a board accepted, made to the agency. */
    static Optional<String> recommendationTo(String agency) {
        return recommendations("g.code = ?", agency);
    }

    static Optional<String> recommendationToOthers(String agency) {
        return recommendations("g.code <> ?", agency);
    }

    private static Optional<String> recommendations(String to, String agency) {
        return column(
                        "select r.public_id from recommendation r join agency g on g.id = r.agency_id where " + to
                                + " and r.decision = 'ACCEPTED' and r.closed_on is null"
                                + " and r.text = 'Made by the matrix' order by r.id limit 1",
                        agency)
                .stream()
                .findFirst();
    }

    /** A case that stands in an agency's return to an audit. */
    static Optional<String> caseOf(String audit, String agency) {
        return column(
                        "select c.code from return_case rc join agency_return r on r.id = rc.return_id"
                                + " join practice_audit a on a.id = r.audit_id join agency g on g.id = r.agency_id"
                                + " join audit_case c on c.id = rc.case_id where a.code = ? and g.code = ?"
                                + " and c.status = 'IN_SAMPLE' order by rc.completed_at is not null, c.position limit 1",
                        audit,
                        agency)
                .stream()
                .findFirst();
    }

    /** Public id of a version that an audit of the agency's asks. */
    static Optional<String> toolOf(String agency) {
        return tools("in", agency);
    }

    static Optional<String> toolOfOthers(String agency) {
        return tools("not in", agency);
    }

    private static Optional<String> tools(String whether, String agency) {
        return column(
                        "select v.public_id from tool_version v where v.tool_id " + whether + " (select u.tool_id from"
                                + " tool_version u join practice_audit a on a.tool_version_id = u.id join audit_agency p on"
                                + " p.audit_id = a.id join agency g on g.id = p.agency_id where g.code = ?"
                                + " and a.scope_approved_on is not null) order by v.id limit 1",
                        agency)
                .stream()
                .findFirst();
    }

    static String toolBeingWorkedOn() {
        return value("select public_id from tool_version where state in ('DRAFT', 'PILOT') order by id desc limit 1");
    }

    private static List<String> actions(String where, String... parameters) {
        return column("select w.ref from action_wording w " + where + " order by w.sort_key", (Object[]) parameters);
    }

    static List<String> column(String query, Object... parameters) {
        try (Connection connection = TestPortal.database();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    static String value(String query, Object... parameters) {
        return column(query, parameters).getFirst();
    }

    static long number(String query, Object... parameters) {
        return Long.parseLong(value(query, parameters));
    }

    static int change(String statement, Object... parameters) {
        try (Connection connection = TestPortal.database();
                PreparedStatement change = prepared(connection, statement, parameters)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** What stands in the tables that people change; two such lists are equal when nobody changed anything. */
    static List<String> everythingThatPeopleChange() {
        List<String> sums = new ArrayList<>();
        for (String table : List.of(
                "contribution",
                "progress_update",
                "milestone",
                "action_wording",
                "plan_import",
                "practice_audit",
                "audit_agency",
                "audit_step",
                "audit_event",
                "audit_case",
                "finding",
                "recommendation",
                "recommendation_event",
                "audit_action",
                "audit_action_update",
                "impact_review",
                "audit_report",
                "report_comment",
                "report_approval",
                "retention_hold",
                "population",
                "programme",
                "programme_line",
                "programme_approval",
                "programme_change",
                "tool_version",
                "tool_question",
                "agency_return",
                "return_case",
                "answer",
                "self_grade",
                "moderation",
                "return_reopening",
                "member_role",
                "post_holding",
                "invitation",
                "guidance_edition",
                "guidance_approval",
                "guidance_comment",
                "guidance_confirmation",
                "guidance_unclear",
                "urgent_number",
                "referral_receipt",
                "referral_event",
                "advice_request",
                "escalation",
                "escalation_step",
                "vignette_exercise",
                "vignette_case",
                "vignette_answer")) {
            sums.add(table + " " + checksum(table));
        }
        sums.add(
                "tokens " + column("select concat(public_id, coalesce(revoked_at, '')) from access_token order by id"));
        return sums;
    }

    private static String checksum(String table) {
        try (Connection connection = TestPortal.database();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("checksum table " + table)) {
            rows.next();
            return String.valueOf(rows.getString(2));
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /** The portal's day, as the receipt of a referral that was taken last shows it. */
    static String today() {
        return java.time.Instant.ofEpochMilli(
                        number("select received_at from referral_receipt order by id desc limit 1"))
                .atZone(java.time.ZoneId.of("Europe/London"))
                .toLocalDate()
                .toString();
    }

    /** Counts that the portal keeps are thrown away. */
    static void touch() {
        change("update plan_version set version = version + 1 where what = 'everything'");
    }
}
