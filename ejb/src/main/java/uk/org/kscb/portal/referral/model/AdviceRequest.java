package uk.org.kscb.portal.referral.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.referral.AdviceTheme;
import uk.org.kscb.portal.referral.District;

/** A practitioner asks for a talk about whether to refer; the desk answers once, by voice, and records when. */
@Entity
@Table(name = "advice_request")
public class AdviceRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String reference;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private District district;

    @Enumerated(EnumType.STRING)
    private AdviceTheme theme;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    private boolean provisional;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    private @Nullable Long answeredBy;

    protected AdviceRequest() {}

    public AdviceRequest(
            District district, AdviceTheme theme, Receipt.Recorder by, Instant dueAt, boolean provisional) {
        String letters = Secret.publicId();
        this.reference = letters.substring(0, 4) + "-" + letters.substring(4, 8);
        this.agencyId = by.agencyId();
        this.memberId = by.memberId();
        this.district = district;
        this.theme = theme;
        this.askedAt = by.now();
        this.dueAt = dueAt;
        this.provisional = provisional;
    }

    /** By another table of bank holidays. */
    public void countAnew(Instant due, boolean unsure) {
        dueAt = due;
        provisional = unsure;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public void answered(Receipt.Recorder by) {
        if (answeredAt != null) {
            throw new AlreadyAnswered();
        }
        answeredAt = by.now();
        answeredBy = by.memberId();
    }

    /** Somebody has answered it. */
    public static class AlreadyAnswered extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadyAnswered() {
            super("A colleague has recorded an answer already.");
        }
    }
}
