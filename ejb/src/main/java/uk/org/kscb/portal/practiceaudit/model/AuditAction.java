package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.PlanAction;
import uk.org.kscb.portal.practiceaudit.ReportOnAction;

/**
 * What one agency does about a recommendation: one thing, by a day that stays as it was given. How it goes is told by
 * reports that are added to it.
 */
@Entity
@Table(name = "audit_action")
public class AuditAction {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "recommendation_id")
    private Recommendation recommendation;

    @Column(name = "agency_id")
    private long agencyId;

    private String text;
    private @Nullable String measure;

    @Column(name = "measure_start")
    private @Nullable String measureStart;

    @Column(name = "measure_target")
    private @Nullable String measureTarget;

    @Column(name = "better_off")
    private String betterOff;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "added_on")
    private LocalDate addedOn;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private long addedBy;

    @ElementCollection
    @CollectionTable(name = "audit_action_contributor", joinColumns = @JoinColumn(name = "action_id"))
    @Column(name = "agency_id")
    private Set<Long> contributors;

    protected AuditAction() {}

    public AuditAction(
            Recommendation recommendation,
            PlanAction says,
            long agencyId,
            Set<Long> contributors,
            long memberId,
            LocalDate on,
            Instant at) {
        recommendation.requireActing();
        if (says.due().isBefore(on)) {
            throw new Refusal("due", "The day must not be past.");
        }
        this.publicId = Secret.publicId();
        this.recommendation = recommendation;
        this.agencyId = agencyId;
        this.text = says.text().strip();
        this.measure = blank(says.measure());
        this.measureStart = blank(says.start());
        this.measureTarget = blank(says.target());
        this.betterOff = says.betterOff().strip();
        this.dueOn = says.due();
        this.addedOn = on;
        this.addedAt = at;
        this.addedBy = memberId;
        this.contributors = new HashSet<>(contributors);
        this.contributors.remove(agencyId);
    }

    public AuditActionUpdate report(ReportOnAction says, long memberId, LocalDate on, Instant at) {
        recommendation.requireActing();
        return new AuditActionUpdate(this, says, memberId, on, at);
    }

    static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String publicId() {
        return publicId;
    }

    public long agencyId() {
        return agencyId;
    }
}
