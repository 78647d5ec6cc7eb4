package uk.org.kscb.portal.ear.load;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.BenchPortal;
import uk.org.kscb.portal.ear.support.FilledAudit;

/**
 * {@code ./mvnw -Pbench verify -Dit.test=AuditorsBench}: two hundred auditors of ten agencies answer one audit of 60 cases
 * and 40 questions, through the address that the page saves to; then an audit of 600 cases, most of whose 240,000 answers
 * are there already. The target names two cores: the figures are those of as many as are printed. Prints figures and asserts nothing about time; an answer
 * that is refused, or that is not in the database afterwards, makes it fail.
 */
class AuditorsBench {
    private static final String CODE = "B11-20";
    private static final String TEN_TIMES = "B11-30";

    /** Cases whose answers are still to be given; those of the others are there. */
    private static final int OPEN_CASES = 60;

    private static final int AUDITORS_AN_AGENCY = 20;
    private static final int QUESTIONS = 40;
    private static final int WARM_UP = 400;

    private final StringBuilder report = new StringBuilder();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    @Test
    void print_how_two_hundred_auditors_save() throws Exception {
        try (BenchPortal portal = BenchPortal.start()) {
            say(
                    "Saving answers. %d processors, heap %s; load of the machine before: %.1f",
                    Runtime.getRuntime().availableProcessors(),
                    portal.heap(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            List<Auditor> auditors = prepare(portal, CODE, OPEN_CASES);
            save("warming up", auditors.subList(0, 1), 0, WARM_UP / QUESTIONS + 1, 0);
            save("one auditor", auditors.subList(1, 2), 0, QUESTIONS, 0);
            save("all at once, 2 to 6 seconds an answer", auditors, 0, 16, 4000);
            save("all at once, without a pause", auditors, 16, QUESTIONS, 0);
            compare(portal, CODE);
            List<Auditor> many = prepare(portal, TEN_TIMES, OPEN_CASES * 10);
            save("x 10: one auditor", many.subList(1, 2), 0, QUESTIONS, 0);
            save("x 10: all at once, 2 to 6 seconds an answer", many, 0, 8, 4000);
            save("x 10: all at once, without a pause", many, 8, 24, 0);
            compare(portal, TEN_TIMES);
        }
        Files.writeString(Path.of(System.getProperty("portal.target"), "bench-auditors.txt"), report);
    }

    /** Somebody signed in, with the cases that are theirs. */
    private record Auditor(Caller caller, String audit, List<String> cases) {}

    private List<Auditor> prepare(BenchPortal portal, String code, int cases) throws SQLException {
        try (Connection database = portal.database()) {
            return prepare(database, portal.url(), code, cases);
        }
    }

    private List<Auditor> prepare(Connection database, String url, String code, int count) throws SQLException {
        FilledAudit.large(database, code, count, QUESTIONS, 10);
        String opened = " and c.case_id in (select k.id from audit_case k where k.position <= " + OPEN_CASES + ")";
        for (String statement : new String[] {
            "delete m from moderation m join return_case c on c.id = m.return_case_id join agency_return r on r.id ="
                    + " c.return_id where r.audit_id = @audit" + opened,
            "delete s from self_grade s join return_case c on c.id = s.return_case_id join agency_return r on r.id ="
                    + " c.return_id where r.audit_id = @audit" + opened,
            "delete a from answer a join return_case c on c.id = a.return_case_id join agency_return r on r.id ="
                    + " c.return_id where r.audit_id = @audit" + opened,
            "update agency_return set state = 'OPEN', signed_at = null where audit_id = @audit",
            "update practice_audit set state = 'COLLECTING', released_on = null where id = @audit",
            "insert ignore into member (user_name, name, password_hash, created_at) with recursive k (n) as (select 0 union all"
                    + " select n + 1 from k where n < " + (AUDITORS_AN_AGENCY - 1) + ") select concat('auditor-',"
                    + " r.agency_id, '-', k.n), 'Auditor', a.password_hash, 0 from k join agency_return r join member a"
                    + " on a.user_name = 'auditor' where r.audit_id = @audit",
            "insert ignore into member_role (public_id, member_id, agency_id, role, given_at, given_by) select"
                    + " left(sha2(m.user_name, 256), 20), m.id, r.agency_id, 'AUDITOR', 0, 'bench' from agency_return r join"
                    + " member m on m.user_name like concat('auditor-', r.agency_id, '-%') where r.audit_id = @audit",
            "update return_case rc join (select c.id, r.agency_id, row_number() over (partition by c.return_id order by"
                    + " c.id) k from return_case c join agency_return r on r.id = c.return_id where r.audit_id = @audit) x"
                    + " on x.id = rc.id join member m on m.user_name = concat('auditor-', x.agency_id, '-', mod(x.k, "
                    + AUDITORS_AN_AGENCY + ")) set rc.auditor_member_id = m.id, rc.concern = null",
            "insert ignore into return_declaration (return_case_id, member_id, declared_at) select c.id, c.auditor_member_id, 0"
                    + " from return_case c join agency_return r on r.id = c.return_id where r.audit_id = @audit",
            "analyze table answer, return_case, agency_return, member, member_role, return_declaration"
        }) {
            try (var prepared = database.createStatement()) {
                prepared.execute("set @audit = (select id from practice_audit where code = '" + code + "')");
                prepared.execute(statement);
            }
        }
        Map<String, List<String>> cases = new TreeMap<>();
        try (var statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("select m.user_name, c.code from return_case rc join audit_case c"
                                + " on c.id = rc.case_id join practice_audit p on p.id = c.audit_id and p.code = '"
                                + code
                                + "' join member m on m.id = rc.auditor_member_id where m.user_name like"
                                + " 'auditor-%-%' and c.position <= " + OPEN_CASES + " order by rc.id")) {
            while (rows.next()) {
                cases.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        List<Auditor> auditors = new ArrayList<>();
        cases.forEach(
                (name, own) -> auditors.add(new Auditor(Caller.signedIn(url, name, "sample-auditor-2011"), code, own)));
        say(
                "%s: %d cases x 10 agencies x %d questions; %d auditors signed in, %d cases each to answer",
                code,
                count,
                QUESTIONS,
                auditors.size(),
                auditors.getFirst().cases().size());
        return auditors;
    }

    /** @param pause milliseconds between two answers of one person, on average; half of it at least */
    private void save(String what, List<Auditor> auditors, int from, int until, int pause) throws Exception {
        long started = System.nanoTime();
        List<Future<double[]>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            auditors.forEach(one -> all.add(threads.submit(() -> saveAll(one, from, until, pause))));
        }
        List<Double> millis = new ArrayList<>();
        for (Future<double[]> one : all) {
            Arrays.stream(one.get()).forEach(millis::add);
        }
        millis.sort(null);
        say(
                "%-40s %6d answers, %7.1f a second, p50 %6.0f ms, p95 %6.0f ms, worst %6.0f ms",
                what,
                millis.size(),
                millis.size() * 1e9 / (System.nanoTime() - started),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.getLast());
    }

    private double[] saveAll(Auditor auditor, int from, int until, int pause) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (String aCase : auditor.cases()) {
            for (int question = from; question < until; question++) {
                if (pause > 0) {
                    Thread.sleep(ThreadLocalRandom.current().nextInt(pause / 2, pause * 3 / 2));
                }
                millis.add(save(auditor, aCase, question + 1));
            }
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double save(Auditor auditor, String aCase, int question) {
        Caller caller = auditor.caller();
        String key = aCase + " Q" + question + " " + caller.header();
        String value = value(question);
        Map<String, String> fields = new TreeMap<>(Map.of("part", "involved", "ref", "Q" + question, "value", value));
        int version = versions.merge(key, 1, Integer::sum) - 1;
        fields.put("note", "Seen in the file, time " + (version + 1));
        fields.put("version", String.valueOf(version));
        long sent = System.nanoTime();
        HttpResponse<String> answer =
                caller.form("/practice-audits/" + auditor.audit() + "/return/" + aCase + "/answers", fields);
        double millis = (System.nanoTime() - sent) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Saving answered " + answer.statusCode() + ": " + answer.body());
        }
        return millis;
    }

    /** Every fourth question is a scale. */
    private static String value(int question) {
        return question % 4 == 0 ? String.valueOf(question % 3) : question % 2 == 0 ? "YES" : "NO";
    }

    private void compare(BenchPortal portal, String code) throws SQLException {
        int sent =
                (int) versions.keySet().stream().filter(k -> k.startsWith(code)).count();
        int found = 0;
        int wrong = 0;
        try (Connection database = portal.database();
                var statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("select q.ref, a.value from answer a join tool_question q on q.id"
                                + " = a.question_id join return_case c on c.id = a.return_case_id join agency_return r on r.id ="
                                + " c.return_id join audit_case k on k.id = c.case_id and k.position <= " + OPEN_CASES
                                + " join practice_audit p on p.id = r.audit_id where p.code = '" + code + "'")) {
            while (rows.next()) {
                int question = Integer.parseInt(rows.getString(1).substring(1));
                found++;
                wrong += value(question).equals(rows.getString(2)) ? 0 : 1;
            }
        }
        say("%,d answers sent, %,d in the database, %d of them wrong", sent, found, wrong);
        if (found != sent || wrong > 0) {
            throw new IllegalStateException("Answers were lost");
        }
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.UK, format, values);
        System.out.println(line);
        report.append(line).append(System.lineSeparator());
    }
}
