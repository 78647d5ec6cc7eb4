package uk.org.kscb.portal.ear.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AuditStep;

/**
 * A practice audit that is answered and moderated, put into the database past all doors: what those who read results need.
 * Its figures are those of the partnership's worked examples.
 */
public final class FilledAudit {
    private static final String ID = "left(sha2(concat(uuid(), rand()), 256), 20)";

    private final Connection database;
    private final String code;
    private final long id;
    private final long version;

    private FilledAudit(Connection database, String code, String scheme, boolean released) throws SQLException {
        this.database = database;
        this.code = code;
        run(
                "insert into audit_tool (public_id, name, kind, made_at, made_by) values (" + ID
                        + ", ?, 'REFERRAL_QUALITY', 0, 'test')",
                "Tool of " + code);
        long tool = number("select id from audit_tool where name = ?", "Tool of " + code);
        run(
                "insert into tool_version (public_id, tool_id, number, state, made_at, made_by, frozen_at) values ("
                        + ID + ", ?, 1, 'FROZEN', 0, 'test', 0)",
                tool);
        version = number("select id from tool_version where tool_id = ?", tool);
        run(
                "insert into practice_audit (public_id, code, title, theme, question, kind, owner_id, tool_version_id,"
                        + " grading_scheme, state, period_from, period_until, scope_approved_on, released_on, created_at,"
                        + " created_by) select " + ID
                        + ", ?, 'Referral audit', 'Referrals', 'Are referrals good enough?', 'REFERRAL_QUALITY', g.id,"
                        + " ?, ?, 'ACTING', '2011-01-01', '2011-03-31', '2011-04-01', ?, 0, 'test' from agency g where"
                        + " g.code = 'KSCB'",
                code,
                version,
                scheme,
                released ? "2011-06-09" : null);
        id = number("select id from practice_audit where code = ?", code);
        for (AuditStep step : AuditStep.values()) {
            run(
                    "insert into audit_step (audit_id, step, position, counts_from, offset_days, done_on)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    id,
                    step.name(),
                    step.ordinal() + 1,
                    step.countsFrom().name(),
                    step.ordinal(),
                    step.compareTo(AuditStep.BRIEF) <= 0 ? "2011-06-01" : null);
        }
    }

    private FilledAudit(Connection database, String code) throws SQLException {
        this.database = database;
        this.code = code;
        id = number("select id from practice_audit where code = ?", code);
        version = number("select tool_version_id from practice_audit where code = ?", code);
    }

    /** One that was filled before. */
    public static FilledAudit find(Connection database, String code) throws SQLException {
        return new FilledAudit(database, code);
    }

    /**
     * 57 referrals: 30 of the police, 18 of health, 9 of schools, all received by the county council. 39 at the right
     * level, 9 too high, 5 too low, 4 without a level. 30 decided after 4 hours, 20 on the next working day after Easter, 6 a
     * day later, one, by mistake, before it came. The police's grades and the panel's are the grid of BRIEF 4.9;
     * schools said good six times, the panel four times.
     */
    public static FilledAudit referrals(Connection database, String code, boolean released) throws SQLException {
        FilledAudit audit = new FilledAudit(database, code, "OFSTED_2011", released);
        audit.question("Q1", "A", "YES_NO", "REFERRER", null, "Name and address on the form");
        audit.question("Q9", "C", "SCALE", "BOTH", null, "Child's words or presentation recorded");
        audit.question("Q13", "D", "YES_NO", "BOTH", "YES", "Did waiting for consent delay the referral?");
        audit.question("Q14", "E", "LEVEL", "REFERRER", null, "Level the referrer stated");
        audit.question("Q15", "E", "LEVEL", "BOTH", null, "Level the auditor judges");
        audit.question("Q19", "F", "DATE_TIME", "FRONT_DOOR", null, "When it was received");
        audit.question("Q20", "F", "DATE_TIME", "FRONT_DOOR", null, "When it was decided");
        audit.question("Q21", "F", "YES_NO", "FRONT_DOOR", null, "Decision by a qualified manager");
        audit.cases(57);
        audit.takesPart("POLICE", "REFERRER", 1, 30);
        audit.takesPart("HEALTH", "REFERRER", 31, 48);
        audit.takesPart("SCHOOLS", "REFERRER", 49, 57);
        audit.takesPart("KCC", "FRONT_DOOR", 1, 57);
        audit.declared();
        audit.answers("Q1", "REFERRER", "if(c.position <= 54, 'YES', 'NO')");
        audit.answers(
                "Q9", "REFERRER", "case when c.position <= 21 then '2' when c.position <= 55 then '1' else 'NA' end");
        audit.answers(
                "Q9", "FRONT_DOOR", "case when c.position <= 21 then '2' when c.position <= 55 then '0' else 'NA' end");
        audit.answers("Q13", "REFERRER", "if(c.position <= 3, 'YES', 'NO')");
        audit.answers(
                "Q14",
                "REFERRER",
                "case when c.position <= 39 then '3' when c.position <= 48 then '4'"
                        + " when c.position <= 53 then '2' else 'NONE' end");
        audit.answers("Q15", "REFERRER", "if(c.position <= 50, '3', '2')");
        audit.answers("Q15", "FRONT_DOOR", "'3'");
        audit.answers("Q19", "FRONT_DOOR", "'2011-04-21T10:00'");
        audit.answers(
                "Q20",
                "FRONT_DOOR",
                "case when c.position <= 30 then '2011-04-21T14:00' when c.position <= 50 then '2011-04-26T09:00'"
                        + " when c.position <= 56 then '2011-04-27T10:00' else '2011-04-20T10:00' end");
        audit.answers("Q21", "FRONT_DOOR", "if(c.position <= 40, 'YES', 'PARTLY')");
        audit.gradesOfThePolice();
        audit.grades(49, 54, "OVERALL", "good");
        audit.moderated(49, 52, "OVERALL", "good");
        audit.moderated(53, 54, "OVERALL", "adequate");
        audit.grades(55, 57, "OVERALL", "adequate");
        audit.moderated(55, 57, "OVERALL", "adequate");
        return audit;
    }

