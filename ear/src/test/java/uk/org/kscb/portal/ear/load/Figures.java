package uk.org.kscb.portal.ear.load;

import java.time.Duration;

/**
 * What one measurement found.
 *
 * @param rate answers a second
 * @param p50 milliseconds that half of the answers took at most
 * @param p99 milliseconds that 99 of 100 answers took at most
 * @param serverMillis processor time of the server for one answer
 * @param databaseMillis processor time of the database for one answer
 */
record Figures(double rate, double p50, double p99, double serverMillis, double databaseMillis) {

    /** @param answers microseconds of each, shortest first */
    static Figures of(int[] answers, Duration took, Duration server, Duration database) {
        if (answers.length == 0) {
            throw new IllegalStateException("Nothing was answered");
        }
        return new Figures(
                answers.length * 1e9 / took.toNanos(),
                answers[answers.length / 2] / 1000.0,
                answers[(int) (answers.length * 0.99)] / 1000.0,
                (double) server.toMillis() / answers.length,
                (double) database.toMillis() / answers.length);
    }
}
