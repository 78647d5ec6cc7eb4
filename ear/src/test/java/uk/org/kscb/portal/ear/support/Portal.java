package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Database, server and EAR, started in that order and stopped in the other. */
final class Portal implements AutoCloseable {
    private final Settings settings;
    private final Progress progress = new Progress();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable PayaraServer server;

    Portal(Settings settings) {
        this.settings = settings;
    }

    Portal start() throws IOException, InterruptedException {
        Preflight.javaIsNewEnough(Runtime.version().feature());
        Preflight.diskHasRoom(
                settings.workspace(), !Files.exists(settings.workspace().resolve("domains")));
        keep(WorkspaceLock.take(settings.workspace(), settings.url()));
        if (!Files.exists(settings.ear())) {
            throw new LaunchProblem("There is no " + settings.ear() + " yet: build it first, ./mvnw package");
        }
        Preflight.portsAreFree(settings.ports().all());
        if (settings.externalDatabase().isPresent()) {
            progress.say("Using the database at " + settings.databaseUrl().replaceAll("\\?.*", ""));
        } else {
            Preflight.databaseRunsHere(System.getProperty("os.name"), System.getProperty("os.arch"));
            EmbeddedDatabase database = EmbeddedDatabase.start(settings, progress);
            keep(() -> stop("Database", database));
        }
        PayaraServer payara = PayaraServer.start(settings, progress);
        server = payara;
        keep(() -> stop("Server", payara));
        payara.awaitReady(progress);
        progress.say("Ready: " + settings.url() + "/");
        return this;
    }

    private void stop(String what, AutoCloseable part) throws Exception {
        part.close();
        progress.say(what + " stopped");
    }

    /** A stop that comes while we start (Ctrl-C) must see each part, hence the lock. */
    private void keep(AutoCloseable part) {
        synchronized (started) {
            started.push(part);
        }
    }

    Settings settings() {
        return settings;
    }

    Progress progress() {
        return progress;
    }

    Path log() {
        return PayaraServer.log(settings);
    }

    PayaraServer server() {
        if (server == null) {
            throw new IllegalStateException("The server has not been started");
        }
        return server;
    }

    @Override
    public void close() {
        synchronized (started) {
            while (!started.isEmpty()) {
                try {
                    started.pop().close();
                } catch (Exception e) {
                    progress.say("While stopping: " + e.getMessage());
                }
            }
        }
    }
}
