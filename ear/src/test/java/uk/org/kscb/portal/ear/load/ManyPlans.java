package uk.org.kscb.portal.ear.load;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the plan in the database as long as many plans: copies of each action in force with all that hangs on it, under
 * refs such as {@code 2.4.7-0042}.
 */
final class ManyPlans implements AutoCloseable {
    private static final String IN_FORCE = "w.valid_until = '9999-12-31'";
    private final Connection database;
    private int plans = 1;

    ManyPlans(Connection database) {
        this.database = database;
    }

    /** @return actions in force after that */
    long grow(int wanted) throws SQLException {
        copies(plans, wanted - 1);
        plans = wanted;
        run("update plan_version set version = version + 1");
        analyze();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from action_wording w where " + IN_FORCE)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Which new action is the copy of which old one; each statement then follows the old rows to their new owner. */
    private void copies(int from, int to) throws SQLException {
        run("create temporary table nth (n int primary key, suffix char(5) character set ascii collate ascii_bin)");
        run("insert into nth with recursive s (n) as (select " + from + " union all select n + 1 from s where n < " + to
                + ") select n, concat('-', lpad(n, 4, '0')) from s");
        copy(
                "action",
                Map.of("ref", "concat(o.ref, s.suffix)", "sort_key", "concat(o.sort_key, s.suffix)"),
                "action o join action_wording w on w.action_id = o.id and " + IN_FORCE
                        + " join nth s where o.ref not like '%-%'");
        run("create temporary table action_copy (old_id bigint, new_id bigint, n int, suffix char(5)"
                + " character set ascii collate ascii_bin, primary key (old_id, n))");
        run("insert into action_copy select o.id, a.id, s.n, s.suffix from action o join nth s"
                + " join action a on a.ref = concat(o.ref, s.suffix) where o.ref not like '%-%'");
        copy(
                "action_wording",
                Map.of(
                        "action_id",
                        "k.new_id",
                        "ref",
                        "concat(o.ref, k.suffix)",
                        "sort_key",
                        "concat(o.sort_key, k.suffix)"),
                "action_wording o join action_copy k on k.old_id = o.action_id where o.valid_until = '9999-12-31'");
        run("create temporary table wording_copy (old_id bigint, new_id bigint, n int, primary key (old_id, n))");
        run("insert into wording_copy select o.id, w.id, k.n from action_wording o join action_copy k on k.old_id"
                + " = o.action_id join action_wording w on w.action_id = k.new_id where o.valid_until ="
                + " '9999-12-31'");
        for (String table : List.of("action_reference", "milestone")) {
            copy(table, Map.of("wording_id", "k.new_id"), table + " o join wording_copy k on k.old_id = o.wording_id");
        }
        copy(
                "contribution",
                Map.of("action_id", "k.new_id", "public_id", "left(sha2(concat(o.public_id, k.n), 256), 20)"),
                "contribution o join action_copy k on k.old_id = o.action_id");
        copy(
                "progress_update",
                Map.of("contribution_id", "x.id"),
                "progress_update o join contribution c on c.id = o.contribution_id join action_copy k on k.old_id ="
                        + " c.action_id join contribution x on x.action_id = k.new_id and x.agency_id = c.agency_id and"
                        + " x.added_at = c.added_at");
        run("drop temporary table nth, action_copy, wording_copy");
    }

    /** Copies rows of {@code o}; what the database makes up by itself is left to it. */
    private void copy(String table, Map<String, String> changed, String from) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        DatabaseMetaData meta = database.getMetaData();
        try (ResultSet column = meta.getColumns(database.getCatalog(), null, table, null)) {
            while (column.next()) {
                String name = column.getString("COLUMN_NAME");
                if ("NO".equals(column.getString("IS_AUTOINCREMENT"))
                        && !"YES".equals(column.getString("IS_GENERATEDCOLUMN"))) {
                    columns.add(name);
                    values.add(changed.getOrDefault(name, "o." + name));
                }
            }
        }
        run("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from " + from);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database counts its rows again, as it does by itself where rows have been for a while. */
    void analyze() throws SQLException {
        run("analyze table action, action_wording, action_reference, milestone, contribution, progress_update");
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
