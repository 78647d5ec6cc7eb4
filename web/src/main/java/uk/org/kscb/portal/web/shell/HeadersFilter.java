package uk.org.kscb.portal.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** What every answer says to the browser: what it may run, embed, keep and tell others. */
public class HeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";

    /** Set by the routing filter for pages that use PrimeFaces. */
    static final String SCRIPTED = HeadersFilter.class.getName() + ".scripted";

    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final boolean TLS = "on".equalsIgnoreCase(System.getenv("PORTAL_TLS"));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(POLICY, STRICT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (TLS || request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (Place.of(request) == Place.PAGE) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new OnePolicy(request, response));
    }

    /**
     * PrimeFaces announces the nonce of its scripts with a policy of its own. Two policies hold both, so that ours would
     * forbid those scripts: the nonce is put into ours, and only where the page uses PrimeFaces.
     */
    private static final class OnePolicy extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        OnePolicy(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        /** Without scheme and host, which are another's where TLS ends before the server. */
        @Override
        public void sendRedirect(String location) throws IOException {
            if (location.startsWith("/") && !location.startsWith("//")) {
                resetBuffer();
                setStatus(SC_FOUND);
                setHeader("Location", location);
            } else {
                super.sendRedirect(location);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!POLICY.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            } else if (request.getAttribute(SCRIPTED) != null) {
                int nonce = value.indexOf("'nonce-");
                int end = value.indexOf('\'', nonce + 1);
                if (nonce >= 0 && end > nonce) {
                    super.setHeader(
                            POLICY,
                            STRICT.replace(
                                    "script-src 'self'", "script-src 'self' " + value.substring(nonce, end + 1)));
                }
            }
        }
    }
}
