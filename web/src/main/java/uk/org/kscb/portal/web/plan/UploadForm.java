package uk.org.kscb.portal.web.plan;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview;
import uk.org.kscb.portal.plan.ImportService;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** A plan's file on its way to the preview. */
@Named
@RequestScoped
public class UploadForm {
    @EJB
    private ImportService imports;

    @Inject
    private Notices notices;

    private @Nullable Part file;
    private @Nullable ImportPreview preview;

    public void upload() throws IOException {
        Path copy = Files.createTempFile("portal-plan-", ".upload");
        try {
            if (Doors.passed(() -> preview = imports.upload(name(), copied(copy)))) {
                ImportPreview made = Objects.requireNonNull(preview);
                if (!made.columnsUnknown()) {
                    notices.done(
                            "The file is read",
                            "Nothing has changed yet. Look through what it would change, then decide.");
                }
                Doors.goTo("/plan/imports/" + made.id());
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private String name() {
        Part chosen = chosen();
        String name = chosen == null ? null : chosen.getSubmittedFileName();
        if (name == null || name.isBlank()) {
            throw new Refusal("file", "Choose the plan’s file first.");
        }
        // old browsers send the whole path of the sender's disk
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** Faces takes an empty file for none; the request knows better. */
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

    private Path copied(Path copy) {
        try (InputStream in = Objects.requireNonNull(chosen()).getInputStream()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new Refusal("file", "The file did not arrive whole. Send it again.");
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
