package uk.org.kscb.portal.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement between two agencies, without the child.
 *
 * @param days working days from the beginning until it ended, or until today
 * @param due last day for the stage it stands at; null when it has ended
 * @param provisional the due day is past the last year whose bank holidays are loaded
 * @param mayMove the viewer's agency is one of the two, and it has not ended
 */
public record EscalationView(
        String reference,
        String agency,
        String other,
        EscalationTheme theme,
        LocalDate begun,
        int stage,
        LocalDate stageSince,
        @Nullable LocalDate due,
        boolean overdue,
        boolean provisional,
        int days,
        @Nullable LocalDate ended,
        @Nullable EscalationOutcome outcome,
        boolean mayMove) {

    /** A rung of the ladder: who talks to whom, and how many working days that may take. */
    public record Rung(int stage, String who, int within) {}

    /** What agencies disagree about, and how long it takes: counts only. */
    public record Themes(List<ThemeLine> lines, long all) {}

    /**
     * @param reached how many reached stage 1, 2, 3, 4, 5
     * @param meanDays working days of those that have ended, rounded to one decimal; null when none has
     * @param keptBack counts are kept back because they are small
     */
    public record ThemeLine(
            EscalationTheme theme,
            long count,
            long open,
            List<Long> reached,
            @Nullable Double meanDays,
            boolean keptBack) {}
}
