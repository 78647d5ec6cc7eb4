package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.MasterSheet;
import uk.org.kscb.portal.practiceaudit.ResultService;
import uk.org.kscb.portal.web.shell.Words;

/** An audit's answers under their case codes as a file, page after page. Reached through its route only. */
@WebServlet("/download/master-sheet")
public class MasterSheetDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient ResultService results;

    @Inject
    private transient PortalClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        MasterSheet first = results.sheet(code, 0);
        Table table = new Table("Master sheet", headings(first), rows(first).map(r -> cells(first, r)), mark(code));
        boolean excel = "xlsx".equals(request.getParameter("as"));
        response.setContentType(excel ? XlsxFile.TYPE : CsvFile.TYPE);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + first.code() + "-master-sheet" + (excel ? ".xlsx\"" : ".csv\""));
        try (OutputStream to = response.getOutputStream()) {
            if (excel) {
                XlsxFile.write(table, to);
            } else {
                CsvFile.write(table, to);
            }
        }
    }

    /** What is not there for somebody is not there however they ask. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        results.sheet(Objects.requireNonNullElse(request.getParameter("code"), ""), 0);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private Stream<MasterSheet.Row> rows(MasterSheet first) {
        return Stream.<@Nullable MasterSheet>iterate(first, Objects::nonNull, this::next)
                .filter(Objects::nonNull)
                .flatMap(page -> page.rows().stream());
    }

    private @Nullable MasterSheet next(@Nullable MasterSheet page) {
        return page == null
                ? null
                : page.after().map(after -> results.sheet(page.code(), after)).orElse(null);
    }

    private static List<String> headings(MasterSheet sheet) {
        List<String> headings =
                new ArrayList<>(List.of("Case", "Agency", "Part", "Stratum", "Age band", "District", "Outcome"));
        headings.addAll(sheet.questions());
        for (GradeSubject subject : sheet.graded()) {
            headings.add(subject.words() + ", self");
            headings.add(subject.words() + ", moderated");
        }
        return headings;
    }

    private static List<Object> cells(MasterSheet sheet, MasterSheet.Row row) {
        List<Object> cells = new ArrayList<>(List.of(
                row.caseCode(), row.agency(), row.part(), row.stratum(), row.ageBand(), row.district(), row.outcome()));
        sheet.questions().forEach(ref -> cells.add(row.answers().getOrDefault(ref, "")));
        for (GradeSubject subject : sheet.graded()) {
            cells.add(row.self().getOrDefault(subject, ""));
            cells.add(row.moderated().getOrDefault(subject, ""));
        }
        return cells;
    }

    private String mark(String code) {
        Viewer viewer = CurrentViewer.require();
        return "Taken from the partnership portal by " + viewer.name() + ", " + viewer.agencyName() + ", on "
                + Words.moment(clock.now()) + ". Audit " + code
                + ". OFFICIAL-SENSITIVE: case codes, no names. For the partnership's own use.";
    }
}
