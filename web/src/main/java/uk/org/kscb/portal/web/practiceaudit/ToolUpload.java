package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.ToolDocument;
import uk.org.kscb.portal.practiceaudit.ToolService;
import uk.org.kscb.portal.practiceaudit.ToolService.VersionView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** A tool out of a file: a new one, or other questions for a draft. */
@Named
@RequestScoped
public class ToolUpload {
    private static final long MOST = 5_000_000;

    @EJB
    private ToolService service;

    @Inject
    private Notices notices;

    private @Nullable Part file;

    public void bringIn() {
        take(service::bringIn);
    }

    /** @param version whose questions the file's take the place of */
    public void replace(String version) {
        take(document -> service.replace(version, document));
    }

    private interface Taking {
        VersionView take(ToolDocument document);
    }

    private void take(Taking taking) {
        List<VersionView> made = new ArrayList<>();
        if (Doors.passed(() -> made.add(taking.take(read())))) {
            notices.done("Tool brought in", made.getFirst().questions().size() + " questions. Look through them.");
            Doors.goTo("/practice-audits/tools/" + made.getFirst().id());
        }
    }

    private ToolDocument read() {
        Part chosen = chosen();
        if (chosen == null || chosen.getSize() == 0 || chosen.getSubmittedFileName() == null) {
            throw new Refusal("file", "Choose the tool’s file first.");
        }
        if (chosen.getSize() > MOST) {
            throw new Refusal("file", "A tool’s file is at most 5 MB.");
        }
        try (InputStream in = chosen.getInputStream()) {
            return service.read(chosen.getSubmittedFileName(), in);
        } catch (IOException e) {
            throw new Refusal("file", "The file did not arrive whole. Send it again.");
        }
    }

    private @Nullable Part chosen() {
        if (file != null) {
            return file;
        }
        try {
            Object request =
                    FacesContext.getCurrentInstance().getExternalContext().getRequest();
            return request instanceof HttpServletRequest http ? http.getPart("file") : null;
        } catch (IOException | ServletException e) {
            return null;
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
