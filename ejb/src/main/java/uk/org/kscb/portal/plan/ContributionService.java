package uk.org.kscb.portal.plan;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.UpdateView;
import uk.org.kscb.portal.plan.model.Contribution;
import uk.org.kscb.portal.plan.model.ProgressUpdate;
import uk.org.kscb.portal.plan.store.PlanStore;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;

/** What agencies owe to actions: who owes, whether they accept it, how it goes. */
@Stateless
public class ContributionService {

    @Inject
    private PlanStore store;

    @Inject
    private PortalClock clock;

    /** @throws NotVisible unless the viewer acts for that agency and it owes one */
    @Door(value = Permission.REPORT_PROGRESS, trail = "contribution.report")
    public UpdateView report(@Valid ReportProgress update) {
        Viewer viewer = CurrentViewer.require();
        if (!update.agency().equals(viewer.agencyCode())) {
            throw new NotVisible("contribution of your agency");
        }
        inPlan(update.action());
        ProgressUpdate made = store.add(store.requireOwn(update.action(), viewer.scope())
                .report(update, viewer.memberId(), clock.today(), clock.now()));
        store.touch();
        return new UpdateView(
                new AgencyBadge(viewer.agencyCode(), viewer.agencyShortName(), viewer.agencyName(), false, true),
                made.reportedOn(),
                made.status(),
                made.done(),
                made.next().orElse(null),
                made.blocks().orElse(null),
                made.agencyOnly(),
                viewer.name());
    }

    /** Accepts what the viewer's agency is asked to contribute. */
    @Door(value = Permission.ANSWER_OFFER, trail = "contribution.accept")
    public void accept(@TrailObject String action) {
        store.requireOwn(action, CurrentViewer.require().scope()).accept(clock.today());
        store.touch();
    }

    /** Queries it, with the reason. */
    @Door(value = Permission.ANSWER_OFFER, trail = "contribution.query")
    public void query(@TrailObject String action, String reason) {
        store.requireOwn(action, CurrentViewer.require().scope()).query(reason, clock.today());
        store.touch();
    }

    /** Adds a contributing agency; the joint marker stays as written. */
    @Door(value = Permission.ASSIGN_CONTRIBUTIONS, trail = "contribution.add")
    public void add(@TrailObject String action, @TrailObject String agency, @Nullable String owes) {
        inPlan(action);
        if (owes != null && owes.length() > 500) {
            throw new Refusal("owes", "Keep what the agency owes to 500 characters.");
        }
        long agencyId = agencyId(agency);
        if (store.contribution(action, agencyId).isPresent()) {
            throw new AlreadyContributes();
        }
        store.add(Contribution.addedByManager(
                store.actionOf(action),
                agencyId,
                owes == null || owes.isBlank() ? null : owes.strip(),
                clock.today(),
                clock.now()));
        store.touch();
    }

    /** Removes a contributing agency from today; what it reported is kept. */
    @Door(value = Permission.ASSIGN_CONTRIBUTIONS, trail = "contribution.remove")
    public void remove(@TrailObject String action, @TrailObject String agency) {
        store.contribution(action, agencyId(agency))
                .orElseThrow(() -> new NotVisible("contribution"))
                .remove(clock.today());
        store.touch();
    }

    /** Confirms how an impossible date was read. */
    @Door(value = Permission.CONFIRM_DATES, trail = "plan.confirm-date")
    public void confirmDate(@TrailObject String action, @TrailObject int milestone) {
        store.currentWording(action)
                .orElseThrow(() -> new NotVisible("action"))
                .confirmDate(milestone, CurrentViewer.require().userName(), clock.now());
        store.touch();
    }

    private void inPlan(String action) {
        if (store.currentWording(action).isEmpty()) {
            throw new NotVisible("action");
        }
    }

    private long agencyId(String code) {
        Long id = store.agencyIds().get(code);
        if (id == null) {
            throw new NotVisible("agency");
        }
        return id;
    }

    /** The agency is there already. */
    public static class AlreadyContributes extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadyContributes() {
            super("agency", "This agency contributes to the action already.");
        }
    }
}
