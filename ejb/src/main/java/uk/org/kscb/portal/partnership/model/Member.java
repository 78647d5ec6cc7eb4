package uk.org.kscb.portal.partnership.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Role;

/**
 * A person who can sign in. Life story: invited (no password yet) → active, by setting a password through the one-time
 * link → without any role (cannot sign in, everything they did stays).
 */
@Entity
@Table(name = "member")
public class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_name")
    private String userName;

    private String name;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    private int credentials;

    @Column(name = "last_signed_in")
    private @Nullable Instant lastSignedIn;

    @Column(name = "signed_in_before")
    private @Nullable Instant signedInBefore;

    @Column(name = "created_at")
    private Instant createdAt;

    @OneToMany(mappedBy = "member", cascade = CascadeType.PERSIST)
    private List<MemberRole> roles = new ArrayList<>();

    protected Member() {}

    public Member(String userName, String name, Instant createdAt) {
        this.userName = userName;
        this.name = name;
        this.createdAt = createdAt;
    }

    public void setPasswordHash(String hash) {
        this.passwordHash = hash;
        credentials++;
    }

    /** Counts passwords: who signed in with an earlier one is signed in no longer. */
    public int credentials() {
        return credentials;
    }

    /** Keeps the time before this one too: "since you last looked" means before this session. */
    public void signedIn(Instant now) {
        signedInBefore = lastSignedIn;
        lastSignedIn = now;
    }

    /** Gives a role once; giving it again changes nothing. */
    public Optional<MemberRole> give(Agency agency, Role role, @Nullable String board, Instant at, String by) {
        boolean held = currentRoles()
                .anyMatch(r -> r.agency().id() == agency.id()
                        && r.role() == role
                        && java.util.Objects.equals(r.board().orElse(null), board));
        if (held) {
            return Optional.empty();
        }
        MemberRole given = new MemberRole(this, agency, role, board, at, by);
        roles.add(given);
        return Optional.of(given);
    }

    public Stream<MemberRole> currentRoles() {
        return roles.stream().filter(MemberRole::isCurrent);
    }

    /** Whether the member acts, or ever acted, for the agency. */
    public boolean belongsOrBelongedTo(Agency agency) {
        return roles.stream().anyMatch(r -> r.agency().id() == agency.id());
    }

    public long id() {
        return id;
    }

    public String userName() {
        return userName;
    }

    public String name() {
        return name;
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public Optional<Instant> signedInBefore() {
        return Optional.ofNullable(signedInBefore);
    }

    public Optional<Instant> lastSignedIn() {
        return Optional.ofNullable(lastSignedIn);
    }
}
