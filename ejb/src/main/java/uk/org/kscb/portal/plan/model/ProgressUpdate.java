package uk.org.kscb.portal.plan.model;

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
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;

/** What an agency said of its contribution on a day. Written once, never changed: a correction is another update. */
@Entity
@Table(name = "progress_update")
public class ProgressUpdate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "contribution_id")
    private Contribution contribution;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "member_id")
    private @Nullable Long memberId;

    @Column(name = "reported_on")
    private LocalDate reportedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private ReportedStatus status;

    private String done;

    @Column(name = "next_step")
    private @Nullable String next;

    private @Nullable String blocks;

    @Column(name = "agency_only")
    private boolean agencyOnly;

    protected ProgressUpdate() {}

    ProgressUpdate(
            Contribution contribution, ReportProgress report, @Nullable Long memberId, LocalDate on, Instant at) {
        this.contribution = contribution;
        this.agencyId = contribution.agencyId();
        this.memberId = memberId;
        this.reportedOn = on;
        this.recordedAt = at;
        this.status = report.status();
        this.done = report.done().strip();
        this.next = tidy(report.next());
        this.blocks = tidy(report.blocks());
        this.agencyOnly = report.agencyOnly();
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public LocalDate reportedOn() {
        return reportedOn;
    }

    public ReportedStatus status() {
        return status;
    }

    public String done() {
        return done;
    }

    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    public Optional<String> blocks() {
        return Optional.ofNullable(blocks);
    }

    public boolean agencyOnly() {
        return agencyOnly;
    }
}
