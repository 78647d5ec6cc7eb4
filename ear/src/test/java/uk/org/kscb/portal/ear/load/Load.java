package uk.org.kscb.portal.ear.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import uk.org.kscb.portal.ear.support.BenchPortal;

/** Eight connections that ask for one address again and again, each as soon as it has its answer. */
final class Load {
    static final int CONNECTIONS = 8;
    private static final int MOST_ANSWERS = 400_000;
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int MOST_ROUNDS = 18;

    private final BenchPortal portal;
    private final ProcessHandle server;
    private final ProcessHandle database;

    Load(BenchPortal portal) {
        this.portal = portal;
        server = portal.server();
        database = portal.databaseProcess();
    }

    /** @param caller who asks; the warm-up's answers are thrown away */
    Figures measure(Caller caller, String path, Duration warmUp, Duration measured) throws Exception {
        byte[] request = caller.bytesOfGet(path);
        run(request, warmUp);
        Duration serverBefore = busy(server);
        Duration databaseBefore = busy(database);
        long started = System.nanoTime();
        int[] answers = run(request, measured);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return Figures.of(
                answers, took, busy(server).minus(serverBefore), busy(database).minus(databaseBefore));
    }

    /**
     * Asks until it no longer gets faster: the server compiles what is asked often, and goes on doing so for a minute or
     * two. Stops when two rounds in a row have not been at least 5 % faster than the best before.
     *
     * @return seconds that it took
     */
    long settle(Caller caller, String path) throws Exception {
        byte[] request = caller.bytesOfGet(path);
        int best = 0;
        int rounds = 0;
        for (int idle = 0; idle < 2 && rounds < MOST_ROUNDS; rounds++) {
            int answers = run(request, ROUND).length;
            idle = answers > best * 1.05 ? 0 : idle + 1;
            best = Math.max(best, answers);
        }
        return rounds * ROUND.toSeconds();
    }

    /** @return microseconds of each answer, shortest first */
    private int[] run(byte[] request, Duration duration) throws Exception {
        if (duration.isZero()) {
            return new int[0];
        }
        long until = System.nanoTime() + duration.toNanos();
        Callable<int[]> connection = () -> askUntil(until, request);
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<int[]>> all = new ArrayList<>();
            IntStream.range(0, CONNECTIONS).forEach(i -> all.add(threads.submit(connection)));
            int[] answers = new int[0];
            for (Future<int[]> one : all) {
                int[] more = one.get();
                int had = answers.length;
                answers = Arrays.copyOf(answers, had + more.length);
                System.arraycopy(more, 0, answers, had, more.length);
            }
            Arrays.sort(answers);
            return answers;
        }
    }

    private int[] askUntil(long until, byte[] request) throws Exception {
        int[] micros = new int[MOST_ANSWERS];
        int count = 0;
        try (Wire wire = new Wire(portal.port())) {
            long now = System.nanoTime();
            while (now < until && count < MOST_ANSWERS) {
                int status = wire.exchange(request);
                if (status != 200) {
                    throw new IllegalStateException("Answered " + status);
                }
                long answered = System.nanoTime();
                micros[count++] = (int) ((answered - now) / 1000);
                now = answered;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private static Duration busy(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
