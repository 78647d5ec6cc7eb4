package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;

/** The steps that lie ahead, for a calendar program. Reached through its address only, see Routes. */
@WebServlet("/download/audit-calendar")
public class AuditCalendarDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient PracticeAuditService audits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] text = audits.takeCalendar().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"practice-audits.ics\"");
        response.getOutputStream().write(text);
    }
}
