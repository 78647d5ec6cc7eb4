package uk.org.kscb.portal.ear.support;

import java.util.Locale;

/** Says what is going on, with the seconds since the start. */
final class Progress {
    private final long started = System.nanoTime();

    void say(String message) {
        System.out.printf(Locale.UK, "[portal %5.1f s] %s%n", seconds(), message);
        System.out.flush();
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }
}
