package uk.org.kscb.portal.partnership.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.AgencyView;

/**
 * An agency of the partnership: a tenant. It may stand under another (a school under Schools), whose shared material it
 * sees; never the other way round, and never its siblings'.
 */
@Entity
@Table(name = "agency")
public class Agency {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String code;
    private String name;

    @jakarta.persistence.Column(name = "short_name")
    private String shortName;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "umbrella_id")
    private @Nullable Agency umbrella;

    private int position;

    protected Agency() {}

    public Agency(String code, String name, String shortName, @Nullable Agency umbrella, int position) {
        this.code = code;
        this.name = name;
        this.shortName = shortName;
        this.umbrella = umbrella;
        this.position = position;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String shortName() {
        return shortName;
    }

    public Optional<Agency> umbrella() {
        return Optional.ofNullable(umbrella);
    }

    public AgencyView view() {
        return new AgencyView(code, name, shortName, umbrella == null ? null : umbrella.code());
    }
}
