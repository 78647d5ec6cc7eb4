package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.GuidancePart;
import uk.org.kscb.portal.threshold.WritePart;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** A part of a draft beside its examples, as lines in one field. */
@Named
@RequestScoped
public class PartForm {
    @EJB
    private DraftService drafts;

    @Inject
    private DraftPage page;

    @Inject
    private Notices notices;

    private @Nullable String lines;

    public GuidancePart getPart() {
        return GuidancePart.of(Sent.text("part")).orElseThrow(() -> new NotVisible("part of the guidance"));
    }

    /** What the draft says, unless something was sent; there is none where nothing may be written. */
    public @Nullable String getLines() {
        if (!page.isMayWrite()) {
            throw new NotVisible("draft to write in");
        }
        return lines == null && !Sent.form() ? getPart().lines(page.getEdition().text()) : lines;
    }

    public void setLines(@Nullable String lines) {
        this.lines = lines;
    }

    public long getRevision() {
        return Address.revisionToSend(page.getHead().revision());
    }

    public void save() {
        if (Doors.passed(() -> drafts.writePart(new WritePart(
                page.getNumber(), Address.sentRevision(), getPart(), Objects.requireNonNullElse(lines, ""))))) {
            notices.done(getPart().title() + " saved", "In this draft only. Nothing public has changed.");
            Doors.goTo("/guidance/drafts/" + page.getNumber());
        }
    }
}
