package uk.org.kscb.portal.partnership.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.org.kscb.portal.platform.security.Secret;

/** A job title that owns work. People hold it over time, one after another or as a job share. */
@Entity
@Table(name = "post")
public class Post {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "agency_id")
    private Agency agency;

    private String title;

    @OneToMany(mappedBy = "post", cascade = CascadeType.PERSIST)
    @OrderBy("from desc")
    private List<PostHolding> holdings = new ArrayList<>();

    protected Post() {}

    public Post(Agency agency, String title) {
        this.publicId = Secret.publicId();
        this.agency = agency;
        this.title = title;
    }

    /** From this day the member holds the post; whoever held it leaves it the day before. */
    public void fill(Member member, LocalDate from) {
        holdings.forEach(h -> h.endBefore(from));
        holdings.add(new PostHolding(this, member, from));
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public Agency agency() {
        return agency;
    }

    public String title() {
        return title;
    }

    public List<PostHolding> holdings() {
        return List.copyOf(holdings);
    }
}
