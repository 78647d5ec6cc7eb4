package uk.org.kscb.portal.partnership.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody in a post, from a day until another; both days are included. */
@Entity
@Table(name = "post_holding")
public class PostHolding {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "post_id")
    private Post post;

    @ManyToOne
    @JoinColumn(name = "member_id")
    private Member member;

    @Column(name = "from_on")
    private LocalDate from;

    @Column(name = "until_on")
    private @Nullable LocalDate until;

    protected PostHolding() {}

    PostHolding(Post post, Member member, LocalDate from) {
        this.post = post;
        this.member = member;
        this.from = from;
    }

    void endBefore(LocalDate day) {
        if (until == null) {
            until = day.isAfter(from) ? day.minusDays(1) : from;
        }
    }

    public Member member() {
        return member;
    }

    public LocalDate from() {
        return from;
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }
}
