package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import uk.org.kscb.portal.platform.Refusal;

/** That a board approved the version of a report that it read, and where that is minuted. Never changed. */
@Entity
@Table(name = "report_approval")
public class ReportApproval {
    private static final int LONGEST_MINUTE = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "report_id")
    private long reportId;

    private String board;
    private String minute;

    @Column(name = "approved_on")
    private LocalDate approvedOn;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    protected ReportApproval() {}

    public ReportApproval(AuditReport report, String board, String minute, String by, LocalDate on, Instant at) {
        if (minute.isBlank() || minute.strip().length() > LONGEST_MINUTE) {
            throw new Refusal("minute", "Say where it is minuted, in at most 200 characters.");
        }
        this.reportId = report.id();
        this.board = board;
        this.minute = minute.strip();
        this.approvedOn = on;
        this.approvedAt = at;
        this.approvedBy = by;
    }
}
