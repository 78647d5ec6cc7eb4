package uk.org.kscb.portal.plan;

import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.UpdateView;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;

/** What agencies owe to actions: who owes, whether they accept it, how it goes. */
@Stateless
public class ContributionService {

    /** @throws uk.org.kscb.portal.platform.security.NotVisible unless the viewer acts for that agency and it owes one */
    @Door(value = Permission.REPORT_PROGRESS, trail = "contribution.report")
    public UpdateView report(@Valid ReportProgress update) {
        throw new UnsupportedOperationException();
    }

    /** Accepts what the viewer's agency is asked to contribute. */
    @Door(value = Permission.ANSWER_OFFER, trail = "contribution.accept")
    public void accept(String action) {
        throw new UnsupportedOperationException();
    }

    /** Queries it, with the reason. */
    @Door(value = Permission.ANSWER_OFFER, trail = "contribution.query")
    public void query(String action, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Adds a contributing agency; the joint marker stays as written. */
    @Door(value = Permission.ASSIGN_CONTRIBUTIONS, trail = "contribution.add")
    public void add(String action, String agency, @Nullable String owes) {
        throw new UnsupportedOperationException();
    }

    /** Removes a contributing agency from today; what it reported is kept. */
    @Door(value = Permission.ASSIGN_CONTRIBUTIONS, trail = "contribution.remove")
    public void remove(String action, String agency) {
        throw new UnsupportedOperationException();
    }

    /** Confirms how an impossible date was read. */
    @Door(value = Permission.CONFIRM_DATES, trail = "plan.confirm-date")
    public void confirmDate(String action, int milestone) {
        throw new UnsupportedOperationException();
    }
}
