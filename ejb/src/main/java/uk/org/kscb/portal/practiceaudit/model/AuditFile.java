package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditState;

/** What is kept of an audit, and where it stands. What happens to it is in {@link PracticeAudit}. */
@MappedSuperclass
public abstract class AuditFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "public_id")
    String publicId;

    String code;
    String title;
    String theme;
    String question;

    @Enumerated(EnumType.STRING)
    AuditKind kind;

    @Column(name = "owner_id")
    long ownerId;

    @Column(name = "programme_line_id")
    @Nullable
    Long programmeLineId;

    @Column(name = "programme_quarter")
    @Nullable
    Integer programmeQuarter;

    @Column(name = "tool_version_id")
    @Nullable
    Long toolVersionId;

    @Column(name = "grading_scheme")
    String gradingScheme;

    @Enumerated(EnumType.STRING)
    AuditState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "paused_from")
    @Nullable
    AuditState pausedFrom;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Column(name = "scope_approved_on")
    @Nullable
    LocalDate scopeApprovedOn;

    @Column(name = "scope_minute")
    @Nullable
    String scopeMinute;

    @Column(name = "returns_due_on")
    @Nullable
    LocalDate returnsDueOn;

    @Column(name = "returns_closed_on")
    @Nullable
    LocalDate returnsClosedOn;

    @Column(name = "returns_closed_at")
    @Nullable
    Instant returnsClosedAt;

    @Column(name = "paused_on")
    @Nullable
    LocalDate pausedOn;

    @Column(name = "report_minute")
    @Nullable
    String reportMinute;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    @Column(name = "released_on")
    @Nullable
    LocalDate releasedOn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reaudit_of_id")
    @Nullable
    PracticeAudit reauditOf;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @OneToMany(mappedBy = "audit", cascade = CascadeType.PERSIST)
    List<AuditAgency> agencies;

    @OneToMany(mappedBy = "audit", cascade = CascadeType.PERSIST)
    List<AuditStepDay> steps;

    @Version
    long version;

    protected AuditFile() {}

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String theme() {
        return theme;
    }

    public String question() {
        return question;
    }

    public AuditKind kind() {
        return kind;
    }

    public long ownerId() {
        return ownerId;
    }

    public AuditState state() {
        return state;
    }

    public String gradingScheme() {
        return gradingScheme;
    }

    public Optional<Long> toolVersionId() {
        return Optional.ofNullable(toolVersionId);
    }

    public LocalDate periodFrom() {
        return periodFrom;
    }

    public LocalDate periodUntil() {
        return periodUntil;
    }

    public Optional<LocalDate> scopeApprovedOn() {
        return Optional.ofNullable(scopeApprovedOn);
    }

    /** The last day on which agencies answer. */
    public Optional<LocalDate> returnsDueOn() {
        return Optional.ofNullable(returnsDueOn);
    }

    /** When returns were closed; what is being typed then is taken a little longer. */
    public Optional<Instant> returnsClosedAt() {
        return Optional.ofNullable(returnsClosedAt);
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** The day from which agencies see moderated grades of their own cases. */
    public Optional<LocalDate> releasedOn() {
        return Optional.ofNullable(releasedOn);
    }

    public Optional<PracticeAudit> reauditOf() {
        return Optional.ofNullable(reauditOf);
    }

    public Optional<String> scopeMinute() {
        return Optional.ofNullable(scopeMinute);
    }

    public Optional<String> reportMinute() {
        return Optional.ofNullable(reportMinute);
    }

    public Optional<AuditState> pausedFrom() {
        return Optional.ofNullable(pausedFrom);
    }

    public List<AuditAgency> agencies() {
        return List.copyOf(agencies);
    }

    public Optional<AuditAgency> agency(long agencyId) {
        return agencies.stream().filter(a -> a.agencyId() == agencyId).findFirst();
    }

    public long version() {
        return version;
    }
}
