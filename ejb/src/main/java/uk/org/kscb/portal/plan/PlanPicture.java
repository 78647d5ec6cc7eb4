package uk.org.kscb.portal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole plan on one page: how each priority stands, and every milestone on a line of time. */
public record PlanPicture(
        String title, LocalDate asAt, LocalDate from, LocalDate to, List<PriorityLine> priorities, long actions) {

    /** @param counts actions by status; a status without actions is absent */
    public record PriorityLine(
            int no, String title, Map<DeliveryStatus, Long> counts, long actions, List<OutcomeLine> outcomes) {}

    public record OutcomeLine(String ref, String text, List<ActionLine> actions) {}

    public record ActionLine(String ref, String text, DeliveryStatus status, List<Span> spans) {}

    /** @param start equal to end for a deadline without a start */
    public record Span(
            int no,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean review,
            boolean completed,
            String timescaleRaw) {}
}
