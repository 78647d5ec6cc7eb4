package uk.org.kscb.portal.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Which part of the server an address belongs to; each has its own rules. */
enum Place {
    /** Style sheet, script, font: the same for everybody. */
    ASSET,
    /** What Faces and PrimeFaces serve for their own pages. */
    FACES_RESOURCE,
    /** Bearer tokens, no cookie, no session. */
    API,
    PAGE;

    /**
     * An address that the server would read as another one ({@code /assets/../plan/home.xhtml}) gets no place of its
     * own: it is a page that does not exist.
     */
    private static final Pattern DISGUISED =
            Pattern.compile("\\.\\.|//|;|\\\\|%2e|%2f|%5c|/\\./", Pattern.CASE_INSENSITIVE);

    static Place of(HttpServletRequest request) {
        String path = path(request);
        // however it is written: what the server leads to the API stands behind the API's own gate
        if (path.startsWith("/api/") && request.getServletPath().startsWith("/api")) {
            return API;
        }
        if (DISGUISED.matcher(path).find()) {
            return PAGE;
        }
        if (path.startsWith("/assets/")) {
            return ASSET;
        }
        if (path.startsWith("/jakarta.faces.resource/")) {
            return FACES_RESOURCE;
        }
        if (path.equals("/api")
                || path.startsWith("/api/")
                || path.equals("/openapi")
                || path.startsWith("/openapi/")) {
            return API;
        }
        return PAGE;
    }

    /** The path as it was sent: what is encoded stays so, and a disguised address matches nothing. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
