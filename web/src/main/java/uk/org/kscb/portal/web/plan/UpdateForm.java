package uk.org.kscb.portal.web.plan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ContributionService;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** An update on what my agency owes to one action. What was typed comes back with every answer until it is taken. */
@Named
@RequestScoped
public class UpdateForm {
    @EJB
    private ContributionService contributions;

    @Inject
    private ActionPage page;

    @Inject
    private Notices notices;

    private @Nullable String done;
    private @Nullable String next;
    private @Nullable String blocks;

    /** The action's page, which must offer the viewer an update; else there is no such form. */
    public ActionPage getPage() {
        if (!page.isMayReport()) {
            throw new NotVisible("contribution of ours to action " + page.getRef());
        }
        return page;
    }

    public Viewer getViewer() {
        return CurrentViewer.require();
    }

    /** A status that may be reported; radios are plain inputs, so that they look and work alike everywhere. */
    public record Choice(ReportedStatus status, boolean chosen) {}

    public List<Choice> getChoices() {
        String sent = Sent.orNull("status");
        return Stream.of(ReportedStatus.values())
                .map(s -> new Choice(s, s.name().equals(sent)))
                .toList();
    }

    public boolean isAgencyOnly() {
        return "own".equals(Sent.orNull("sharing"));
    }

    /** Under which name the browser keeps a draft: another person on the same machine must not find it. */
    public String getDraftKey() {
        return "update:" + page.getRef() + ":" + getViewer().agencyCode() + ":"
                + getViewer().userName();
    }

    public void send() {
        String ref = page.getRef();
        if (Doors.passed(() -> contributions.report(report(ref)))) {
            notices.done(
                    "Update added",
                    isAgencyOnly()
                            ? "Only " + getViewer().agencyName() + " sees it."
                            : "Every agency that may read this action sees it.");
            Doors.goTo("/actions/" + Words.url(ref) + "#updates");
        }
    }

    @SuppressWarnings("NullAway") // an unknown or missing status is answered by the record's own validation
    private ReportProgress report(String ref) {
        return new ReportProgress(
                ref,
                getViewer().agencyCode(),
                Stream.of(ReportedStatus.values())
                        .filter(s -> s.name().equals(Sent.orNull("status")))
                        .findFirst()
                        .orElse(null),
                Objects.requireNonNullElse(done, ""),
                next,
                blocks,
                isAgencyOnly());
    }

    public @Nullable String getDone() {
        return done;
    }

    public void setDone(@Nullable String done) {
        this.done = done;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }

    public @Nullable String getBlocks() {
        return blocks;
    }

    public void setBlocks(@Nullable String blocks) {
        this.blocks = blocks;
    }
}
