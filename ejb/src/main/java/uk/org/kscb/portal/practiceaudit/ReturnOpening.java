package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.ToolVersion;
import uk.org.kscb.portal.practiceaudit.store.ReturnOpeningStore;
import uk.org.kscb.portal.practiceaudit.store.SampleStore;
import uk.org.kscb.portal.practiceaudit.store.ToolStore;

/**
 * Opens the returns of an audit: one for each agency that takes part, with the cases that are its, when agencies are
 * notified; and adds a reserve's case when it replaces another. What there is already stays. The tool goes with the
 * audit: it is piloted with it, and frozen once the sample is drawn.
 */
@ApplicationScoped
public class ReturnOpening {

    @Inject
    private ReturnOpeningStore store;

    @Inject
    private SampleStore samples;

    @Inject
    private ToolStore tools;

    @Inject
    private PortalClock clock;

    void follow(@Observes AuditMoved moved) {
        PracticeAudit audit = store.audit(moved.auditId());
        switch (moved.what()) {
            case "PILOT" ->
                tool(audit).filter(t -> t.state() == ToolState.DRAFT).ifPresent(ToolVersion::pilot);
            case "DRAW" -> freeze(audit);
            case "NOTIFY", "CASE_REPLACED" -> {
                samples.forgetPopulation(audit);
                freeze(audit);
                if (audit.state() != AuditState.PILOTING && audit.state() != AuditState.SAMPLED) {
                    open(audit, clock.now());
                }
            }
            default -> {}
        }
    }

    private void freeze(PracticeAudit audit) {
        tool(audit).filter(t -> t.state().editable()).ifPresent(t -> t.freeze(clock.now()));
    }

    private Optional<ToolVersion> tool(PracticeAudit audit) {
        return audit.toolVersionId().flatMap(tools::version);
    }

    /** The front door answers every case, an involved agency too; a referring agency those it referred. */
    public void open(PracticeAudit audit, Instant at) {
        store.openReturns(audit, at);
        store.addCases(audit);
    }
}
