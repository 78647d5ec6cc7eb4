package uk.org.kscb.portal.practiceaudit.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.AuditStep.CountsFrom;

/** The steps of one audit with their days. */
public final class AuditClock {
    /** About a year and a half of working days: a typing slip is further out. */
    private static final int FURTHEST = 400;

    private final List<AuditStepDay> steps;

    AuditClock(List<AuditStepDay> steps) {
        this.steps = steps;
    }

    public List<AuditStepDay> steps() {
        return steps.stream().sorted(Comparator.comparing(AuditStepDay::step)).toList();
    }

    public Optional<LocalDate> dueOn(AuditStep step) {
        return of(step).dueOn();
    }

    public Optional<LocalDate> doneOn(AuditStep step) {
        return of(step).doneOn();
    }

    void start(CountsFrom from, LocalDate day, WorkingDays calendar) {
        steps.stream().filter(s -> s.step().countsFrom() == from).forEach(s -> s.count(day, calendar));
    }

    void done(LocalDate on, AuditStep... done) {
        for (AuditStep step : done) {
            of(step).done(on);
        }
    }

    void undo(AuditStep... done) {
        for (AuditStep step : done) {
            of(step).undo();
        }
    }

    void shift(int workingDays, WorkingDays calendar) {
        steps.forEach(s -> s.shift(workingDays, calendar));
    }

    AuditStepDay of(AuditStep step) {
        return steps.stream()
                .filter(s -> s.step() == step)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the audit has no step " + step));
    }

    /** @param from day that the step counts from, if it is known yet */
    void move(AuditStep step, int offset, Optional<LocalDate> from, WorkingDays calendar) {
        AuditStepDay day = of(step);
        if (day.doneOn().isPresent()) {
            throw new Refusal("offset", "This step is done. Its day is history.");
        }
        if (step == AuditStep.SCOPE || offset < 0 || offset > FURTHEST) {
            throw new Refusal(
                    "offset", "Give the day as 0 to " + FURTHEST + " working days; the scope is always day 0.");
        }
        for (AuditStepDay other : steps) {
            boolean sameStart = other.step().countsFrom() == step.countsFrom();
            if (sameStart && other.step().compareTo(step) < 0 && other.offsetDays() > offset) {
                throw new Refusal(
                        "offset",
                        "“" + other.step().words() + "” comes before it and is on day " + other.offsetDays()
                                + ". Move that first.");
            }
        }
        day.move(offset);
        from.ifPresent(start -> day.count(start, calendar));
    }
}
