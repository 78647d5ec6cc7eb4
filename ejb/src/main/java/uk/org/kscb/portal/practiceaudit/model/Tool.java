package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.ToolState;

/**
 * What a kind of audit asks, in numbered versions. Life story of a version: draft → piloted on two cases → frozen by
 * its first use → retired. At most one version at a time may be worked on.
 */
@Entity
@Table(name = "audit_tool")
public class Tool {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    private String name;
    private String kind;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    @OneToMany(mappedBy = "tool", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<ToolVersion> versions = new ArrayList<>();

    protected Tool() {}

    /** @param kind of audit that it is for: {@code REFERRAL_QUALITY} and its like */
    public Tool(String name, String kind, Instant at, String by) {
        this.publicId = Secret.publicId();
        this.name = name;
        this.kind = kind;
        this.madeAt = at;
        this.madeBy = by;
    }

    /** The next version, empty. */
    public ToolVersion draft(Instant at, String by) {
        worked().ifPresent(open -> {
            throw new VersionIsOpen(open.number());
        });
        ToolVersion next = new ToolVersion(this, versions.size() + 1, at, by);
        versions.add(next);
        return next;
    }

    /** The version that is being worked on. */
    public Optional<ToolVersion> worked() {
        return versions.stream().filter(v -> v.state().editable()).findFirst();
    }

    /** The newest version that audits may use. */
    public Optional<ToolVersion> inUse() {
        return versions.reversed().stream()
                .filter(v -> v.state() == ToolState.FROZEN)
                .findFirst();
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public String madeBy() {
        return madeBy;
    }

    public List<ToolVersion> versions() {
        return versions;
    }

    /** One version at a time is worked on. */
    public static class VersionIsOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        VersionIsOpen(int number) {
            super("Version " + number + " is still being worked on. Finish or freeze it before starting another.");
        }
    }
}
