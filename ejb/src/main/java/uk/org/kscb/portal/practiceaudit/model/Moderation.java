package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.DecideGrade;
import uk.org.kscb.portal.practiceaudit.GradeSubject;

/** The panel's grade for one agency's part of one case. Written once: a panel that meets again adds another. */
@Entity
@Table(name = "moderation")
public class Moderation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "return_case_id")
    private long returnCaseId;

    @Enumerated(EnumType.STRING)
    private GradeSubject subject;

    private String grade;

    @Column(name = "self_grade")
    private @Nullable String selfGrade;

    private String reason;
    private @Nullable String dissent;

    @Column(name = "lifted_cap_reason")
    private @Nullable String liftedCapReason;

    private String panel;

    @Column(name = "moderated_by")
    private long moderatedBy;

    @Column(name = "moderated_at")
    private Instant moderatedAt;

    protected Moderation() {}

    /** @param selfGrade that the panel had before it; @param panel names and agencies */
    public Moderation(
            long returnCaseId, DecideGrade says, @Nullable String selfGrade, String panel, long by, Instant at) {
        this.returnCaseId = returnCaseId;
        this.subject = says.subject();
        this.grade = says.grade();
        this.selfGrade = selfGrade;
        this.reason = says.reason().strip();
        this.dissent = tidy(says.dissent());
        this.liftedCapReason = tidy(says.liftedCapReason());
        this.panel = panel.substring(0, Math.min(panel.length(), 500));
        this.moderatedBy = by;
        this.moderatedAt = at;
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public long id() {
        return id;
    }

    public long returnCaseId() {
        return returnCaseId;
    }

    public GradeSubject subject() {
        return subject;
    }

    public String grade() {
        return grade;
    }

    /** The self-grade that the panel had before it. */
    public Optional<String> selfGrade() {
        return Optional.ofNullable(selfGrade);
    }

    public String reason() {
        return reason;
    }

    public Optional<String> dissent() {
        return Optional.ofNullable(dissent);
    }

    public Optional<String> liftedCapReason() {
        return Optional.ofNullable(liftedCapReason);
    }

    public String panel() {
        return panel;
    }

    public long moderatedBy() {
        return moderatedBy;
    }

    public Instant moderatedAt() {
        return moderatedAt;
    }
}
