package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.trail.TrailReader;
import uk.org.kscb.portal.platform.trail.TrailService.EntryView;
import uk.org.kscb.portal.practiceaudit.RetentionView.Look;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.RetentionStore;

/** How long returns are kept, what stops their destruction, and who looked at them. */
@Stateless
public class RetentionService {
    private static final int MOST = 500;

    /** What opens a return, or takes it away. */
    private static final Set<String> LOOKS = Set.of(
            "return.read",
            "return.export",
            "return.list",
            "moderation.list",
            "moderation.read",
            "results.read",
            "results.export");

    /** Of these each shows every agency's cases, whatever agency the object names. */
    private static final Set<String> SHOW_ALL =
            Set.of("return.list", "moderation.list", "moderation.read", "results.export");

    @Inject
    private AuditStore audits;

    @Inject
    private RetentionStore store;

    @Inject
    private Destruction destruction;

    @Inject
    private TrailReader trail;

    @Inject
    private PortalClock clock;

    /**
     * To the KSCB manager all looks, to an agency those at its own return.
     *
     * @param before only looks with a lower number than this; null for the newest
     */
    @Door(Permission.SEE_WHO_LOOKED)
    public RetentionView kept(@TrailObject String code, @Nullable Long before) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.SEE_WHO_LOOKED));
        boolean all = viewer.reach(Permission.SEE_WHO_LOOKED) == Reach.ALL;
        LocalDate closed = store.closed(audit.id());
        List<Look> looks = looks(audit, all ? "" : viewer.agencyCode(), before == null ? Long.MAX_VALUE : before);
        return new RetentionView(
                audit.code(),
                audit.title(),
                clock.today(),
                closed == null ? null : closed.plusMonths(Destruction.MONTHS),
                store.holds(audit.id()),
                store.certificate(audit.id()).orElse(null),
                looks,
                looks.size() == MOST ? looks.getLast().number() : null,
                viewer.may(Permission.WRITE_AUDIT_REPORT));
    }

    /** @param agency whose return, or empty for every agency's */
    private List<Look> looks(PracticeAudit audit, String agency, long before) {
        List<EntryView> looks = agency.isEmpty()
                ? trail.about(audit.code(), LOOKS, before, MOST)
                : trail.about(audit.code(), LOOKS, agency, SHOW_ALL, store.readersOfAll(), before, MOST);
        return looks.stream()
                .map(e -> new Look(e.number(), e.at(), e.who(), e.agency(), e.what(), e.object()))
                .toList();
    }

    /** @param everything stops the destruction of every audit's returns, as an inquiry may ask */
    @Door(value = Permission.WRITE_AUDIT_REPORT, trail = "retention.hold")
    public void hold(@TrailObject String code, boolean everything, String reason) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.WRITE_AUDIT_REPORT));
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal("reason", "Say in at most 500 characters why the returns must be kept.");
        }
        store.hold(everything ? null : audit.id(), reason.strip(), viewer.userName(), clock.today(), clock.now());
    }

    @Door(value = Permission.WRITE_AUDIT_REPORT, trail = "retention.lift")
    public void lift(@TrailObject String code, @TrailObject String hold, String reason) {
        Viewer viewer = CurrentViewer.require();
        audits.require(code, AuditScope.of(viewer, Permission.WRITE_AUDIT_REPORT));
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal("lifted", "Say in at most 500 characters why the hold may end.");
        }
        if (!store.lift(hold, reason.strip(), viewer.userName(), clock.today())) {
            throw new NotVisible("hold");
        }
    }

    /** What is due and not held, now in place of tonight. @return how many audits' returns were destroyed */
    @Door(value = Permission.WRITE_AUDIT_REPORT, trail = "returns.destroy")
    public int destroyDue() {
        return destruction.due(CurrentViewer.require().userName());
    }
}
