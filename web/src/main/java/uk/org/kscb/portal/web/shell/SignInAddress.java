package uk.org.kscb.portal.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The sign-in page's address with the way back to where somebody wanted to go. */
public final class SignInAddress {
    private SignInAddress() {}

    static String before(HttpServletRequest request) {
        String wanted = wanted(request);
        return wanted.equals("/home") ? "/sign-in" : "/sign-in?next=" + Words.url(wanted);
    }

    static String ended(HttpServletRequest request, String why) {
        return "/sign-in?ended=" + why + "&next=" + Words.url(wanted(request));
    }

    /** Back to an address of the portal, never to another site. */
    public static String next(@Nullable String next) {
        return next != null
                        && next.length() < 2000
                        && next.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")
                        && !next.startsWith("/sign-")
                        && !next.startsWith("/session/")
                ? next
                : "/home";
    }

    /** A form that was sent is not sent again: only its page is shown. */
    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = Place.path(request);
        return next(query != null && request.getMethod().equals("GET") ? path + "?" + query : path);
    }
}
