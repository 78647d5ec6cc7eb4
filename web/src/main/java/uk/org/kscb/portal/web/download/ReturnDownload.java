package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.web.practiceaudit.PracticeAuditWords;
import uk.org.kscb.portal.web.shell.Words;

/** An agency's return as a workbook, one answer a row. Reached through its address in Routes. */
@WebServlet("/download/return")
public class ReturnDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> HEADINGS =
            List.of("Case", "Question", "No.", "Part", "Section", "Answer", "Note", "Answered by", "Answered at");

    @EJB
    private transient ReturnService returns;

    @Inject
    private transient PracticeAuditWords words;

    @Inject
    private transient PortalClock clock;

    /** What is not there for somebody is not there however they ask. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        returns.export(
                Objects.requireNonNullElse(request.getParameter("code"), ""),
                Objects.requireNonNullElse(request.getParameter("agency"), ""));
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Viewer viewer = CurrentViewer.require();
        String audit = Objects.requireNonNullElse(request.getParameter("code"), "");
        String agency = Objects.requireNonNullElse(request.getParameter("agency"), "");
        List<CaseView> cases = returns.export(audit, agency);
        Table table = new Table(
                "Return",
                HEADINGS,
                cases.stream().flatMap(this::rows),
                "OFFICIAL-SENSITIVE. Return of " + agency + " to " + audit + ", taken by " + viewer.userName() + " for "
                        + viewer.agencyName() + ", " + Words.moment(clock.now()) + ".");
        response.setContentType(XlsxFile.TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"return-" + audit + "-" + agency + ".xlsx\"");
        try (OutputStream to = response.getOutputStream()) {
            XlsxFile.write(table, to);
        }
    }

    private Stream<List<Object>> rows(CaseView view) {
        return view.sections().stream()
                .flatMap(s -> s.questions().stream()
                        .filter(Answered::wanted)
                        .map(q -> List.<Object>of(
                                view.code(),
                                q.question().text(),
                                q.question().ref(),
                                view.part().words(),
                                s.letter() + ". " + s.title(),
                                words.answer(q, view.head().gradingScheme()),
                                Objects.requireNonNullElse(q.note(), ""),
                                Objects.requireNonNullElse(q.by(), ""),
                                Words.moment(q.at()))));
    }
}
