package uk.org.kscb.portal.web.plan;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import uk.org.kscb.portal.web.shell.Notices;

/**
 * Stops a file that is far too large before it is written anywhere. What is a little over the limit goes through to the
 * importer, whose answer names it. A browser shows our answer only once it has sent all, so that it is listened to for a
 * while and what it sends is thrown away.
 */
public class UploadLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** A whole request with a file of 20 MB and the form around it, with room to spare; see web.xml. */
    static final long MOST_BYTES = 21L * 1024 * 1024;

    private static final long PATIENCE_BYTES = 256L * 1024 * 1024;

    @Inject
    private transient Notices notices;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!tooLarge(request)) {
            chain.doFilter(request, response);
            return;
        }
        throwAway(request.getInputStream());
        notices.warn("The file was not read: it is larger than 20 MB", "Choose a smaller one. Nothing has changed.");
        response.sendRedirect("/plan/imports/new");
    }

    private static boolean tooLarge(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getContentLengthLong() > MOST_BYTES;
    }

    private static void throwAway(InputStream sent) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long read = 0;
        for (int n = sent.read(buffer); n >= 0 && read < PATIENCE_BYTES; n = sent.read(buffer)) {
            read += n;
        }
    }
}
