package uk.org.kscb.portal.ear.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.BenchPortal;

/**
 * {@code ./mvnw -Pbench verify}: how fast the portal is, and what it takes, on the machine at hand. It prints figures and
 * asserts nothing about time; only a wrong answer makes it fail. Processor time for an answer says more than the rate
 * where the machine has other work.
 */
class PortalBench {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final int UPLOADS = 5;
    private static final Pattern STYLESHEET = Pattern.compile("href=\"(/assets/[^\"]+/portal\\.css)\"");
    private static final String LIST = "/actions?show=all&size=100";

    private final StringBuilder report = new StringBuilder();
    private final Map<String, Figures> firsts = new LinkedHashMap<>();

    @Test
    void print_how_fast_the_portal_is_and_what_it_takes() throws Exception {
        int port;
        try (BenchPortal portal = BenchPortal.start()) {
            port = portal.port();
            say(
                    "On %d processors, Java %s, heap %s, all optimisation; load of the machine before: %.1f",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"),
                    portal.heap(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            say("%d connections, each measurement %d s after a warm-up", Load.CONNECTIONS, MEASURED.toSeconds());
            measureSpeed(portal);
        }
        double[] starts = new RunCommand(port).firstAndSecond();
        say("");
        say(
                "./mvnw -Prun to the first page: %.1f s with an empty database, %.1f s with what the first start left",
                starts[0], starts[1]);
        Files.writeString(Path.of(System.getProperty("portal.target"), "bench.txt"), report);
    }

    private void measureSpeed(BenchPortal portal) throws Exception {
        Caller police = Caller.signedIn(portal.url(), "police", "sample-police-2011");
        Caller token = Caller.withToken(portal.url(), "sample-token-police");
        Caller anybody = Caller.anybody(portal.url());
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("list of actions, 100 rows", new Target(police, LIST));
        targets.put("one action", new Target(police, "/actions/2.4.8"));
        targets.put("home", new Target(police, "/home"));
        targets.put("API, 100 actions", new Target(token, "/api/v1/actions?size=100"));
        Map<String, Target> yardsticks = new LinkedHashMap<>();
        yardsticks.put("yardstick: a static file", new Target(anybody, stylesheet(anybody)));
        yardsticks.put("yardstick: empty REST", new Target(anybody, "/api/v1/health"));

        Load load = new Load(portal);
        try (ManyPlans plan = new ManyPlans(portal.database())) {
            plan.analyze();
        }
        settle(load, targets);
        heading("The plan x 1");
        table(load, targets);
        table(load, yardsticks);
        double kilobytes = new SessionMemory(portal.url(), portal.server()).kilobytes();
        List<Double> uploads = uploads(Caller.withToken(portal.url(), "sample-token-kscb"));
        try (ManyPlans plans = new ManyPlans(portal.database())) {
            for (int times : new int[] {100, 1000}) {
                long actions = plans.grow(times);
                say("");
                say("the first page after a change takes the census: %.2f s", secondsOf(police));
                settle(load, targets);
                heading("The plan x " + times + ", " + actions + " actions");
                table(load, targets);
            }
        }
        say("");
        say(
                "Heap of a signed-in session: %.1f KB (%d sessions of six pages each, heap in use after a full"
                        + " collection, with less without)",
                kilobytes, SessionMemory.SESSIONS);
        say(
                "Word import, %s, upload to preview: %s s (first to last)",
                WordFile.find().what(), uploads);
    }

    /** Anew for each size of the plan: what the server compiled for a short one it throws away as soon as a long one comes. */
    private void settle(Load load, Map<String, Target> targets) throws Exception {
        for (Map.Entry<String, Target> target : targets.entrySet()) {
            long seconds =
                    load.settle(target.getValue().caller(), target.getValue().path());
            say("warming up, until it gets no faster: %s, %d s", target.getKey(), seconds);
        }
    }

    private void table(Load load, Map<String, Target> targets) throws Exception {
        for (Map.Entry<String, Target> target : targets.entrySet()) {
            Figures f =
                    load.measure(target.getValue().caller(), target.getValue().path(), WARM_UP, MEASURED);
            Figures first = firsts.computeIfAbsent(target.getKey(), name -> f);
            say(
                    "%-28s %9.1f %9.1f %9.1f %10.2f %10.2f %9.2f",
                    target.getKey(),
                    f.rate(),
                    f.p50(),
                    f.p99(),
                    f.serverMillis(),
                    f.databaseMillis(),
                    first.rate() / f.rate());
        }
    }

    private void heading(String words) {
        say("");
        say("%-28s %9s %9s %9s %10s %10s %9s", words, "", "p50", "p99", "server", "database", "times as");
        say("%-28s %9s %9s %9s %10s %10s %9s", "", "answers/s", "ms", "ms", "CPU ms", "CPU ms", "slow as x1");
    }

    private static List<Double> uploads(Caller manager) throws IOException {
        WordFile file = WordFile.find();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            seconds.add(Math.round(file.upload(manager) * 100) / 100.0);
        }
        return seconds;
    }

    private static double secondsOf(Caller caller) {
        long started = System.nanoTime();
        String page = caller.get(LIST);
        double seconds = (System.nanoTime() - started) / 1e9;
        int rows = page.split("<th scope=\"row\"", -1).length - 1;
        if (rows != 100) {
            throw new IllegalStateException("The list has " + rows + " rows, not 100");
        }
        return seconds;
    }

    private static String stylesheet(Caller anybody) {
        Matcher found = STYLESHEET.matcher(anybody.get("/sign-in"));
        if (!found.find()) {
            throw new IllegalStateException("No stylesheet on the page");
        }
        return found.group(1);
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.UK, format, values);
        System.out.println(line);
        report.append(line).append(System.lineSeparator());
    }

    /** What is measured, and who asks for it. */
    private record Target(Caller caller, String path) {}
}
