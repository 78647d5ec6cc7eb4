package uk.org.kscb.portal.referral.model;

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
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.referral.ReceiptView.Kind;

/** One thing that was recorded about a receipt; never changed, never taken away. */
@Entity(name = "ReferralEvent")
@Table(name = "referral_event")
public class Event {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "receipt_id")
    private Receipt receipt;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String detail;
    private Instant at;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "member_id")
    private long memberId;

    protected Event() {}

    Event(Receipt receipt, Kind kind, @Nullable String detail, Instant at, Receipt.Recorder by) {
        this.receipt = receipt;
        this.kind = kind;
        this.detail = detail;
        this.at = at;
        this.recordedAt = by.now();
        this.agencyId = by.agencyId();
        this.memberId = by.memberId();
    }
}
