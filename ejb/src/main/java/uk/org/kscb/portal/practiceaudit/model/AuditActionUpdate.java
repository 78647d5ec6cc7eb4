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
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.ReportOnAction;

/** One report on an action, with what shows it. Never changed. */
@Entity
@Table(name = "audit_action_update")
public class AuditActionUpdate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "action_id")
    private AuditAction action;

    @Column(name = "reported_on")
    private LocalDate reportedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "reported_by")
    private long reportedBy;

    @Enumerated(EnumType.STRING)
    private ReportedStatus status;

    private String done;
    private @Nullable String evidence;

    @Column(name = "evidence_link")
    private @Nullable String evidenceLink;

    protected AuditActionUpdate() {}

    AuditActionUpdate(AuditAction action, ReportOnAction says, long memberId, LocalDate on, Instant at) {
        if (says.status() == ReportedStatus.COMPLETE && AuditAction.blank(says.evidence()) == null) {
            throw new Refusal("evidence", "Name what shows that it is done: a minute, a report, a policy, a survey.");
        }
        this.action = action;
        this.status = says.status();
        this.done = says.done().strip();
        this.evidence = AuditAction.blank(says.evidence());
        this.evidenceLink = link(AuditAction.blank(says.evidenceLink()));
        this.reportedBy = memberId;
        this.reportedOn = on;
        this.recordedAt = at;
    }

    /** Links lead to pages and to nothing that a browser would run. */
    private static @Nullable String link(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI address = URI.create(text);
            if ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal("evidenceLink", "This is not an address. It begins with https://");
        }
        throw new Refusal("evidenceLink", "Give an address that begins with https://");
    }
}
