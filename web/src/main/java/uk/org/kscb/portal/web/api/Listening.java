package uk.org.kscb.portal.web.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** Knows whether anything was said in answer, and keeps the container's error pages away. */
final class Listening extends HttpServletResponseWrapper {
    private boolean spoken;

    Listening(HttpServletResponse response) {
        super(response);
    }

    /** A refusal by its status alone: the request was not even understood as far as the API. */
    boolean refusedWithoutWords() {
        return getStatus() >= 400 && !spoken && !isCommitted();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        spoken = true;
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        spoken = true;
        return super.getWriter();
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }
}
