package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;

class DatabaseIT extends ContainerTest {
    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @Test
    void every_migration_went_through() throws SQLException {
        assertThat(number("select count(*) from flyway_schema_history")).isPositive();
        assertThat(number("select count(*) from flyway_schema_history where success = 0"))
                .isZero();
    }

    @Test
    void it_is_as_strict_as_mysql() throws SQLException {
        assertThat(
                        number(
                                "select locate('STRICT_TRANS_TABLES', @@sql_mode) > 0 and locate('ONLY_FULL_GROUP_BY', @@sql_mode) > 0"))
                .isOne();
    }

    private long number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
