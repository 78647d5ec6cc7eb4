package uk.org.kscb.portal.partnership.model;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Secret;

/** One role of one person in one agency, from when it was given until it is withdrawn; never deleted. */
@Entity
@Table(name = "member_role")
public class MemberRole {

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

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String board;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    protected MemberRole() {}

    MemberRole(Member member, Agency agency, Role role, @Nullable String board, Instant at, String by) {
        this.publicId = Secret.publicId();
        this.member = member;
        this.agency = agency;
        this.role = role;
        this.board = board;
        this.givenAt = at;
        this.givenBy = by;
    }

    public void withdraw(Instant at, String by) {
        if (withdrawnAt == null) {
            withdrawnAt = at;
            withdrawnBy = by;
        }
    }

    boolean isCurrent() {
        return withdrawnAt == null;
    }

    public String publicId() {
        return publicId;
    }

    public Member member() {
        return member;
    }

    public Agency agency() {
        return agency;
    }

    public Role role() {
        return role;
    }

    public Optional<String> board() {
        return Optional.ofNullable(board);
    }
}
