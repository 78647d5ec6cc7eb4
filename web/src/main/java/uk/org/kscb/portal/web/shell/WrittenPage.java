package uk.org.kscb.portal.web.shell;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps a page in memory instead of sending it; an error or a redirect goes out as it is. */
final class WrittenPage extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    private boolean answered;

    WrittenPage(HttpServletResponse response) {
        super(response);
    }

    /** Whether it is a page that may be shown to the next one too. */
    boolean whole() {
        return !answered && getStatus() == SC_OK && !isCommitted();
    }

    byte[] bytes() {
        writer.flush();
        return bytes.toByteArray();
    }

    /** Sends what was written, unless the answer is out already. */
    void sendOn() throws IOException {
        if (!answered && !isCommitted() && bytes().length > 0) {
            getResponse().getOutputStream().write(bytes());
        }
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                bytes.write(octet);
            }

            @Override
            public void write(byte[] from, int start, int length) {
                bytes.write(from, start, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(@Nullable WriteListener listener) {
                throw new IllegalStateException("Pages are written at once");
            }
        };
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void setContentLength(int length) {
        // said when it is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // said when it is sent
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        bytes.reset();
    }

    @Override
    public void sendError(int status) throws IOException {
        answered = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        answered = true;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        answered = true;
        super.sendRedirect(location);
    }
}
