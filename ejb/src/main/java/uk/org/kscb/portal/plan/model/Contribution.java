package uk.org.kscb.portal.plan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.Basis;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;

/**
 * What one agency owes to one action. Life story: proposed (from the plan's words or by the KSCB manager) → accepted or
 * queried by the agency itself → reported on, by that agency alone → removed by the manager when it owes nothing after
 * all; what it reported is kept. Until it is accepted it never counts as late. Within its agency a post holds it, or a
 * person whom the coordinator names.
 */
@Entity
@Table(name = "contribution")
public class Contribution {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "action_id")
    private Action action;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "post_id")
    private @Nullable Long postId;

    @Column(name = "member_id")
    private @Nullable Long memberId;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Enumerated(EnumType.STRING)
    private ContributionState state;

    @Column(name = "answered_on")
    private @Nullable LocalDate answeredOn;

    @Column(name = "queried_on")
    private @Nullable LocalDate queriedOn;

    @Column(name = "query_reason")
    private @Nullable String queryReason;

    private @Nullable String owes;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "import_id")
    private @Nullable Long importId;

    @Column(name = "added_on")
    private LocalDate addedOn;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "removed_on")
    private @Nullable LocalDate removedOn;

    protected Contribution() {}

    private Contribution(Action action, long agencyId, Basis basis, LocalDate on, Instant at) {
        this.publicId = Secret.publicId();
        this.action = action;
        this.agencyId = agencyId;
        this.basis = basis;
        this.state = ContributionState.PROPOSED;
        this.addedOn = on;
        this.addedAt = at;
    }

    /** Read from the plan: starts as an offer, so that a wrong reading hurts nobody. */
    public static Contribution read(
            Action action, long agencyId, Basis basis, @Nullable Long postId, long importId, LocalDate on, Instant at) {
        Contribution contribution = new Contribution(action, agencyId, basis, on, at);
        contribution.postId = postId;
        contribution.importId = importId;
        return contribution;
    }

    public static Contribution addedByManager(
            Action action, long agencyId, @Nullable String owes, LocalDate on, Instant at) {
        Contribution contribution = new Contribution(action, agencyId, Basis.MANAGER, on, at);
        contribution.owes = owes;
        return contribution;
    }

    /** Accepting again changes nothing: the day on which it was accepted stays. A query before it is kept. */
    public void accept(LocalDate on) {
        requirePresent();
        if (state == ContributionState.ACCEPTED) {
            return;
        }
        state = ContributionState.ACCEPTED;
        answeredOn = on;
    }

    /** Before it is accepted: what is accepted and late does not become undue by a question. */
    public void query(String reason, LocalDate on) {
        requirePresent();
        if (state == ContributionState.ACCEPTED) {
            throw new AlreadyAccepted();
        }
        if (reason.isBlank()) {
            throw new Refusal("reason", "Say what is unclear or wrong, so that the KSCB manager can answer.");
        }
        if (reason.length() > 500) {
            throw new Refusal("reason", "Keep the reason to 500 characters.");
        }
        state = ContributionState.QUERIED;
        answeredOn = on;
        queriedOn = queriedOn == null ? on : queriedOn;
        queryReason = reason.strip();
    }

    public void remove(LocalDate on) {
        requirePresent();
        removedOn = on;
    }

    /** Takes back what an undone import brought; a contribution that somebody has worked on stays. */
    public boolean broughtBy(long importId) {
        return this.importId != null && this.importId == importId && state == ContributionState.PROPOSED;
    }

    /**
     * Whoever may answer for the whole agency accepts an offer by reporting to all: the agency knows of its debt. A report
     * that the agency keeps to itself changes nothing that others see, and a contributor's accepts nothing.
     */
    public ProgressUpdate report(ReportProgress report, Reporter by, LocalDate on, Instant at) {
        requirePresent();
        if (!by.wholeAgency() && !heldBy(by)) {
            throw new NotAssignedToYou();
        }
        if (state == ContributionState.PROPOSED && !report.agencyOnly() && by.wholeAgency()) {
            accept(on);
        }
        return new ProgressUpdate(this, report, by.memberId(), on, at);
    }

    /** Who reports, and for how much of the agency's work they may speak. @param posts ids of the posts that they hold */
    public record Reporter(long memberId, boolean wholeAgency, Set<Long> posts) {}

    private boolean heldBy(Reporter who) {
        return (memberId != null && memberId == who.memberId())
                || (postId != null && who.posts().contains(postId));
    }

    /** The post owns it from now on, whoever is in it; a person named before is so no longer. */
    public void assignToPost(long post) {
        requirePresent();
        postId = post;
        memberId = null;
    }

    /** Names one person of the agency; the post that owns it stays. */
    public void assignToMember(long member) {
        requirePresent();
        memberId = member;
    }

    /** Nobody in particular: the coordinator's to report on. */
    public void release() {
        requirePresent();
        postId = null;
        memberId = null;
    }

    /** A report that no member of the portal typed in: sample data. */
    public ProgressUpdate reported(ReportProgress report, LocalDate on, Instant at) {
        return new ProgressUpdate(this, report, null, on, at);
    }

    private void requirePresent() {
        if (removedOn != null) {
            throw new ContributionEnded();
        }
    }

    public long id() {
        return id;
    }

    public long agencyId() {
        return agencyId;
    }

    public String publicId() {
        return publicId;
    }

    public ContributionState state() {
        return state;
    }

    public Basis basis() {
        return basis;
    }

    public Optional<String> queryReason() {
        return Optional.ofNullable(queryReason);
    }

    /** A contributor reports on what is assigned to them. */
    public static class NotAssignedToYou extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAssignedToYou() {
            super("This contribution is not assigned to you. Ask your agency's coordinator to assign it.");
        }
    }

    /** The agency has said yes. */
    public static class AlreadyAccepted extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadyAccepted() {
            super(
                    "reason",
                    "Your agency has accepted this contribution. If that was wrong, ask the KSCB manager to remove it.");
        }
    }

    /** The agency owes nothing to the action any more. */
    public static class ContributionEnded extends Refusal {
        private static final long serialVersionUID = 1L;

        ContributionEnded() {
            super("Your agency no longer contributes to this action. Ask the KSCB manager if that is wrong.");
        }
    }
}
