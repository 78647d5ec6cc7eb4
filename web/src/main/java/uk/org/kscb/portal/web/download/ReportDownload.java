package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.ReportService;
import uk.org.kscb.portal.practiceaudit.ReportVersions.File;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Kind;

/** A frozen version of an audit's report, byte for byte as it was frozen. Reached through its route only. */
@WebServlet("/download/audit-report")
public class ReportDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient ReportService reports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        File file = reports.file(parameter(request, "code"), version(request), kind(request));
        response.setContentType(file.type());
        response.setContentLength(file.bytes().length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.getOutputStream().write(file.bytes());
    }

    /** What is not there for somebody is not there however they ask. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        reports.file(parameter(request, "code"), version(request), kind(request));
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static int version(HttpServletRequest request) {
        String text = parameter(request, "version");
        if (!text.matches("\\d{1,5}")) {
            throw new NotVisible("report");
        }
        return Integer.parseInt(text);
    }

    private static Kind kind(HttpServletRequest request) {
        String text = parameter(request, "kind").toUpperCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw new NotVisible("report");
    }
}
