package uk.org.kscb.portal.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What time it is for the portal. {@code PORTAL_TODAY=2011-06-15} sets the day that plans and updates see; security
 * (sessions, invitations, the trail) always runs on real time.
 */
@ApplicationScoped
public class PortalClock {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock real = Clock.systemUTC();
    private volatile Optional<LocalDate> set = Optional.ofNullable(System.getenv("PORTAL_TODAY"))
            .filter(s -> !s.isBlank())
            .map(LocalDate::parse);

    /** The portal's day in London. */
    public LocalDate today() {
        return set.orElseGet(() -> LocalDate.now(real.withZone(LONDON)));
    }

    /** The portal's moment: the set day at the real time of day. */
    public Instant now() {
        Instant real = realNow();
        return set.map(day -> day.atTime(real.atZone(LONDON).toLocalTime())
                        .atZone(LONDON)
                        .toInstant())
                .orElse(real);
    }

    public Instant realNow() {
        return real.instant();
    }

    /** Whether the day is set and differs from the real one; a banner says so. */
    public boolean travelling() {
        return set.isPresent();
    }

    /** For tests that travel. */
    public void set(LocalDate day) {
        set = Optional.of(day);
    }
}
