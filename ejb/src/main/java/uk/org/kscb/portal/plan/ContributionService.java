package uk.org.kscb.portal.plan;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.UpdateView;
import uk.org.kscb.portal.plan.model.Contribution;
import uk.org.kscb.portal.plan.model.Contribution.Reporter;
import uk.org.kscb.portal.plan.model.ProgressUpdate;
import uk.org.kscb.portal.plan.store.HolderStore;
import uk.org.kscb.portal.plan.store.PlanStore;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.security.Viewer.Scope;
import uk.org.kscb.portal.platform.time.PortalClock;

/** What agencies owe to actions: who owes, whether they accept it, how it goes. */
@Stateless
public class ContributionService {

    @Inject
    private PlanStore store;

    @Inject
    private HolderStore holders;

    @Inject
    private PortalClock clock;

    /** @throws NotVisible unless the viewer acts for that agency and it owes one */
    @Door(value = Permission.REPORT_PROGRESS, trail = "contribution.report")
    public UpdateView report(@Valid ReportProgress update) {
        Viewer viewer = CurrentViewer.require();
        ProgressUpdate made = store.add(requireOwn(update.action(), update.agency())
                .report(update, reporter(viewer.scope()), clock.today(), clock.now()));
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

    private Reporter reporter(Scope scope) {
        return new Reporter(scope.memberId(), scope.reports() == Reach.OWN, holders.postsOf(scope));
    }

    /** Says who within the viewer's agency holds its contribution. */
    @Door(value = Permission.ASSIGN_WORK, trail = "contribution.assign")
    public void assign(@Valid AssignContribution command) {
        Scope scope = CurrentViewer.require().scope();
        Contribution own = requireOwn(command.action(), command.agency());
        if (command.post() != null && command.person() != null) {
            throw new Refusal("person", "Choose a post or a person, not both.");
        }
        if (command.post() != null) {
            own.assignToPost(holders.post(command.post(), scope));
        } else if (command.person() != null) {
            own.assignToMember(holders.reporter(command.person(), scope));
        } else {
            own.release();
        }
    }

    /** Accepts what the viewer's agency is asked to contribute. */
    @Door(value = Permission.ANSWER_OFFER, trail = "contribution.accept")
    public void accept(@TrailObject String action, @TrailObject String agency) {
        requireOwn(action, agency).accept(clock.today());
        store.touch();
    }

    /** Queries it, with the reason. */
    @Door(value = Permission.ANSWER_OFFER, trail = "contribution.query")
    public void query(@TrailObject String action, @TrailObject String agency, String reason) {
        requireOwn(action, agency).query(reason, clock.today());
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

    /** What the viewer's agency owes to an action of today's plan; another agency's looks as if it were not there. */
    private Contribution requireOwn(String action, String agency) {
        Viewer viewer = CurrentViewer.require();
        if (!agency.equals(viewer.agencyCode())) {
            throw new NotVisible("contribution of your agency");
        }
        inPlan(action);
        return store.requireOwn(action, viewer.scope());
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
