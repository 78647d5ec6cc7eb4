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
import uk.org.kscb.portal.platform.security.Secret;

/** What an agency says is wrong with the facts of a draft. Never changed. */
@Entity
@Table(name = "report_comment")
public class ReportComment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "report_id")
    private long reportId;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_on")
    private LocalDate madeOn;

    @Column(name = "made_at")
    private Instant madeAt;

    private String text;
    private boolean late;

    protected ReportComment() {}

    public ReportComment(AuditReport report, long agencyId, String text, String by, LocalDate on, Instant at) {
        if (text.isBlank()) {
            throw new Refusal("text", "Say which fact is wrong, and what is right.");
        }
        if (text.length() > 1500) {
            throw new Refusal("text", "Keep the comment to 1,500 characters.");
        }
        this.publicId = Secret.publicId();
        this.late = report.commentIsLate(on);
        this.reportId = report.id();
        this.agencyId = agencyId;
        this.text = text.strip();
        this.madeBy = by;
        this.madeOn = on;
        this.madeAt = at;
    }
}
