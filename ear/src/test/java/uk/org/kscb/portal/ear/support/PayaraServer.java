package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Payara with the portal's EAR in it, as a process of its own. */
final class PayaraServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Process process;

    private PayaraServer(Settings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    static PayaraServer start(Settings settings, Progress progress) throws IOException {
        Path payara = unpacked(settings, progress);
        Path domains = new Domain(settings, payara).prepare();
        Path boot = Files.writeString(
                settings.workspace().resolve("post-boot.asadmin"),
                "deploy --name portal --contextroot / "
                        + (settings.nodes().isEmpty() ? "" : "--availabilityenabled=true ")
                        + settings.ear().toAbsolutePath() + "\n");
        progress.say("Starting the server (Payara) and deploying the portal");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java(),
                "-jar",
                payara.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
                "start-domain",
                "--verbose",
                "--domaindir",
                domains.toString(),
                "--postbootcommandfile",
                boot.toString(),
                Domain.NAME));
        builder.redirectErrorStream(true).redirectOutput(log(settings).toFile());
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        settings.tell(builder.environment());
        return new PayaraServer(settings, builder.start());
    }

    void awaitReady(Progress progress) throws IOException, InterruptedException {
        ServerLog log = new ServerLog(log(settings));
        long started = System.nanoTime();
        long nextWord = 10;
        while (!healthy()) {
            var failure = log.deploymentFailure();
            if (failure.isPresent()) {
                throw new LaunchProblem("The portal could not be deployed: " + failure.get() + ". Log: " + log.file());
            }
            if (!process.isAlive()) {
                throw new LaunchProblem("The server ended before the portal was ready. Log: " + log.file());
            }
            long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
            if (waited > PATIENCE.toSeconds()) {
                throw new LaunchProblem("The portal was not ready after " + waited + " seconds. Log: " + log.file());
            }
            if (waited >= nextWord) {
                progress.say("... still starting");
                nextWord += 10;
            }
            Thread.sleep(250);
        }
    }

    private boolean healthy() {
        try {
            var connection = (HttpURLConnection)
                    URI.create(settings.url() + "/api/v1/health").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    static Path log(Settings settings) {
        return settings.workspace().resolve("server.log");
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** The server's own JVM, for whoever wants to look into it; the process that we started is its nanny. */
    ProcessHandle jvm() {
        return process.descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server's JVM is not running"));
    }

    /** Pulls the plug: no goodbye, as when a machine dies. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Path unpacked(Settings settings, Progress progress) throws IOException {
        Path zip = settings.payaraZip();
        Path home = settings.software().resolve(zip.getFileName().toString().replace(".zip", ""));
        if (!Files.exists(home)) {
            progress.say("Unpacking the server (Payara), 220 MB");
            Files.createDirectories(settings.software());
            Folders.unzip(zip, home);
        }
        return home.resolve("payara7");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        all.forEach(PayaraServer::awaitEnd);
        awaitEnd(process.toHandle());
    }

    private static void awaitEnd(ProcessHandle handle) {
        try {
            handle.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            handle.destroyForcibly();
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
