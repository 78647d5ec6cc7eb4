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
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Secret;

/**
 * One role of one person in one agency. Life story: given, and waiting for a second person where an administrator gave it
 * → in effect → waiting again when an administrator makes its holder a new link → withdrawn; never deleted.
 */
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

    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    @Column(name = "asked_by")
    private @Nullable String askedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

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

    /** From now on it gives nothing until somebody else than the one who asks has confirmed it. */
    public void waitForSecondPerson(Instant at, String by) {
        if (waitingSince == null && confirmedAt == null && !givenAt.equals(at)) {
            confirmedAt = givenAt; // it was in effect without a second person
            confirmedBy = givenBy;
        }
        waitingSince = at;
        askedBy = by;
    }

    /** @param by user name of the second person */
    public void confirm(Instant at, String by) {
        if (withdrawnAt != null || waitingSince == null) {
            throw new Refusal("This role does not wait for anybody any more.");
        }
        if (by.equals(askedBy) || by.equals(member.userName())) {
            throw new SecondPersonNeeded();
        }
        waitingSince = null;
        confirmedAt = at;
        confirmedBy = by;
    }

    /** Given, but without any effect yet. */
    public boolean isWaiting() {
        return waitingSince != null;
    }

    public Optional<String> askedBy() {
        return Optional.ofNullable(askedBy);
    }

    /** Whoever gave a role, or has it, does not confirm it. */
    public static class SecondPersonNeeded extends Refusal {
        private static final long serialVersionUID = 1L;

        SecondPersonNeeded() {
            super("Somebody else must confirm this: not the person who gave the role, nor the one who gets it.");
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
