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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.AccountService.TokenView;
import uk.org.kscb.portal.platform.security.Secret;

/** A member's key to the API, for one agency. Its secret is shown once; roles are the member's at each request. */
@Entity
@Table(name = "access_token")
public class AccessToken {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "member_id")
    private Member member;

    @ManyToOne
    @JoinColumn(name = "agency_id")
    private Agency agency;

    private String label;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    protected AccessToken() {}

    public AccessToken(Member member, Agency agency, String label, String secretHash, Instant now) {
        this.publicId = Secret.publicId();
        this.member = member;
        this.agency = agency;
        this.label = label;
        this.secretHash = secretHash;
        this.createdAt = now;
    }

    public boolean isValid() {
        return revokedAt == null;
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Notes the use, but not at each of many requests: a row written a request would make the API slow. */
    public void used(Instant now) {
        if (lastUsedAt == null || lastUsedAt.plus(NOTED_EVERY).isBefore(now)) {
            lastUsedAt = now;
        }
    }

    public Member member() {
        return member;
    }

    public Agency agency() {
        return agency;
    }

    public String publicId() {
        return publicId;
    }

    public TokenView view() {
        return new TokenView(publicId, label, createdAt, lastUsedAt, revokedAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }
}
