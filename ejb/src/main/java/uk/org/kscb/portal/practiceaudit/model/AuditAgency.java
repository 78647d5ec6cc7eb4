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
import uk.org.kscb.portal.practiceaudit.AgencyPart;

/** An agency's part in an audit: asked → has the references → returns, or withdraws with a reason. */
@Entity
@Table(name = "audit_agency")
public class AuditAgency {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    @Column(name = "agency_id")
    private long agencyId;

    @Enumerated(EnumType.STRING)
    private AgencyPart part;

    @Column(name = "receipt_on")
    private @Nullable LocalDate receiptOn;

    @Column(name = "receipt_by")
    private @Nullable String receiptBy;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @Column(name = "withdrawn_reason")
    private @Nullable String withdrawnReason;

    protected AuditAgency() {}

    AuditAgency(PracticeAudit audit, long agencyId, AgencyPart part) {
        this.audit = audit;
        this.agencyId = agencyId;
        this.part = part;
    }

    void confirmReceipt(String by, LocalDate on) {
        requireTakingPart();
        if (receiptOn == null) {
            receiptOn = on;
            receiptBy = by;
        }
    }

    void withdraw(String reason, LocalDate on) {
        requireTakingPart();
        withdrawnOn = on;
        withdrawnReason = reason;
    }

    private void requireTakingPart() {
        if (withdrawnOn != null) {
            throw new AgencyHasWithdrawn();
        }
    }

    public long agencyId() {
        return agencyId;
    }

    public AgencyPart part() {
        return part;
    }

    public boolean takesPart() {
        return withdrawnOn == null;
    }

    public Optional<LocalDate> receiptOn() {
        return Optional.ofNullable(receiptOn);
    }

    public Optional<LocalDate> withdrawnOn() {
        return Optional.ofNullable(withdrawnOn);
    }

    public Optional<String> withdrawnReason() {
        return Optional.ofNullable(withdrawnReason);
    }

    /** The agency takes no more part. */
    public static class AgencyHasWithdrawn extends Refusal {
        private static final long serialVersionUID = 1L;

        AgencyHasWithdrawn() {
            super("agency", "This agency no longer takes part in the audit. What it returned is kept.");
        }
    }
}
