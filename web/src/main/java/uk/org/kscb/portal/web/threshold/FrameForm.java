package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.WriteFrame;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** The words of a draft around its examples, and what changed. */
@Named
@RequestScoped
public class FrameForm {
    @EJB
    private DraftService drafts;

    @Inject
    private DraftPage page;

    @Inject
    private Notices notices;

    private @Nullable String title;
    private @Nullable String lead;
    private @Nullable String caution;
    private @Nullable String changes;
    private boolean sample;
    private boolean filled;

    /** The form, filled with what the draft says; there is none where nothing may be written. */
    public FrameForm getReady() {
        if (!filled) {
            fill();
            filled = true;
        }
        return this;
    }

    private void fill() {
        if (!page.isMayWrite()) {
            throw new NotVisible("draft to write in");
        }
        GuidanceText text = page.getEdition().text();
        title = text.title();
        lead = text.lead();
        caution = text.caution();
        changes = text.changes();
        sample = text.sample();
    }

    public void save() {
        if (Doors.passed(() -> drafts.writeFrame(new WriteFrame(
                page.getNumber(),
                Address.sentRevision(),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(lead, ""),
                Objects.requireNonNullElse(caution, ""),
                Objects.requireNonNullElse(changes, ""),
                sample)))) {
            notices.done("Words saved", "In this draft only. Nothing public has changed.");
            Doors.goTo("/guidance/drafts/" + page.getNumber());
        }
    }

    public long getRevision() {
        return Address.revisionToSend(page.getHead().revision());
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getLead() {
        return lead;
    }

    public void setLead(@Nullable String lead) {
        this.lead = lead;
    }

    public @Nullable String getCaution() {
        return caution;
    }

    public void setCaution(@Nullable String caution) {
        this.caution = caution;
    }

    public @Nullable String getChanges() {
        return changes;
    }

    public void setChanges(@Nullable String changes) {
        this.changes = changes;
    }

    public boolean isSample() {
        return sample;
    }

    public void setSample(boolean sample) {
        this.sample = sample;
    }
}
