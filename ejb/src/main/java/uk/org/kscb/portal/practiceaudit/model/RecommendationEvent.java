package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a board decided about a recommendation, when and why. Never changed: a later decision is another. */
@Entity
@Table(name = "recommendation_event")
public class RecommendationEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "recommendation_id")
    private long recommendationId;

    private String what;
    private @Nullable String reason;
    private @Nullable String board;
    private @Nullable String minute;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "for_agency")
    private String forAgency;

    protected RecommendationEvent() {}

    /** @param board whose decision it is; @param minute where it is written down */
    public record Minuted(String board, String minute) {}

    /** @param what a {@link uk.org.kscb.portal.practiceaudit.Decision} or {@link uk.org.kscb.portal.practiceaudit.Closure} */
    public RecommendationEvent(
            Recommendation recommendation,
            Enum<?> what,
            String reason,
            Minuted where,
            String by,
            String agency,
            LocalDate on,
            Instant at) {
        this.recommendationId = recommendation.id();
        this.what = what.name();
        this.reason = reason.isBlank() ? null : reason.strip();
        this.board = where.board();
        this.minute = where.minute();
        this.recordedBy = by;
        this.forAgency = agency;
        this.happenedOn = on;
        this.recordedAt = at;
    }
}
