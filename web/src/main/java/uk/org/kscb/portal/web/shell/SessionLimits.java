package uk.org.kscb.portal.web.shell;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How long a sign-in lasts: without use, and however busy. A partnership may set both, see config/environments. */
public final class SessionLimits {
    /** Without a request. {@code PORTAL_SESSION_IDLE}, as {@code PT20M}. */
    static final Duration IDLE = limit("PORTAL_SESSION_IDLE", Duration.ofMinutes(20));
    /** However busy. {@code PORTAL_SESSION_LONGEST}, as {@code PT10H}. */
    static final Duration ABSOLUTE = limit("PORTAL_SESSION_LONGEST", Duration.ofHours(10));
    /** How long before the end a page warns. */
    static final Duration WARNING = warning(IDLE);

    private static final String SIGNED_IN_AT = "portal.signed-in-at";

    private SessionLimits() {}

    /** Starts both clocks: the server keeps the one, we the other. */
    public static void start(HttpSession session, Instant now) {
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
        session.setAttribute(SIGNED_IN_AT, now.getEpochSecond());
    }

    static boolean over(HttpSession session, Instant now) {
        return session.getAttribute(SIGNED_IN_AT) instanceof Long start
                && now.getEpochSecond() - start >= ABSOLUTE.toSeconds();
    }

    /** Seconds until the session ends however busy; the whole limit where it has not begun. */
    static long secondsLeft(HttpSession session, Instant now) {
        return session.getAttribute(SIGNED_IN_AT) instanceof Long start
                ? ABSOLUTE.toSeconds() - (now.getEpochSecond() - start)
                : ABSOLUTE.toSeconds();
    }

    /** For people: "20 minutes", "ten hours". */
    public static String idleWords() {
        return words(IDLE);
    }

    public static String absoluteWords() {
        return words(ABSOLUTE);
    }

    static String words(Duration limit) {
        if (limit.toSeconds() % 3600 == 0) {
            return Words.inWords(limit.toHours(), "hour");
        }
        return limit.toSeconds() % 60 == 0
                ? Words.inWords(limit.toMinutes(), "minute")
                : Words.inWords(limit.toSeconds(), "second");
    }

    static Duration warning(Duration idle) {
        Duration usual = Duration.ofMinutes(2);
        return idle.compareTo(usual.multipliedBy(3)) >= 0 ? usual : idle.dividedBy(3);
    }

    private static Duration limit(String variable, Duration usual) {
        return limit(variable, System.getenv(variable), usual);
    }

    static Duration limit(String variable, @org.jspecify.annotations.Nullable String said, Duration usual) {
        if (said == null || said.isBlank()) {
            return usual;
        }
        try {
            Duration limit = Duration.parse(said.strip());
            if (limit.toSeconds() > 0 && limit.toDays() < 1) {
                return limit;
            }
        } catch (DateTimeParseException unreadable) {
            // said below
        }
        throw new IllegalStateException(
                variable + " is \"" + said + "\": write a time of less than a day, such as PT20M or PT10H");
    }
}
