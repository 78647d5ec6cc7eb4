package uk.org.kscb.portal.referral.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.referral.EscalationOutcome;

/** A stage that was reached, or the end; never changed. */
@Entity
@Table(name = "escalation_step")
public class EscalationStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "escalation_id")
    private long escalationId;

    private int stage;

    @Column(name = "reached_on")
    private LocalDate reachedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EscalationOutcome outcome;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "member_id")
    private long memberId;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected EscalationStep() {}

    EscalationStep(
            long escalationId, int stage, LocalDate on, @Nullable EscalationOutcome outcome, Receipt.Recorder by) {
        this.escalationId = escalationId;
        this.stage = stage;
        this.reachedOn = on;
        this.outcome = outcome;
        this.agencyId = by.agencyId();
        this.memberId = by.memberId();
        this.recordedAt = by.now();
    }
}
