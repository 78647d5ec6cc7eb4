package uk.org.kscb.portal.web.download;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import uk.org.kscb.portal.practiceaudit.ToolFile;
import uk.org.kscb.portal.practiceaudit.ToolService;

/** A version of a tool as a file, to be changed elsewhere and brought in again. Reached through its address in Routes. */
@WebServlet("/download/tool")
public class ToolDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient ToolService tools;

    /** What is not there for somebody is not there however they ask. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        tools.file(Objects.requireNonNullElse(request.getParameter("tool"), ""));
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = "json".equals(request.getParameter("as"));
        ToolFile file = tools.file(Objects.requireNonNullElse(request.getParameter("tool"), ""));
        response.setContentType(json ? "application/json" : XlsxFile.TYPE);
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + file.name() + (json ? ".json\"" : ".xlsx\""));
        try (OutputStream to = response.getOutputStream()) {
            if (json) {
                try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(to)) {
                    writer.write(file.json());
                }
            } else {
                file.writeSheet(to);
            }
        }
    }
}
