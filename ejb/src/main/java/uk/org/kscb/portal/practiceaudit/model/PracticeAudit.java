package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditState;

/**
 * A multi-agency audit of practice. Life story: scoped → piloted → sampled → agencies notified → returns collected → in →
 * moderated → checked for accuracy → reported → approved → acted upon → audited again → closed. It may be paused and
 * resumed, or cancelled, with a reason. Each step has a day that counts in working days.
 */
@Entity
@Table(name = "practice_audit")
public class PracticeAudit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    private String code;
    private String title;
    private String theme;
    private String question;

    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "programme_line_id")
    private @Nullable Long programmeLineId;

    @Column(name = "tool_version_id")
    private @Nullable Long toolVersionId;

    @Column(name = "grading_scheme")
    private String gradingScheme;

    @Enumerated(EnumType.STRING)
    private AuditState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "paused_from")
    private @Nullable AuditState pausedFrom;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Column(name = "scope_approved_on")
    private @Nullable LocalDate scopeApprovedOn;

    @Column(name = "scope_minute")
    private @Nullable String scopeMinute;

    @Column(name = "returns_due_on")
    private @Nullable LocalDate returnsDueOn;

    @Column(name = "returns_closed_on")
    private @Nullable LocalDate returnsClosedOn;

    @Column(name = "report_minute")
    private @Nullable String reportMinute;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Column(name = "released_on")
    private @Nullable LocalDate releasedOn;

    @ManyToOne
    @JoinColumn(name = "reaudit_of_id")
    private @Nullable PracticeAudit reauditOf;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @OneToMany(mappedBy = "audit", cascade = CascadeType.PERSIST)
    private List<AuditAgency> agencies;

    @Version
    private long version;

    protected PracticeAudit() {}

    /** What an audit is about, as it is scoped. */
    public record Scope(
            String code,
            String title,
            String theme,
            String question,
            AuditKind kind,
            long ownerId,
            String gradingScheme,
            LocalDate periodFrom,
            LocalDate periodUntil) {}

    public PracticeAudit(Scope scope, String by, Instant at) {
        this.publicId = Secret.publicId();
        this.code = scope.code();
        this.title = scope.title();
        this.theme = scope.theme();
        this.question = scope.question();
        this.kind = scope.kind();
        this.ownerId = scope.ownerId();
        this.gradingScheme = scope.gradingScheme();
        this.periodFrom = scope.periodFrom();
        this.periodUntil = scope.periodUntil();
        this.state = AuditState.SCOPED;
        this.createdAt = at;
        this.createdBy = by;
        this.agencies = new ArrayList<>();
    }

    /** Adds an agency, or gives it another part while it takes part. */
    public AuditAgency invite(long agencyId, AgencyPart part) {
        AuditAgency agency = new AuditAgency(this, agencyId, part);
        agencies.add(agency);
        return agency;
    }

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
