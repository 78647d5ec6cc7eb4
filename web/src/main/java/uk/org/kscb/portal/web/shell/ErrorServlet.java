package uk.org.kscb.portal.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the page for an error. Whatever the failed request was, its error page is a plain reading of a page. */
@WebServlet("/shell/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String page = status instanceof Integer code && code >= 500 ? "/shell/fault.xhtml" : "/shell/missing.xhtml";
        if (request.getAttribute(FaultFilter.EXPLANATION) != null) {
            page = "/shell/refused.xhtml";
        }
        response.setHeader("Cache-Control", "no-store");
        request.removeAttribute(HeadersFilter.SCRIPTED); // the page that failed may have had scripts; this one has none
        request.getRequestDispatcher(page).forward(new PlainRead(request), response);
    }

    /** Without the parameters of a sent form, which Faces would take for one of its own. */
    private static final class PlainRead extends HttpServletRequestWrapper {
        PlainRead(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public java.util.Enumeration<String> getParameterNames() {
            return java.util.Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Faces-Request") ? null : super.getHeader(name);
        }
    }
}
