package uk.org.kscb.portal.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Only the portal's own pages may send changes to it (CSRF). Browsers say where a form came from; a request that says
 * nothing at all is refused too. The API takes no cookies, so that another site's page has nothing to abuse there.
 */
public class SameOriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "OPTIONS", "POST");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Place.of(request) == Place.API) {
            chain.doFilter(request, response);
        } else if (!KNOWN.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (SAFE.contains(request.getMethod())
                || ownPage(
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader("Origin"),
                        request.getHeader("Referer"),
                        request.getHeader("Host"))) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(
                    FaultFilter.EXPLANATION,
                    "What was sent did not come from a page of the portal, so it was not taken.");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    static boolean ownPage(
            @Nullable String site, @Nullable String origin, @Nullable String referer, @Nullable String host) {
        if (host == null) {
            return false;
        }
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        if (origin != null) {
            return host.equalsIgnoreCase(authority(origin));
        }
        return site != null || (referer != null && host.equalsIgnoreCase(authority(referer)));
    }

    private static String authority(String address) {
        try {
            String authority = URI.create(address).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
