package uk.org.kscb.portal.web.shell;

import jakarta.ejb.EJB;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.threshold.UseCounter;

/**
 * Public guidance pages are the same for everybody who brings no session: each is written once, kept in memory until the
 * guidance changes, and sent with an ETag, so that it costs about what a file costs. Whoever is signed in never gets a
 * kept page, and what they get is never kept.
 */
public class KeptPages extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 300;
    private static final int LONGEST_QUERY = 200;

    /** Seconds that a browser or proxy may show a page without asking. */
    private static final int FRESH = 60;

    @EJB
    private transient GuidanceService guidance;

    @EJB
    private transient UseCounter uses;

    @SuppressWarnings("serial") // a filter is never written
    private final transient Map<String, Kept> pages = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    });

    private record Kept(String stamp, String tag, String type, byte[] plain, byte[] packed) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        if (!serves(request, query)) {
            chain.doFilter(request, response);
            return;
        }
        String path = Place.path(request);
        String key = path + "?" + query;
        String stamp = guidance.stamp();
        Kept kept = pages.get(key);
        if (kept == null || !kept.stamp().equals(stamp)) {
            kept = write(request, response, chain, stamp);
            if (kept == null) {
                return;
            }
            pages.put(key, kept);
        }
        if (!"keep".equals(request.getHeader("Purpose"))) { // the copy for when the portal is down is nobody's reading
            uses.opened(null, UseCounter.levelOf(path));
        }
        send(request, response, kept);
    }

    private static boolean serves(HttpServletRequest request, String query) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getRequestedSessionId() == null
                && query.length() <= LONGEST_QUERY
                && Routes.find(Place.path(request))
                        .filter(match -> match.route().kept())
                        .isPresent();
    }

    /** @return null when the answer is no page and has been given already */
    private static @Nullable Kept write(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String stamp)
            throws IOException, ServletException {
        WrittenPage written = new WrittenPage(response);
        chain.doFilter(request, written);
        if (!written.whole()) {
            written.sendOn();
            return null;
        }
        byte[] plain = written.bytes();
        String type = written.getContentType() == null ? "text/html;charset=UTF-8" : written.getContentType();
        return new Kept(stamp, tag(plain), type, plain, packed(plain));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Kept kept) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=" + FRESH);
        response.setHeader("Vary", "Accept-Encoding, Cookie");
        response.setHeader("ETag", kept.tag());
        if (kept.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(kept.type());
        String accepted = request.getHeader("Accept-Encoding");
        byte[] body = kept.plain();
        if (accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            body = kept.packed();
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return packed.toByteArray();
    }

    /** Weak: the packed and the plain page mean the same. */
    private static String tag(byte[] page) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(page);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
