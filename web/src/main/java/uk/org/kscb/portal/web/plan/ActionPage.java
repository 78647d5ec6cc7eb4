package uk.org.kscb.portal.web.plan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail;
import uk.org.kscb.portal.plan.ActionDetail.ContributionView;
import uk.org.kscb.portal.plan.ActionDetail.Holder;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.plan.AssignContribution;
import uk.org.kscb.portal.plan.ContributionService;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** One action, and the small decisions that are made on its page. */
@Named
@RequestScoped
public class ActionPage {
    @EJB
    private ActionService actions;

    @EJB
    private ContributionService contributions;

    @Inject
    private Notices notices;

    @Inject
    private PortalClock clock;

    private @Nullable ActionDetail detail;
    private @Nullable String reason;
    private @Nullable String agency;
    private @Nullable String owes;
    private @Nullable String holder;

    public ActionDetail getDetail() {
        if (detail == null) {
            detail = actions.action(getRef(), asked());
        }
        return detail;
    }

    public String getRef() {
        return Sent.text("ref");
    }

    private @Nullable LocalDate asked() {
        return AsAt.read(Sent.orNull("asAt"));
    }

    /** Whether the page shows today, so that things may be changed. */
    public boolean isNow() {
        return getDetail().asAt().equals(clock.today());
    }

    /** What links to other actions carry so that they show the same day; empty today. */
    public String getDay() {
        return isNow() ? "" : "?asAt=" + getDetail().asAt();
    }

    public boolean isMayReport() {
        return isNow() && getDetail().ownContribution() != null;
    }

    /** Our contribution is there, but assigned to somebody else: the coordinator can change that. */
    public boolean isAssignedElsewhere() {
        return isNow()
                && getDetail().ownContribution() == null
                && CurrentViewer.require().may(Permission.REPORT_PROGRESS)
                && getDetail().contributions().stream()
                        .anyMatch(c -> c.agency().code().equals(ours()));
    }

    public boolean isMayHold() {
        return isNow() && !getDetail().holders().isEmpty();
    }

    /** Until it is accepted: a query may be answered in talk, and the agency then accepts. */
    public boolean isMayAnswer() {
        return isNow()
                && (getDetail().offered()
                        || queried() && CurrentViewer.require().may(Permission.ANSWER_OFFER));
    }

    private boolean queried() {
        return own(getDetail())
                .filter(own -> own.state() == ActionDetail.ContributionState.QUERIED)
                .isPresent();
    }

    public boolean isMayAssign() {
        return isNow() && getDetail().mayAssign();
    }

    public boolean isMayConfirm() {
        return isNow() && getDetail().mayConfirmDates();
    }

    /** The viewer's agency's own contribution, or null. */
    public @Nullable ContributionView getOwn() {
        return own(getDetail()).orElse(null);
    }

    static Optional<ContributionView> own(ActionDetail detail) {
        // what an agency above ours owes is shown with ours, but is not ours to answer for
        return detail.contributions().stream()
                .filter(c -> c.agency().code().equals(ours()))
                .findFirst();
    }

    public String getStanding() {
        return ActionSentences.standing(getDetail());
    }

    public String getJoint() {
        return ActionSentences.joint(getDetail());
    }

    public List<MilestoneLine> getMilestones() {
        return getDetail().milestones().stream().map(MilestoneLine::of).toList();
    }

    public void accept() {
        if (Doors.passed(() -> contributions.accept(getRef(), ours()))) {
            notices.done("Accepted", "From now on the portal counts this contribution as ours.");
            stay("");
        }
    }

    public void query() {
        if (Doors.passed(() -> contributions.query(getRef(), ours(), Objects.requireNonNullElse(reason, "")))) {
            notices.done("Query sent", "The KSCB manager sees the reason. Nothing counts as late meanwhile.");
            stay("");
        }
    }

    public void hold() {
        Holder chosen = getDetail().holders().stream()
                .filter(h -> key(h).equals(holder))
                .findFirst()
                .orElse(null);
        if (Doors.passed(() -> contributions.assign(new AssignContribution(
                getRef(), ours(), chosen == null ? null : chosen.post(), chosen == null ? null : chosen.person())))) {
            notices.done(
                    chosen == null ? "Assigned to nobody in particular" : "Assigned to " + chosen.words(),
                    "Contributors report on what is assigned to them; coordinators on everything.");
            stay("#owes");
        }
    }

    /** Which line of the list a holder is. */
    public static String key(Holder holder) {
        return holder.post() == null ? "person:" + holder.person() : "post:" + holder.post();
    }

    /** What the list of holders offers, by key. */
    public Map<String, String> getHolders() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("Nobody in particular", "");
        getDetail().holders().forEach(h -> choices.put((h.post() == null ? "Person: " : "Post: ") + h.words(), key(h)));
        return choices;
    }

    public String getHolder() {
        return holder != null
                ? holder
                : getDetail().holders().stream()
                        .filter(Holder::chosen)
                        .map(ActionPage::key)
                        .findFirst()
                        .orElse("");
    }

    public void setHolder(@Nullable String holder) {
        this.holder = Objects.requireNonNullElse(holder, "");
    }

    public void add() {
        if (Doors.passed(() -> contributions.add(getRef(), Objects.requireNonNullElse(agency, ""), owes))) {
            notices.done("Agency added", "It is asked to accept or query. The joint marker stays as the plan has it.");
            stay("#owes");
        }
    }

    public void remove(String code) {
        if (Doors.passed(() -> contributions.remove(getRef(), code))) {
            notices.done("Agency removed", "It owes nothing to this action from today. What it reported is kept.");
            stay("#owes");
        }
    }

    public void confirmDate(int milestone) {
        if (Doors.passed(() -> contributions.confirmDate(getRef(), milestone))) {
            notices.done("Date confirmed", "Milestone " + milestone + " counts with the date as read.");
            stay("#milestones");
        }
    }

    private static String ours() {
        return CurrentViewer.require().agencyCode();
    }

    private void stay(String section) {
        Doors.goTo("/actions/" + Words.url(getRef()) + section);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getAgency() {
        return agency;
    }

    public void setAgency(@Nullable String agency) {
        this.agency = agency;
    }

    public @Nullable String getOwes() {
        return owes;
    }

    public void setOwes(@Nullable String owes) {
        this.owes = owes;
    }
}
