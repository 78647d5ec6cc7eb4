package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./mvnw -Prun}: the whole portal on this machine until Ctrl-C. */
public final class PortalLauncher {
    private PortalLauncher() {}

    public static void main(String[] arguments) {
        System.exit(run());
    }

    private static int run() {
        try {
            Portal portal = new Portal(Settings.forRunning());
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "stop"));
            portal.start();
            greet(portal);
            return portal.server().waitFor();
        } catch (LaunchProblem e) {
            System.err.println("The portal did not start. " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            System.err.println("The portal did not start. " + e.getMessage() + written(e));
        }
        return 1;
    }

    private static void greet(Portal portal) throws IOException {
        Settings settings = portal.settings();
        StringBuilder text = new StringBuilder(System.lineSeparator());
        text.append("  The portal:  ").append(settings.url()).append("/\n");
        text.append("  Its log:     ").append(portal.log()).append('\n');
        text.append("  Its data:    ").append(settings.workspace()).append("\n\n");
        if (settings.loadsSampleData()) {
            text.append(SamplePeople.table(settings.sampleData().resolve("people.csv")))
                    .append('\n');
        }
        text.append("  Stop it with Ctrl-C.\n");
        System.out.println(text);
    }

    /** A fault that we did not foresee: the stack goes to a file, the person gets its name. */
    private static String written(Exception fault) {
        try {
            Path file = Files.createTempFile("portal-launcher-", ".txt");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                fault.printStackTrace(out);
            }
            return " (" + fault.getClass().getSimpleName() + ", details in " + file + ")";
        } catch (IOException e) {
            return " (" + fault.getClass().getSimpleName() + ")";
        }
    }
}
