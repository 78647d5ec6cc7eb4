package uk.org.kscb.portal.threshold;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.EditionHead.State;
import uk.org.kscb.portal.threshold.store.CommentStore;
import uk.org.kscb.portal.threshold.store.EditionStore;

/** What agencies say of the next edition while they are asked. */
@Stateless
public class ConsultationService {
    private static final int LONGEST = 1500;

    @Inject
    private EditionStore editions;

    @Inject
    private CommentStore comments;

    @Inject
    private PortalClock clock;

    /**
     * @param about id of an example, or empty for the edition as a whole
     * @param by who wrote it; for their own agency only, null otherwise
     */
    public record Comment(
            String agencyCode,
            String agency,
            String about,
            String words,
            LocalDate on,
            @Nullable String by) {}

    /** What the viewer's agency has to say; a comment stays, and a second one corrects it. */
    @Door(value = Permission.COMMENT_ON_GUIDANCE, trail = "guidance.comment")
    public void comment(@TrailObject int number, @TrailObject String about, String words) {
        Viewer viewer = CurrentViewer.require();
        Edition edition = editions.heads(clock.today()).stream()
                .filter(h -> h.number() == number && h.state() == State.CONSULTATION)
                .findFirst()
                .map(editions::whole)
                .orElseThrow(() -> new NotVisible("consultation"));
        LocalDate until = edition.head().consultationUntil();
        if (until != null && clock.today().isAfter(until)) {
            throw new ConsultationHasEnded();
        }
        if (!about.isEmpty() && edition.text().indicator(about).isEmpty()) {
            throw new Refusal("about", "This edition has no example " + about.strip() + ".");
        }
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Refusal("words", "Say what your agency thinks, in at most 1,500 characters. No names, no case.");
        }
        TextWatch.refuse("words", words);
        comments.add(
                edition.head().id(),
                viewer.agencyId(),
                viewer.memberId(),
                about,
                words.strip(),
                clock.today(),
                clock.now());
    }

    /** Newest first: all for whoever runs the consultation, the own agency's for everybody else. */
    @Door(Permission.READ_GUIDANCE_COMMENTS)
    public List<Comment> comments(@TrailObject int number) {
        Viewer viewer = CurrentViewer.require();
        boolean all = viewer.reach(Permission.READ_GUIDANCE_COMMENTS) == Reach.ALL;
        long edition = editions.require(number).id();
        return comments.of(edition, all ? null : viewer.agencyId(), viewer.agencyId());
    }

    /** Its last day is over. */
    public static class ConsultationHasEnded extends Refusal {
        private static final long serialVersionUID = 1L;

        ConsultationHasEnded() {
            super("The consultation has ended. Speak to the KSCB manager if something must still be said.");
        }
    }
}
