package uk.org.kscb.portal.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** How much a body may hold, whatever its sender says about its length. */
@Provider
public class BodyLimit implements ContainerRequestFilter {
    private static final String EXCEEDED = BodyLimit.class.getName();

    /** More than the longest update that a person may write, in any encoding of its characters. */
    static final long JSON = 64 * 1024;

    /** A file of 20 MB and what multipart puts around it. */
    static final long FILE = 20 * 1024 * 1024 + 64 * 1024;

    /** Read and thrown away, so that the sender gets to hear the answer; whoever sends more is cut off. */
    private static final long THROWN_AWAY = 48 * 1024 * 1024;

    @Context
    private @Nullable HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        if (!context.hasEntity() || request == null) {
            return;
        }
        boolean upload = context.getUriInfo().getPath().replaceAll("^/|/$", "").equals("plan/imports");
        Limited body = new Limited(context.getEntityStream(), upload ? FILE : JSON, request);
        if (request.getContentLengthLong() > body.limit) {
            body.refuse();
        }
        context.setEntityStream(body);
    }

    static boolean exceeded(HttpServletRequest request) {
        return request.getAttribute(EXCEEDED) != null;
    }

    static Problem problem() {
        return Problem.of(413, "too-large", "This is too large. A file may have 20 MB, any other body 64 KB.");
    }

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private final HttpServletRequest request;
        private long read;

        Limited(InputStream in, long limit, HttpServletRequest request) {
            super(in);
            this.limit = limit;
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > limit) {
                refuse();
            }
        }

        void refuse() throws IOException {
            request.setAttribute(EXCEEDED, true);
            byte[] nothing = new byte[8192];
            long gone = 0;
            for (int n = in.read(nothing); n >= 0 && gone < THROWN_AWAY; n = in.read(nothing)) {
                gone += n;
            }
            throw new ProblemException(problem());
        }
    }
}
