package uk.org.kscb.portal.partnership.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A one-time link with which an invited person sets a password. Open until used or {@link #LASTS} has passed. */
@Entity
@Table(name = "invitation")
public class Invitation {
    public static final Duration LASTS = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "member_id")
    private Member member;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "invited_by")
    private String invitedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected Invitation() {}

    public Invitation(Member member, String secretHash, String invitedBy, Instant now) {
        this.member = member;
        this.secretHash = secretHash;
        this.invitedBy = invitedBy;
        this.expiresAt = now.plus(LASTS);
    }

    public boolean isOpen(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    public void use(Instant now) {
        usedAt = now;
    }

    public Member member() {
        return member;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
