package uk.org.kscb.portal.ear.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Takes rows that a test made out of the database again, with every row that hangs on them. */
public final class Removal {
    private Removal() {}

    /** Removes the practice audit with this code and whatever was kept of it; nothing where there is none. */
    public static void ofAudit(Connection database, String code) throws SQLException {
        of(database, "practice_audit", "code = '" + code + "'");
    }

    /**
     * Removes the rows for which the condition holds. What hangs on them is asked of the database's own foreign keys,
     * so that a table added tomorrow is thought of too.
     */
    public static void of(Connection database, String table, String condition) throws SQLException {
        List<Reference> references = references(database, table);
        if (!references.isEmpty()) {
            String ids = ids(database, table, condition);
            if (ids.isEmpty()) {
                return;
            }
            for (Reference reference : references) {
                String hanging = reference.column() + " in (" + ids + ")";
                if (reference.table().equals(table)) {
                    run(database, "update " + table + " set " + reference.column() + " = null where " + hanging);
                } else {
                    of(database, reference.table(), hanging);
                }
            }
        }
        run(database, "delete from " + table + " where " + condition);
    }

    private record Reference(String table, String column) {}

    private static List<Reference> references(Connection database, String table) throws SQLException {
        List<Reference> found = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select table_name, column_name from"
                        + " information_schema.key_column_usage where referenced_table_schema = database()"
                        + " and referenced_column_name = 'id' and referenced_table_name = '" + table + "'")) {
            while (rows.next()) {
                found.add(new Reference(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    private static String ids(Connection database, String table, String condition) throws SQLException {
        StringJoiner ids = new StringJoiner(", ");
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select id from " + table + " where " + condition)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids.toString();
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
