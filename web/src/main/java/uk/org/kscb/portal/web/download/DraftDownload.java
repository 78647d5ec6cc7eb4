package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.GuidanceFile;
import uk.org.kscb.portal.threshold.GuidanceFile.Format;

/** An edition in preparation as a file: {@code /guidance/drafts/4/download?as=docx}. Reached through that address only. */
@WebServlet("/download/guidance-draft")
public class DraftDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient DraftService drafts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        GuidanceFile file = file(request);
        byte[] content = file.content();
        response.setContentType(file.type());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** What is not there for somebody is not there however they ask. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        file(request);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private GuidanceFile file(HttpServletRequest request) {
        String number = request.getParameter("draft");
        String as = request.getParameter("as");
        if (number == null || !number.matches("\\d{1,6}")) {
            throw new NotVisible("edition");
        }
        return drafts.file(
                Integer.parseInt(number),
                Format.of(as == null ? "docx" : as).orElseThrow(() -> new NotVisible("such file")));
    }
}
