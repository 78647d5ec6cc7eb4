package uk.org.kscb.portal.ear.load;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code ./mvnw -Prun} as a person types it, until the first page is there. */
final class RunCommand {
    private static final int PATIENCE_SECONDS = 240;

    private final Path root = Path.of(System.getProperty("portal.root"));
    private final Path home = Path.of(System.getProperty("portal.target"), "portal-run");
    private final int port;

    /** @param port that nobody uses */
    RunCommand(int port) {
        this.port = port;
    }

    /** Seconds of a first start, which makes the database, and of the second, which finds it. */
    double[] firstAndSecond() throws IOException, InterruptedException {
        borrowSoftware();
        return new double[] {secondsToFirstPage(), secondsToFirstPage()};
    }

    /** Server and database are unpacked already, as they are for who has started the portal before. */
    private void borrowSoftware() throws IOException {
        Path software = home.resolve("software");
        if (Files.notExists(software)) {
            Files.createDirectories(home);
            String own = System.getenv("PORTAL_HOME");
            Path shared = own == null
                    ? Path.of(System.getProperty("user.home"), ".local", "share", "kscb-portal")
                    : Path.of(own).toAbsolutePath();
            Files.createSymbolicLink(software, shared.resolve("software"));
        }
    }

    private double secondsToFirstPage() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(root.resolve("mvnw").toString(), "-Prun")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("run.log").toFile());
        command.environment().put("PORTAL_PORT", String.valueOf(port));
        command.environment().put("PORTAL_HOME", home.toAbsolutePath().toString());
        long started = System.nanoTime();
        Process running = command.start();
        try {
            while (!pageIsThere()) {
                if (!running.isAlive() || System.nanoTime() - started > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException("No page came, see " + home.resolve("run.log"));
                }
                Thread.sleep(100);
            }
            return (System.nanoTime() - started) / 1e9;
        } finally {
            stop(running);
        }
    }

    private boolean pageIsThere() {
        try {
            var page = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/sign-in").toURL().openConnection();
            page.setReadTimeout(20_000);
            return page.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As Ctrl-C does: the launcher, which is the database's parent, stops server and database, and Maven ends with it. */
    private void stop(Process running) throws InterruptedException {
        running.descendants().filter(RunCommand::isParentOfADatabase).forEach(ProcessHandle::destroy);
        if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || pageIsThere()) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            throw new IllegalStateException("The portal did not stop, see " + home.resolve("run.log"));
        }
    }

    /** Told from its children: its own command line is longer than the system hands out. */
    private static boolean isParentOfADatabase(ProcessHandle process) {
        return process.children()
                .anyMatch(child -> child.info().command().orElse("").endsWith("mariadbd"));
    }
}
