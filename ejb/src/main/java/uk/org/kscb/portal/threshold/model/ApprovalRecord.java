package uk.org.kscb.portal.threshold.model;

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
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.threshold.Body;
import uk.org.kscb.portal.threshold.EditionHead.Approval;

/** A body's decision on an edition; kept when the wording is opened again, but then it no longer counts. */
@Entity
@Table(name = "guidance_approval")
public class ApprovalRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "edition_id")
    private EditionRecord edition;

    @Enumerated(EnumType.STRING)
    private Body body;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    private String minute;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "void_at")
    private @Nullable Instant voidAt;

    @Column(name = "void_by")
    private @Nullable String voidBy;

    @Column(name = "void_reason")
    private @Nullable String voidReason;

    protected ApprovalRecord() {}

    ApprovalRecord(EditionRecord edition, Body body, LocalDate decidedOn, String minute, String by, Instant at) {
        this.edition = edition;
        this.body = body;
        this.decidedOn = decidedOn;
        this.minute = minute;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    void voidBecause(String reason, String by, Instant at) {
        voidReason = reason;
        voidBy = by;
        voidAt = at;
    }

    boolean stands() {
        return voidAt == null;
    }

    Body body() {
        return body;
    }

    Approval view() {
        return new Approval(body, decidedOn, minute);
    }
}
