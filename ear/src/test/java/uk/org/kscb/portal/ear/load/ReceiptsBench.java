package uk.org.kscb.portal.ear.load;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.BenchPortal;

/**
 * {@code ./mvnw -Pbench verify -Dit.test=ReceiptsBench}: what half a million receipts of referrals, and as many
 * confirmations that guidance was read, cost. Prints figures and asserts nothing about time.
 */
class ReceiptsBench {
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final int MANY = 500_000;
    private static final int TAKEN = 200;

    private final StringBuilder report = new StringBuilder();

    @Test
    void print_what_half_a_million_receipts_cost() throws Exception {
        try (BenchPortal portal = BenchPortal.start()) {
            say(
                    "On %d processors, heap %s; load of the machine before: %.1f",
                    Runtime.getRuntime().availableProcessors(),
                    portal.heap(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            Caller desk = Caller.signedIn(portal.url(), "kcc", "sample-kcc-2011");
            Caller manager = Caller.signedIn(portal.url(), "kscb", "sample-kscb-2011");
            Caller practitioner = Caller.withToken(portal.url(), "sample-token-visitor");
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put("desk: all receipts, page 1", new Target(desk, "/referrals"));
            targets.put("desk: waiting", new Target(desk, "/referrals?show=waiting"));
            targets.put("measures 4a and 4b", new Target(manager, "/referrals/measures"));
            targets.put("API: own receipts", new Target(practitioner, "/api/v1/referral-receipts"));
            Load load = new Load(portal);
            load.measure(desk, "/referrals", FIRST_WARM_UP, Duration.ofSeconds(1));
            table("Few receipts", load, targets, practitioner);
            try (Connection database = portal.database()) {
                fill(database);
            }
            table(String.format(Locale.UK, "%,d receipts, %,d confirmations", MANY, MANY), load, targets, practitioner);
        }
        Files.writeString(Path.of(System.getProperty("portal.target"), "bench-receipts.txt"), report);
    }

    private void table(String heading, Load load, Map<String, Target> targets, Caller practitioner) throws Exception {
        say("");
        say("%-36s %9s %9s %9s %10s %10s", heading, "answers/s", "p50 ms", "p99 ms", "server CPU", "db CPU ms");
        for (Map.Entry<String, Target> target : targets.entrySet()) {
            Figures f =
                    load.measure(target.getValue().caller(), target.getValue().path(), WARM_UP, MEASURED);
            say(
                    "%-36s %9.1f %9.1f %9.1f %10.2f %10.2f",
                    target.getKey(), f.rate(), f.p50(), f.p99(), f.serverMillis(), f.databaseMillis());
        }
        long started = System.nanoTime();
        for (int i = 0; i < TAKEN; i++) {
            String body =
                    "{\"key\":\"bench-" + started + "-" + i + "\",\"post\":\"gp\",\"level\":3,\"consent\":\"given\"}";
            practitioner.post("/api/v1/referral-receipts", "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
        say(
                "%-36s %9.1f a second, one after the other",
                "taking receipts", TAKEN * 1e9 / (System.nanoTime() - started));
    }

    /** Receipts of 24 agencies over five years, and confirmations of as many people of an old edition. */
    private static void fill(Connection database) throws SQLException {
        String digits =
                "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4 union all"
                        + " select 5 union all select 6 union all select 7 union all select 8 union all select 9)";
        String numbers = "select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d n from " + digits
                + " a, " + digits + " b, " + digits + " c, " + digits + " e, " + digits
                + " f, (select 0 d union all select 1 union all select 2 union all select 3 union all select 4) g";
        run(
                database,
                "create temporary table five_years as select n, 1308132000000 - cast(n as signed) * 315360 at from ("
                        + numbers + ") numbers");
        run(
                database,
                "insert into referral_receipt (reference, request_key, agency_id, member_id, post, level_claimed,"
                        + " significant_harm, consent, received_at, received_month, hours_due_at, day_due_at,"
                        + " acknowledge_due_at, tell_days, provisional, decided_at, decision, tell_due_at, told_at,"
                        + " told_how) select concat(lpad(n div 1000, 4, 'x'), '-', lpad(n % 1000, 4, 'y')),"
                        + " concat('bench-fill-', n), a.id, m.id, 'GP', 1 + n % 4, 0, 'GIVEN', at,"
                        + " date_format(from_unixtime(at / 1000), '%Y-%m'), at + 86400000, at + 120000000, at + 120000000,"
                        + " 3, 0, at + (n % 100) * 1200000, 'ADVICE', at + 300000000, at + 200000000, 'WRITING' from"
                        + " five_years join (select id, row_number() over (order by id) - 1 nth from agency) a on a.nth ="
                        + " n % 24 join (select min(id) id from member) m");
        run(database, "analyze table referral_receipt");
        run(
                database,
                "insert into member (user_name, name, created_at) select concat('bench-', n), 'Bench', 1 from"
                        + " five_years");
        run(
                database,
                "insert into guidance_confirmation (edition_id, member_id, agency_id, confirmed_on, confirmed_at)"
                        + " select e.id, m.id, a.id, '2011-06-01', 1 from member m join (select min(id) id from"
                        + " guidance_edition) e join (select min(id) id from agency) a where m.user_name like 'bench-%'");
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.UK, format, values);
        System.out.println(line);
        report.append(line).append(System.lineSeparator());
    }

    /** What is measured, and who asks for it. */
    private record Target(Caller caller, String path) {}
}
