package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** Editions on their way, and how another one begins: from an edition that there is, or from a file. */
@Named
@RequestScoped
public class DraftsPage {
    private static final int MOST_BYTES = 2_000_000;

    @EJB
    private DraftService drafts;

    @EJB
    private GuidanceService guidance;

    @Inject
    private Notices notices;

    private @Nullable List<EditionHead> inPreparation;
    private @Nullable Integer from;
    private @Nullable Part file;
    private int begun;

    public List<EditionHead> getInPreparation() {
        if (inPreparation == null) {
            inPreparation = drafts.inPreparation();
        }
        return inPreparation;
    }

    /** Newest first. */
    public List<EditionHead> getBases() {
        return guidance.published().reversed();
    }

    public void begin() {
        if (Doors.passed(() -> begun = drafts.begin(java.util.Optional.ofNullable(from)
                .orElseThrow(() -> new Refusal("from", "Choose the edition to start from."))))) {
            opened("Draft begun", "It says what that edition says. Change what must change.");
        }
    }

    public void bringIn() {
        if (Doors.passed(() -> begun = drafts.bringIn(name(), content()))) {
            opened("Draft begun", "It says what the file says. Look at what it changes.");
        }
    }

    private void opened(String lead, String then) {
        notices.done(lead, then);
        Doors.goTo("/guidance/drafts/" + begun);
    }

    private String name() {
        return file == null ? "" : Objects.requireNonNullElse(file.getSubmittedFileName(), "");
    }

    private byte[] content() {
        if (file == null || file.getSize() == 0) {
            throw new Refusal("file", "Choose the guidance’s file first.");
        }
        if (file.getSize() > MOST_BYTES) {
            throw new Refusal("file", "This file is larger than 2 MB. Guidance is text: leave pictures out.");
        }
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException brokenOff) {
            throw new Refusal("file", "The file did not arrive whole. Send it again.");
        }
    }

    public @Nullable Integer getFrom() {
        return from;
    }

    public void setFrom(@Nullable Integer from) {
        this.from = from;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