    /** One more agency that knows those children; it thinks that each referral asked for too little. */
    public void involved(String agency, int first, int last) throws SQLException {
        takesPart(agency, "INVOLVED", first, last);
        answers("Q14", "INVOLVED", "'1'");
        answers("Q15", "INVOLVED", "'4'");
    }

    /** @param agencies each answers for every case; all questions are "yes, partly, no" but one scale in four */
    public static FilledAudit large(Connection database, String code, int cases, int questions, int agencies)
            throws SQLException {
        FilledAudit audit = new FilledAudit(database, code, "OFSTED_2011", true);
        for (int i = 1; i <= questions; i++) {
            audit.question(
                    "Q" + i,
                    "ABCDEFGH".substring(i % 8, i % 8 + 1),
                    i % 4 == 0 ? "SCALE" : "YES_NO",
                    "BOTH",
                    null,
                    "Standard " + i);
        }
        audit.cases(cases);
        for (String agency : audit.column("select code from agency order by position, id limit " + agencies)) {
            audit.takesPart(agency, "INVOLVED", 1, cases);
        }
        audit.run(
                "insert into answer (return_case_id, question_id, value, answered_by, answered_at, version) select"
                        + " rc.id, q.id, if(q.answer_kind = 'SCALE', elt(1 + mod(c.position * 7 + q.position * 3 +"
                        + " r.agency_id, 5), '0', '1', '2', '3', 'NA'), elt(1 + mod(c.position * 7 + q.position * 3 +"
                        + " r.agency_id, 5), 'YES', 'PARTLY', 'NO', 'NA', 'YES')), m.id, 0, 1 from return_case rc join"
                        + " agency_return r on r.id = rc.return_id join audit_case c on c.id = rc.case_id join"
                        + " tool_question q on q.version_id = ? join (select min(id) id from member) m where r.audit_id ="
                        + " ?",
                audit.version,
                audit.id);
        audit.run(
                "insert into self_grade (return_case_id, subject, grade, reason, graded_by, graded_at, version) select"
                        + " rc.id, 'OVERALL', elt(1 + mod(c.position + r.agency_id, 4), 'outstanding', 'good', 'adequate',"
                        + " 'inadequate'), 'Seen in the file', m.id, 0, 1 from return_case rc join agency_return r on r.id"
                        + " = rc.return_id join audit_case c on c.id = rc.case_id join (select min(id) id from member) m"
                        + " where r.audit_id = ?",
                audit.id);
        audit.run(
                "insert into moderation (return_case_id, subject, grade, reason, panel, moderated_by, moderated_at)"
                        + " select rc.id, 'OVERALL', elt(1 + mod(c.position + r.agency_id + (mod(c.position, 5) = 0), 4),"
                        + " 'outstanding', 'good', 'adequate', 'inadequate'), 'Read across', 'Three agencies', m.id, 0"
                        + " from return_case rc join agency_return r on r.id = rc.return_id join audit_case c on c.id ="
                        + " rc.case_id join (select min(id) id from member) m where r.audit_id = ?",
                audit.id);
        audit.run("analyze table answer, return_case, agency_return, audit_case, moderation, self_grade");
        return audit;
    }

    /** This one closed on that day, and was the re-audit of the other. */
    public void isReauditOf(FilledAudit before, java.time.LocalDate closedOn) throws SQLException {
        run(
                "update practice_audit set reaudit_of_id = ?, state = 'CLOSED', closed_on = ? where id = ?",
                before.id,
                closedOn,
                id);
    }

    public String code() {
        return code;
    }

    public long id() {
        return id;
    }

    private void question(String ref, String section, String kind, String by, @Nullable String critical, String text)
            throws SQLException {
        run(
                "insert into tool_question (version_id, ref, section, section_title, position, text, answer_kind,"
                        + " answered_by, critical_when, weight, scored, choices) select ?, ?, ?, ?, count(*) + 1, ?, ?, ?,"
                        + " ?, 1, 1, '[]' from tool_question where version_id = ?",
                version,
                ref,
                section,
                "Section " + section,
                text,
                kind,
                by,
                critical,
                version);
    }

