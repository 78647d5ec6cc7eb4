package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionList;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.web.plan.ActionsPage;
import uk.org.kscb.portal.web.plan.FilterLinks;

/**
 * Exactly the list of an address as a file: {@code /actions/download?as=csv&show=mine&status=late}. Reached through
 * that address only, see Routes.
 */
@WebServlet("/download/actions")
public class ActionsDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient ActionService actions;

    @Inject
    private transient PortalClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Viewer viewer = CurrentViewer.require();
        ActionFilter filter =
                FilterLinks.sized(ActionsPage.asked(request.getParameterMap(), viewer), ActionFilter.MOST);
        ActionList first = actions.export(filter);
        Table table = ActionsTable.of(
                rows(filter, first), ActionsTable.mark(viewer, clock.now(), first.total(), first.asAt()));
        boolean excel = "xlsx".equals(request.getParameter("as"));
        response.setContentType(excel ? XlsxFile.TYPE : CsvFile.TYPE);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"actions-" + first.asAt() + (excel ? ".xlsx\"" : ".csv\""));
        try (OutputStream to = response.getOutputStream()) {
            if (excel) {
                XlsxFile.write(table, to);
            } else {
                CsvFile.write(table, to);
            }
        }
    }

    /** Page after page, so that a long list need not be in memory at once. */
    private Stream<ActionRow> rows(ActionFilter filter, ActionList first) {
        return Stream.concat(
                first.rows().stream(),
                IntStream.rangeClosed(2, first.pages())
                        .mapToObj(page -> actions.list(filter.onPage(page)))
                        .flatMap(list -> list.rows().stream()));
    }
}
