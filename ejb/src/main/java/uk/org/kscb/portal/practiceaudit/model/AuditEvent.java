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
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.AuditStep;

/** Something that happened to an audit, in the state that it led to. Never changed, never removed. */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String what;

    @Enumerated(EnumType.STRING)
    private AuditState state;

    @Column(name = "agency_id")
    private @Nullable Long agencyId;

    @Enumerated(EnumType.STRING)
    private @Nullable AuditStep step;

    private String detail;
    private @Nullable String reason;

    protected AuditEvent() {}

    /** @param what a word of {@code AuditMove}, or one of the smaller things that happen: CHASED, REMINDED, STEP_MOVED */
    AuditEvent(PracticeAudit audit, String what, String detail, @Nullable String reason, Happening when) {
        this.audit = audit;
        this.what = what;
        this.state = audit.state();
        this.detail = detail;
        this.reason = reason;
        this.happenedOn = when.day();
        this.recordedAt = when.at();
        this.recordedBy = when.by();
    }

    AuditEvent about(long agencyId) {
        this.agencyId = agencyId;
        return this;
    }

    AuditEvent about(AuditStep step) {
        this.step = step;
        return this;
    }

    public String what() {
        return what;
    }

    public AuditState state() {
        return state;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Optional<Long> agencyId() {
        return Optional.ofNullable(agencyId);
    }

    public Optional<AuditStep> step() {
        return Optional.ofNullable(step);
    }

    public String detail() {
        return detail;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