    private void cases(int count) throws SQLException {
        run(
                "insert into audit_case (audit_id, code, position, stratum, reserve, status, age_band, district,"
                        + " outcome) with recursive s (n) as (select 1 union all select n + 1 from s where n"
                        + " < " + count + ")"
                        + " select ?, concat(?, '-', lpad(hex(n * 7919), 6, 'K')), n, 'All', 0, 'IN_SAMPLE', '5 to 9',"
                        + " elt(1 + mod(n, 3), 'Thanet', 'Swale', 'Ashford'), 'Assessment' from s",
                id,
                code);
    }

    private void takesPart(String agency, String part, int from, int until) throws SQLException {
        run(
                "insert into audit_agency (audit_id, agency_id, part) select ?, id, ? from agency where code = ?",
                id,
                part,
                agency);
        run(
                "insert into agency_return (public_id, audit_id, agency_id, state, round, opened_at, signed_at) select "
                        + ID + ", ?, id, 'SIGNED_OFF', 1, 0, 1 from agency where code = ?",
                id,
                agency);
        run(
                "insert into return_case (return_id, case_id, part, known, concern) select r.id, c.id, ?, 1, 'NO' from"
                        + " agency_return r join agency g on g.id = r.agency_id and g.code = ? join audit_case c on"
                        + " c.audit_id = r.audit_id and c.position between ? and ? where r.audit_id = ?",
                part,
                agency,
                from,
                until,
                id);
    }

    /** Whoever answers a case has said first that it is not their own. */
    private void declared() throws SQLException {
        run(
                "insert into return_declaration (return_case_id, member_id, declared_at) select rc.id, m.id, 0 from"
                        + " return_case rc join agency_return r on r.id = rc.return_id join (select min(id) id from"
                        + " member) m where r.audit_id = ?",
                id);
    }

    private void answers(String ref, String part, String value) throws SQLException {
        run(
                "insert into answer (return_case_id, question_id, value, answered_by, answered_at, version) select"
                        + " rc.id,"
                        + " q.id,"
                        + " " + value + ", m.id, 0, 1 from return_case rc join agency_return r on r.id = rc.return_id"
                        + " join audit_case c on c.id = rc.case_id join tool_question q on q.version_id"
                        + " = ? and q.ref = ? join (select min(id) id from member) m where r.audit_id ="
                        + " ? and rc.part = ?",
                version,
                ref,
                id,
                part);
    }

    private void gradesOfThePolice() throws SQLException {
        List<String> scale = List.of("outstanding", "good", "adequate", "inadequate");
        int[][] grid = {{3, 1, 0, 0}, {1, 9, 2, 0}, {0, 3, 8, 1}, {0, 0, 0, 2}};
        int position = 1;
        for (int self = 0; self < grid.length; self++) {
            for (int panel = 0; panel < grid.length; panel++) {
                if (grid[self][panel] > 0) {
                    int last = position + grid[self][panel] - 1;
                    grades(position, last, "REFERRAL", scale.get(self));
                    moderated(position, last, "REFERRAL", scale.get(panel));
                    position = last + 1;
                }
            }
        }
    }

    private void grades(int from, int until, String subject, String self) throws SQLException {
        run(
                "insert into self_grade (return_case_id, subject, grade, reason, graded_by, graded_at, version)"
                        + " select rc.id, ?, ?, 'Seen in the file', m.id, 0, 1 from return_case rc"
                        + " join agency_return r on r.id = rc.return_id join audit_case c on c.id = rc.case_id"
                        + " join (select min(id) id from member) m where r.audit_id = ? and rc.part = 'REFERRER'"
                        + " and c.position between ? and ?",
                subject,
                self,
                id,
                from,
                until);
    }

    private void moderated(int from, int until, String subject, String grade) throws SQLException {
        run(
                "insert into moderation (return_case_id, subject, grade, self_grade, reason, panel, moderated_by,"
                        + " moderated_at) select rc.id, ?, ?, (select s.grade from self_grade s where s.return_case_id ="
                        + " rc.id and s.subject = ?), 'The panel read it so', 'Three agencies', m.id, 0 from return_case rc"
                        + " join agency_return r on r.id = rc.return_id join audit_case c on c.id = rc.case_id"
                        + " join (select min(id) id from member) m where r.audit_id = ? and rc.part = 'REFERRER'"
                        + " and c.position between ? and ?",
                subject,
                grade,
                subject,
                id,
                from,
                until);
    }

    /** Takes it all out again. */
    public void remove() throws SQLException {
        Removal.ofAudit(database, code);
        Removal.of(database, "audit_tool", "name = 'Tool of " + code + "'");
    }

    private void run(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = prepared(statement, values)) {
            prepared.execute();
        }
    }

    private long number(String query, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = prepared(query, values);
                ResultSet row = prepared.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> column(String query) throws SQLException {
        try (PreparedStatement prepared = prepared(query);
                ResultSet rows = prepared.executeQuery()) {
            List<String> values = new java.util.ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
