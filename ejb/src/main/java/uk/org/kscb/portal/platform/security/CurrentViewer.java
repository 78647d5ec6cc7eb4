package uk.org.kscb.portal.platform.security;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.UnavailableSecurityManagerException;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.jspecify.annotations.Nullable;

/** Who is asking on this thread. Looked up once a request: Shiro clears its thread context at the request's end. */
public final class CurrentViewer {

    /** Session attribute (Long): the agency that the member chose to act for. */
    public static final String ACTING_AGENCY = "portal.acting-agency";

    private static final String KEPT = CurrentViewer.class.getName();

    private CurrentViewer() {}

    public static Viewer require() {
        return find().orElseThrow(() -> new NotSignedIn("Sign in to go on."));
    }

    public static Optional<Viewer> find() {
        Subject subject;
        try {
            subject = SecurityUtils.getSubject();
        } catch (UnavailableSecurityManagerException outsideOfARequest) {
            return Optional.empty();
        }
        if (!(subject.getPrincipal() instanceof SignedIn who)) {
            return Optional.empty();
        }
        Long agency = actingAgency(subject);
        if (ThreadContext.get(KEPT) instanceof Kept kept && kept.who.equals(who) && kept.actsFor(agency)) {
            return kept.viewer;
        }
        Optional<Viewer> viewer = CDI.current().select(Identity.class).get().viewer(who, agency);
        ThreadContext.put(KEPT, new Kept(who, agency, viewer));
        return viewer;
    }

    /** Forgets what was looked up, after the member chose another agency or a role changed within the request. */
    public static void forget() {
        ThreadContext.remove(KEPT);
    }

    private static @Nullable Long actingAgency(Subject subject) {
        Session session = subject.getSession(false);
        return session == null ? null : (Long) session.getAttribute(ACTING_AGENCY);
    }

    private record Kept(SignedIn who, @Nullable Long agency, Optional<Viewer> viewer) {
        boolean actsFor(@Nullable Long other) {
            return java.util.Objects.equals(agency, other);
        }
    }
}
