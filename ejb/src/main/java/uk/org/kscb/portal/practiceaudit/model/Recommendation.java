package uk.org.kscb.portal.practiceaudit.model;

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
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.Closure;
import uk.org.kscb.portal.practiceaudit.Decision;
import uk.org.kscb.portal.practiceaudit.FindingPriority;
import uk.org.kscb.portal.practiceaudit.ImpactLevel;
import uk.org.kscb.portal.practiceaudit.Recommend;

/**
 * What one agency is asked to change. Life story: made because of a finding → accepted by a board, whole or in part, or
 * not, with the reason → acted upon by the agency → shown to have changed practice → closed; or closed with the gap
 * accepted and the reason written down. Done is not closed: what was done must have changed something.
 */
@Entity
@Table(name = "recommendation")
public class Recommendation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    @ManyToOne
    @JoinColumn(name = "finding_id")
    private Finding finding;

    private int number;
    private String text;

    @Column(name = "agency_id")
    private long agencyId;

    @Enumerated(EnumType.STRING)
    private FindingPriority priority;

    @Column(name = "made_on")
    private LocalDate madeOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_as")
    private @Nullable Closure closedAs;

    protected Recommendation() {}

    public Recommendation(Finding finding, int number, Recommend says, long agencyId, LocalDate on) {
        if (says.due().isBefore(on)) {
            throw new Refusal("due", "The day must not be past.");
        }
        this.publicId = Secret.publicId();
        this.audit = finding.audit();
        this.finding = finding;
        this.number = number;
        this.text = says.change().strip();
        this.agencyId = agencyId;
        this.priority = says.priority();
        this.madeOn = on;
        this.dueOn = says.due();
    }

    /** @param reason needed unless it is accepted whole */
    public void decide(Decision decision, String reason, LocalDate on) {
        requireOpen();
        if (decision != Decision.ACCEPTED && reason.isBlank()) {
            throw new Refusal(
                    "reason", "Say why it is not accepted as it stands. The agency and the next board will read it.");
        }
        this.decision = decision;
        this.decidedOn = on;
    }

    /** On proof. @param reached the newest impact level that was agreed */
    public void close(ImpactLevel reached, LocalDate on) {
        requireOpen();
        requireAccepted();
        if (reached.level() < ImpactLevel.CLOSES.level()) {
            throw new ImpactNotShown(reached);
        }
        closedOn = on;
        closedAs = Closure.IMPACT;
    }

    public void acceptGap(String reason, LocalDate on) {
        requireOpen();
        if (reason.isBlank()) {
            throw new Refusal("reason", "Say why the gap is accepted. Without a reason it stays open.");
        }
        closedOn = on;
        closedAs = Closure.GAP;
    }

    /** Before something is done about it. */
    public void requireActing() {
        requireOpen();
        requireAccepted();
    }

    private void requireOpen() {
        if (closedOn != null) {
            throw new RecommendationIsClosed();
        }
    }

    private void requireAccepted() {
        if (decision == null || decision == Decision.NOT) {
            throw new NotAccepted();
        }
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long agencyId() {
        return agencyId;
    }

    public PracticeAudit audit() {
        return audit;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public Optional<Closure> closedAs() {
        return Optional.ofNullable(closedAs);
    }

    /** A closed recommendation takes nothing more. */
    public static class RecommendationIsClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        RecommendationIsClosed() {
            super("This recommendation is closed and takes nothing more.");
        }
    }

    /** Nothing is owed on what no board accepted. */
    public static class NotAccepted extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAccepted() {
            super("No board has accepted this recommendation, so nothing is owed on it.");
        }
    }

    /** Done is not enough to close it. */
    public static class ImpactNotShown extends Refusal {
        private static final long serialVersionUID = 1L;

        ImpactNotShown(ImpactLevel reached) {
            super("A recommendation closes at impact level 3, practice changed, or above. This one has reached "
                    + reached.words() + ". Ask for proof, or accept the gap with a reason.");
        }
    }
}
