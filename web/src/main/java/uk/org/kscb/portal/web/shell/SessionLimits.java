package uk.org.kscb.portal.web.shell;

import java.time.Duration;

/** How long a sign-in lasts. */
final class SessionLimits {
    /** Without a request. */
    static final Duration IDLE = Duration.ofMinutes(20);
    /** However busy. */
    static final Duration ABSOLUTE = Duration.ofHours(10);
    /** How long before the end a page warns. */
    static final Duration WARNING = Duration.ofMinutes(2);

    private SessionLimits() {}
}
