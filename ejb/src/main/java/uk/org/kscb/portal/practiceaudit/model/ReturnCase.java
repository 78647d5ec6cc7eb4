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
import uk.org.kscb.portal.practiceaudit.AgencyPart;

/**
 * One case in one agency's return, in one part. Life story: known to the agency or not → given to an auditor, who says
 * that they did not work on it → answered → the question after a concern answered → complete.
 */
@Entity
@Table(name = "return_case")
public class ReturnCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "return_id")
    private long returnId;

    @Column(name = "case_id")
    private long caseId;

    @Enumerated(EnumType.STRING)
    private AgencyPart part;

    private @Nullable Boolean known;

    @Column(name = "known_by")
    private @Nullable Long knownBy;

    @Column(name = "known_at")
    private @Nullable Instant knownAt;

    @Column(name = "auditor_member_id")
    private @Nullable Long auditorId;

    @Column(name = "declared_by")
    private @Nullable Long declaredBy;

    @Column(name = "declared_at")
    private @Nullable Instant declaredAt;

    private @Nullable String concern;

    @Column(name = "concern_at")
    private @Nullable Instant concernAt;

    @Column(name = "concern_told")
    private @Nullable String concernTold;

    @Column(name = "concern_by")
    private @Nullable Long concernBy;

    @Column(name = "concern_recorded_at")
    private @Nullable Instant concernRecordedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "completed_by")
    private @Nullable Long completedBy;

    protected ReturnCase() {}

    public ReturnCase(long returnId, long caseId, AgencyPart part) {
        this.returnId = returnId;
        this.caseId = caseId;
        this.part = part;
    }

    public long id() {
        return id;
    }

    public long returnId() {
        return returnId;
    }

    public long caseId() {
        return caseId;
    }

    public AgencyPart part() {
        return part;
    }

    public Optional<Boolean> known() {
        return Optional.ofNullable(known);
    }

    public Optional<Long> auditorId() {
        return Optional.ofNullable(auditorId);
    }

    public Optional<String> concern() {
        return Optional.ofNullable(concern);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }
}
