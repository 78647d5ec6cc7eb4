package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The one portal that all tests of a run share: an empty database with the sample people and plan, the server, and the EAR
 * that is shipped. It is started by the first test that asks for it and stopped after the last.
 */
public final class TestPortal {
    private static @Nullable Portal running;
    private static @Nullable String whyNot;

    private TestPortal() {}

    /** The portal's address without a slash at the end, {@code http://localhost:9080}. */
    public static String url() {
        return portal().settings().url();
    }

    public static String url(String path) {
        return url() + path;
    }

    /** The server's log, for tests that look at what is written there. */
    public static Path log() {
        return portal().log();
    }

    /** The portal's own database, past all its doors: only to prepare or to prove something. */
    public static Connection database() throws SQLException {
        Settings settings = portal().settings();
        return DriverManager.getConnection(
                settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
    }

    static synchronized Portal portal() {
        if (whyNot != null) {
            throw new IllegalStateException(whyNot);
        }
        if (running == null) {
            running = started();
        }
        return running;
    }

    private static Portal started() {
        Portal portal = new Portal(Settings.forTests("portal-test", true));
        Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "stop"));
        try {
            EmbeddedDatabase.forget(portal.settings().workspace());
            return portal.start();
        } catch (IOException | RuntimeException e) {
            whyNot = "No portal to test: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            whyNot = "No portal to test: interrupted";
        }
        portal.close();
        throw new IllegalStateException(whyNot);
    }

    static synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
