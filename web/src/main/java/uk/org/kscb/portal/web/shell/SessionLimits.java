package uk.org.kscb.portal.web.shell;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/** How long a sign-in lasts. The idle limit itself is the server's, see web.xml. */
public final class SessionLimits {
    /** Without a request. */
    static final Duration IDLE = Duration.ofMinutes(20);
    /** However busy. */
    static final Duration ABSOLUTE = Duration.ofHours(10);
    /** How long before the end a page warns. */
    static final Duration WARNING = Duration.ofMinutes(2);

    private static final String SIGNED_IN_AT = "portal.signed-in-at";

    private SessionLimits() {}

    /** Starts the clock of the absolute limit. */
    public static void start(HttpSession session, Instant now) {
        session.setAttribute(SIGNED_IN_AT, now.getEpochSecond());
    }

    static boolean over(HttpSession session, Instant now) {
        return session.getAttribute(SIGNED_IN_AT) instanceof Long start
                && now.getEpochSecond() - start >= ABSOLUTE.toSeconds();
    }
}
