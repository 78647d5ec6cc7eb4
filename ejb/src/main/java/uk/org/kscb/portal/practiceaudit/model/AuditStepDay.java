package uk.org.kscb.portal.practiceaudit.model;

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
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.AuditStep.CountsFrom;

/** One step of one audit: so many working days after the day it counts from; done once, on a day. */
@Entity
@Table(name = "audit_step")
public class AuditStepDay {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    @Enumerated(EnumType.STRING)
    private AuditStep step;

    private int position;

    @Enumerated(EnumType.STRING)
    @Column(name = "counts_from")
    private CountsFrom countsFrom;

    @Column(name = "offset_days")
    private int offsetDays;

    @Column(name = "paused_days")
    private int pausedDays;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    protected AuditStepDay() {}

    AuditStepDay(PracticeAudit audit, AuditStep step, int offsetDays) {
        this.audit = audit;
        this.step = step;
        this.position = step.ordinal();
        this.countsFrom = step.countsFrom();
        this.offsetDays = offsetDays;
    }

    void count(LocalDate from, WorkingDays calendar) {
        if (doneOn == null) {
            dueOn = calendar.plus(from, offsetDays);
        }
    }

    void move(int offset) {
        pausedDays = 0;
        offsetDays = offset;
    }

    /** After a pause. */
    void shift(int workingDays, WorkingDays calendar) {
        if (doneOn == null && dueOn != null) {
            offsetDays += workingDays;
            pausedDays += workingDays;
            dueOn = calendar.plus(dueOn, workingDays);
        }
    }

    void done(LocalDate on) {
        if (doneOn == null) {
            doneOn = on;
        }
    }

    void undo() {
        doneOn = null;
    }

    /** As it was planned, without what a pause added; never before day 0. */
    int plannedOffset() {
        return Math.max(0, offsetDays - pausedDays);
    }

    public AuditStep step() {
        return step;
    }

    public int offsetDays() {
        return offsetDays;
    }

    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    public Optional<LocalDate> doneOn() {
        return Optional.ofNullable(doneOn);
    }
}
