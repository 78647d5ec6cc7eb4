package uk.org.kscb.portal.platform.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Where the data is: {@code PORTAL_DB_URL}, {@code PORTAL_DB_USER}, {@code PORTAL_DB_PASSWORD} from the environment
 * (read by MicroProfile Config), otherwise the embedded database's address.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/portal",
        className = "com.mysql.cj.jdbc.MysqlDataSource",
        url =
                "${MPCONFIG=portal.db.url:jdbc:mysql://127.0.0.1:13306/portal?sslMode=DISABLED&allowPublicKeyRetrieval=true}",
        user = "${MPCONFIG=portal.db.user:portal}",
        password = "${MPCONFIG=portal.db.password:portal}",
        minPoolSize = 4,
        maxPoolSize = 32)
@Singleton
public class PortalDatabase {}
