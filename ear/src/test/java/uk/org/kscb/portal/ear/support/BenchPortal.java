package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;

/**
 * The portal that the benchmark measures: as in production with fully optimised code, on an empty database with the
 * sample people and plan, with the heap of {@code -Prun}.
 */
public final class BenchPortal implements AutoCloseable {
    private final Portal portal;

    private BenchPortal(Portal portal) {
        this.portal = portal;
    }

    public static BenchPortal start() throws IOException, InterruptedException {
        Settings settings = Settings.forTests("portal-bench", false);
        Assumptions.assumeTrue(
                settings.externalDatabase().isEmpty(),
                "The benchmark fills its database with a thousand plans: unset PORTAL_DB_URL");
        EmbeddedDatabase.forget(settings.workspace());
        BenchPortal bench = new BenchPortal(new Portal(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
        bench.portal.start();
        return bench;
    }

    public String url() {
        return portal.settings().url();
    }

    public int port() {
        return portal.settings().ports().http();
    }

    public String heap() {
        return Domain.MEMORY;
    }

    public Connection database() throws SQLException {
        Settings settings = portal.settings();
        return DriverManager.getConnection(
                settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
    }

    /** Where the server keeps the static files that it sends. */
    public Path assets() {
        return portal.settings().workspace().resolve("domains/portal/applications/portal/portal-web_war/assets");
    }

    /** The server's JVM, to look into. */
    public ProcessHandle server() {
        return portal.server().jvm();
    }

    /** The database's process, to see how busy it was. */
    public ProcessHandle databaseProcess() {
        return ProcessHandle.current()
                .descendants()
                .filter(handle -> handle.info().command().orElse("").matches(".*(mariadbd|mysqld)"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The database is not running"));
    }

    @Override
    public void close() {
        portal.close();
    }
}
