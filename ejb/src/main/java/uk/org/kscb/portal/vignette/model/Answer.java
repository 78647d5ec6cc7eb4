package uk.org.kscb.portal.vignette.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What one practitioner thought of one case; the newest counts. */
@Entity(name = "VignetteAnswer")
@Table(name = "vignette_answer")
public class Answer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "case_id")
    private Case about;

    private int level;
    private String why;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "member_id")
    private long memberId;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Answer() {}

    Answer(Case about, int level, String why, long agencyId, long memberId, Instant at) {
        this.about = about;
        this.level = level;
        this.why = why;
        this.agencyId = agencyId;
        this.memberId = memberId;
        this.answeredAt = at;
    }
}
