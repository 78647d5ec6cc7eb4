package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.RecommendationFilter;
import uk.org.kscb.portal.practiceaudit.RecommendationList;
import uk.org.kscb.portal.practiceaudit.RecommendationRow;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.web.shell.Words;

/** Exactly the list of recommendations of an address as a file. Reached through its route only. */
@WebServlet("/download/recommendations")
public class RecommendationsDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> HEADINGS = List.of(
            "No.",
            "Recommendation",
            "Audit",
            "Owner",
            "Priority",
            "Made",
            "Days old",
            "Due",
            "Days past",
            "Decision",
            "Status",
            "Impact reached",
            "Actions");

    @EJB
    private transient RecommendationService recommendations;

    @Inject
    private transient PortalClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> address = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> address.put(name, values[0]));
        RecommendationList list = recommendations.export(RecommendationFilter.from(address));
        Table table = new Table(
                "Recommendations", HEADINGS, list.rows().stream().map(RecommendationsDownload::cells), mark(list));
        boolean excel = "xlsx".equals(address.get("as"));
        response.setContentType(excel ? XlsxFile.TYPE : CsvFile.TYPE);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"recommendations-" + list.today() + (excel ? ".xlsx\"" : ".csv\""));
        try (OutputStream to = response.getOutputStream()) {
            if (excel) {
                XlsxFile.write(table, to);
            } else {
                CsvFile.write(table, to);
            }
        }
    }

    private static List<Object> cells(RecommendationRow row) {
        return List.of(
                row.number(),
                row.text(),
                row.audit(),
                row.owner().shortName(),
                row.priority().words(),
                row.madeOn(),
                row.daysOld(),
                row.due(),
                row.daysLate(),
                row.decision() == null ? "" : row.decision().words(),
                row.word(),
                row.impact().words(),
                row.actions());
    }

    private String mark(RecommendationList list) {
        Viewer viewer = CurrentViewer.require();
        return "Taken from the partnership portal by " + viewer.name() + ", " + viewer.agencyName() + ", on "
                + Words.moment(clock.now()) + ". "
                + Words.capital(Words.count(list.rows().size(), "recommendation")) + ", as at "
                + Words.longDay(list.today()) + ". For the partnership's own use.";
    }
}
