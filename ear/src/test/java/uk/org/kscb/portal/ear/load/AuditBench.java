package uk.org.kscb.portal.ear.load;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.BenchPortal;
import uk.org.kscb.portal.ear.support.FilledAudit;

/**
 * {@code ./mvnw -Pbench verify}: practice audits. An audit of 60 cases, 10 agencies and 40 questions (24,000 answers), and
 * ten times that: the results page, with counts kept and counted anew, and the master sheet. Prints figures and asserts
 * nothing about time; only a wrong answer makes it fail.
 */
class AuditBench {
    private static final int PAGES = 60;
    private static final int COUNTS = 8;

    private final StringBuilder report = new StringBuilder();

    @Test
    void print_how_fast_practice_audits_are() throws Exception {
        try (BenchPortal portal = BenchPortal.start()) {
            say(
                    "Practice audits. %d processors, heap %s; load of the machine before: %.1f",
                    Runtime.getRuntime().availableProcessors(),
                    portal.heap(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            Caller manager = Caller.signedIn(portal.url(), "kscb", "sample-kscb-2011");
            measure(portal, manager, "B11-01", 60);
            measure(portal, manager, "B11-10", 600);
        }
        Files.writeString(Path.of(System.getProperty("portal.target"), "bench-audits.txt"), report);
    }

    private void measure(BenchPortal portal, Caller manager, String code, int cases) throws Exception {
        long started = System.nanoTime();
        try (Connection database = portal.database()) {
            FilledAudit.large(database, code, cases, 40, 10);
        }
        say("");
        say(
                "%s: %d cases x 10 agencies x 40 questions = %,d answers (filled in %.1f s)",
                code, cases, cases * 400, seconds(started));
        String page = "/practice-audits/" + code + "/results";
        say("  results page, the first (counted, code cold): %.0f ms", millisOf(manager, page));
        double[] kept = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            kept[i] = millisOf(manager, page);
        }
        say("  results page, counts kept: p50 %.0f ms, p95 %.0f ms of %d", at(kept, 50), at(kept, 95), PAGES);
        double[] counted = new double[COUNTS];
        for (int i = 0; i < COUNTS; i++) {
            try (Connection database = portal.database();
                    var statement = database.createStatement()) {
                statement.execute("update agency_return set signed_at = signed_at + 1 where audit_id ="
                        + " (select id from practice_audit where code = '" + code + "') limit 1");
            }
            counted[i] = millisOf(manager, page);
        }
        say(
                "  results page, counted anew after a return changed: p50 %.0f ms, worst %.0f ms of %d",
                at(counted, 50), at(counted, 100), COUNTS);
        for (String format : new String[] {"csv", "xlsx"}) {
            sheet(portal, manager, code, cases, format);
        }
    }

    /** Reads the file as it comes, so that what is measured is the portal and not this program's memory. */
    private void sheet(BenchPortal portal, Caller manager, String code, int cases, String format) throws Exception {
        String[] header = manager.header().split(": ", 2);
        long started = System.nanoTime();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        portal.url() + "/practice-audits/" + code + "/results/download?as=" + format))
                                .header(header[0], header[1])
                                .build(),
                        BodyHandlers.ofInputStream());
        long bytes = 0;
        long lines = 0;
        double first = 0;
        byte[] buffer = new byte[65536];
        try (var in = answer.body()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                first = bytes == 0 ? seconds(started) : first;
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        if (answer.statusCode() != 200 || format.equals("csv") && lines != cases * 10L + 2) {
            throw new IllegalStateException("The sheet answered " + answer.statusCode() + " with " + lines + " lines");
        }
        say(
                "  master sheet as %s: %,d KB in %.2f s, first byte after %.2f s",
                format, bytes / 1024, seconds(started), first);
    }

    private static double millisOf(Caller caller, String path) {
        long started = System.nanoTime();
        String page = caller.get(path);
        double millis = (System.nanoTime() - started) / 1e6;
        if (!page.contains("Question by question")) {
            throw new IllegalStateException("The page shows no results");
        }
        return millis;
    }

    private static double at(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.UK, format, values);
        System.out.println(line);
        report.append(line).append(System.lineSeparator());
    }
}
