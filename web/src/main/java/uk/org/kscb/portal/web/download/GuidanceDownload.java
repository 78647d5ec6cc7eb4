package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.GuidanceFile;
import uk.org.kscb.portal.threshold.GuidanceFile.Format;
import uk.org.kscb.portal.threshold.GuidanceService;

/**
 * A published edition as a file: {@code /guidance/download?as=quick&edition=2}; the one in force and the whole as PDF
 * where the address does not say. Reached through that address only, see Routes.
 */
@WebServlet("/download/guidance")
public class GuidanceDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient GuidanceService guidance;

    @Inject
    private transient PortalClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String as = request.getParameter("as");
        Format format = Format.of(as == null ? "pdf" : as).orElseThrow(() -> new NotVisible("such file"));
        GuidanceFile file = guidance.file(edition(request.getParameter("edition")), format);
        byte[] content = file.content();
        response.setContentType(file.type());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private int edition(String asked) {
        if (asked == null || asked.isBlank()) {
            return guidance.readingOn(clock.today())
                    .map(e -> e.head().number())
                    .orElseThrow(() -> new NotVisible("edition"));
        }
        if (!asked.matches("\\d{1,6}")) {
            throw new NotVisible("edition");
        }
        return Integer.parseInt(asked);
    }
}
