package uk.org.kscb.portal.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.shiro.SecurityUtils;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.trail.Trail;
import uk.org.kscb.portal.web.shell.Routes.Match;

/** Leads an address to its page, when the person may open it. What leads nowhere and what is forbidden look the same. */
public class RoutingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Servlets that answer by themselves and check by themselves. */
    private static final Set<String> SERVLETS = Set.of("/session/extend", "/session/end");

    private static final String GUIDANCE_WORKER = "/assets/guidance-worker.js";

    @Inject
    private Trail trail;

    @Inject
    private PortalClock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (Place.of(request)) {
            case ASSET -> asset(request, response, chain);
            case FACES_RESOURCE, API -> chain.doFilter(request, response);
            case PAGE -> page(request, response, chain);
        }
    }

    /** {@code /assets/v-1f2e3d/portal.css} is {@code /assets/portal.css}, and never changes under that address. */
    private static void asset(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Place.path(request);
        if (path.matches("/assets/v-[0-9a-f]{12}/[a-z0-9./-]+")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            request.getRequestDispatcher("/assets/" + path.substring("/assets/v-".length() + 13))
                    .forward(request, response);
        } else {
            response.setHeader("Cache-Control", "no-cache");
            if (path.equals(GUIDANCE_WORKER)) {
                // keeps copies of the guidance's pages, and of nothing else
                response.setHeader("Service-Worker-Allowed", "/guidance");
            }
            chain.doFilter(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Place.path(request);
        if (request.isRequestedSessionIdFromURL()) {
            // the server takes a session from an address although web.xml says cookies only: nobody gets in that way
            Redirect.to(path, request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null && SessionLimits.over(session, clock.realNow())) {
            SecurityUtils.getSubject().logout();
            Redirect.to(SignInAddress.ended(request, "absolute"), request, response);
            return;
        }
        Optional<Viewer> viewer = CurrentViewer.find();
        if (path.equals("/")) {
            response.sendRedirect(viewer.isPresent() ? "/home" : "/sign-in");
            return;
        }
        if (SERVLETS.contains(path)) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(FaultFilter.SIGNED_IN, viewer.isPresent());
        Match match = Routes.find(path).orElse(null);
        if (match == null
                && path.endsWith("/")
                && Routes.find(path.substring(0, path.length() - 1)).isPresent()) {
            String query = request.getQueryString();
            response.sendRedirect(path.substring(0, path.length() - 1) + (query == null ? "" : "?" + query));
            return;
        }
        if (match == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!match.route().open() && viewer.isEmpty()) {
            signIn(request, response);
            return;
        }
        if (!match.route().open() && !viewer.get().may(match.route().guard().get())) {
            trail.refused(viewer.get(), "page.open", path);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (match.route().scripted()) {
            request.setAttribute(HeadersFilter.SCRIPTED, true);
        }
        request.getRequestDispatcher(match.target()).forward(request, response);
    }

    private static void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        Redirect.to(ended ? SignInAddress.ended(request, "idle") : SignInAddress.before(request), request, response);
    }
}
