package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.ReturnState;

/**
 * What one agency returns to one audit. Life story: opened when the agency is notified → answered by its auditors →
 * signed off by a coordinator who audited nothing of it, and locked → perhaps reopened, with a reason and by two
 * people; what had been signed is kept.
 */
@Entity
@Table(name = "agency_return")
public class AgencyReturn {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "audit_id")
    private long auditId;

    @Column(name = "agency_id")
    private long agencyId;

    @Enumerated(EnumType.STRING)
    private ReturnState state;

    private int round;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "signed_by")
    private @Nullable Long signedBy;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    @Column(name = "reopened_at")
    private @Nullable Instant reopenedAt;

    protected AgencyReturn() {}

    public AgencyReturn(long auditId, long agencyId, Instant at) {
        this.publicId = Secret.publicId();
        this.auditId = auditId;
        this.agencyId = agencyId;
        this.state = ReturnState.OPEN;
        this.round = 1;
        this.openedAt = at;
    }

    /** @param audited whether the signer is one of its auditors */
    public void sign(long by, boolean audited, Instant at) {
        requireOpen();
        if (audited) {
            throw new WhoAuditedMayNotSign();
        }
        state = ReturnState.SIGNED_OFF;
        signedBy = by;
        signedAt = at;
    }

    /** After a second person agreed. */
    public void reopen(Instant at) {
        if (state.open()) {
            throw new Refusal("This return is open already.");
        }
        state = ReturnState.REOPENED;
        round++;
        reopenedAt = at;
    }

    public void requireOpen() {
        if (!state.open()) {
            throw new ReturnIsSigned();
        }
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long auditId() {
        return auditId;
    }

    public long agencyId() {
        return agencyId;
    }

    public ReturnState state() {
        return state;
    }

    public int round() {
        return round;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Long> signedBy() {
        return Optional.ofNullable(signedBy);
    }

    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    public Optional<Instant> reopenedAt() {
        return Optional.ofNullable(reopenedAt);
    }

    /** What is signed off is locked. */
    public static class ReturnIsSigned extends Refusal {
        private static final long serialVersionUID = 1L;

        public ReturnIsSigned() {
            super("This return is signed off and locked. To change it, ask for it to be reopened.");
        }
    }

    /** Two people see every return. */
    public static class WhoAuditedMayNotSign extends Refusal {
        public static final String WHY_NOT =
                "You are an auditor of this return: you were given a case or answered part of it. Another coordinator of"
                        + " your agency must sign it off.";
        private static final long serialVersionUID = 1L;

        WhoAuditedMayNotSign() {
            super(WHY_NOT);
        }
    }
}
