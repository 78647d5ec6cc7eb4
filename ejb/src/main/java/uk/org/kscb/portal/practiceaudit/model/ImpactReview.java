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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.ImpactLevel;
import uk.org.kscb.portal.practiceaudit.ShowImpact;
import uk.org.kscb.portal.practiceaudit.ShownBy;

/** How far a recommendation has come, as an agency says with proof; it counts once the KSCB manager has agreed. */
@Entity
@Table(name = "impact_review")
public class ImpactReview {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "recommendation_id")
    private Recommendation recommendation;

    private int level;

    @Enumerated(EnumType.STRING)
    @Column(name = "shown_by")
    private ShownBy shownBy;

    private String evidence;

    @ManyToOne
    @JoinColumn(name = "reaudit_id")
    private @Nullable PracticeAudit reaudit;

    @Column(name = "proposed_for")
    private long proposedFor;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_on")
    private LocalDate proposedOn;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "agreed_on")
    private @Nullable LocalDate agreedOn;

    @Column(name = "agreed_by")
    private @Nullable String agreedBy;

    protected ImpactReview() {}

    public ImpactReview(
            Recommendation recommendation,
            ShowImpact says,
            @Nullable PracticeAudit reaudit,
            long agencyId,
            String by,
            LocalDate on,
            Instant at) {
        recommendation.requireActing();
        if (says.level().level() > says.shownBy().carries()) {
            throw new ProofTooWeak(says);
        }
        if (says.shownBy() == ShownBy.REAUDIT && reaudit == null) {
            throw new Refusal("reaudit", "Name the re-audit that shows it, by its code.");
        }
        this.publicId = Secret.publicId();
        this.recommendation = recommendation;
        this.level = says.level().level();
        this.shownBy = says.shownBy();
        this.evidence = says.proof().strip();
        this.reaudit = reaudit;
        this.proposedFor = agencyId;
        this.proposedBy = by;
        this.proposedOn = on;
        this.proposedAt = at;
    }

    /** @throws Refusal when it was agreed before, or by who proposed it */
    public void agree(String by, LocalDate on) {
        recommendation.requireActing();
        if (agreedOn != null) {
            throw new Refusal("This level was agreed before.");
        }
        if (by.equals(proposedBy)) {
            throw new Refusal("Nobody agrees to a level that they proposed.");
        }
        agreedOn = on;
        agreedBy = by;
    }

    public ImpactLevel level() {
        return ImpactLevel.of(level);
    }

    public Recommendation recommendation() {
        return recommendation;
    }

    public Optional<PracticeAudit> reaudit() {
        return Optional.ofNullable(reaudit);
    }

    /** A minute shows that something was done, not that anything changed. */
    public static class ProofTooWeak extends Refusal {
        private static final long serialVersionUID = 1L;

        ProofTooWeak(ShowImpact says) {
            super(
                    "shownBy",
                    says.shownBy().words() + " can show at most level "
                            + ImpactLevel.of(says.shownBy().carries()).words()
                            + ". Level 2 takes a survey or test, level 3 a re-audit, level 4 feedback or a measure.");
        }
    }
}
