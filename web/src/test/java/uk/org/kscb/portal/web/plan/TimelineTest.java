package uk.org.kscb.portal.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.PlanPicture;
import uk.org.kscb.portal.plan.PlanPicture.ActionLine;
import uk.org.kscb.portal.plan.PlanPicture.OutcomeLine;
import uk.org.kscb.portal.plan.PlanPicture.PriorityLine;
import uk.org.kscb.portal.plan.PlanPicture.Span;

class TimelineTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2012, 12, 31);

    @Test
    void everything_drawn_stays_within_the_plot() {
        Timeline timeline = timeline(new Span(1, FIRST, LAST, false, false, "1 January 2011 - 31 December 2012"));

        Timeline.Bar bar =
                timeline.groups().getFirst().lines().getFirst().bars().getFirst();
        assertThat(bar.x()).isPositive();
        assertThat(bar.end()).isLessThan(Timeline.WIDTH);
        assertThat(timeline.today()).isBetween(bar.x(), bar.end());
        assertThat(timeline.months()).extracting(Timeline.Mark::year).contains("2011", "2012");
    }

    @Test
    void a_milestone_without_an_end_runs_on_broken() {
        Timeline timeline = timeline(new Span(1, FIRST, null, false, false, "ongoing"));

        assertThat(timeline.groups()
                        .getFirst()
                        .lines()
                        .getFirst()
                        .bars()
                        .getFirst()
                        .open())
                .isTrue();
    }

    @Test
    void a_milestone_without_any_date_is_told_and_not_drawn() {
        Timeline.Line line = timeline(new Span(1, null, null, false, true, "Completed"))
                .groups()
                .getFirst()
                .lines()
                .getFirst();

        assertThat(line.bars()).isEmpty();
        assertThat(line.words()).isEqualTo("On track. Complete, no date given");
    }

    @Test
    void a_plan_of_one_day_can_be_drawn() {
        PlanPicture empty = new PlanPicture("Plan", FIRST, FIRST, FIRST, List.of(), 0);

        assertThat(Timeline.of(empty, "").groups()).isEmpty();
    }

    private static Timeline timeline(Span span) {
        ActionLine action = new ActionLine("1.1.1", "Do it", DeliveryStatus.ON_TRACK, List.of(span));
        PriorityLine priority = new PriorityLine(
                1,
                "Leadership",
                Map.of(DeliveryStatus.ON_TRACK, 1L),
                1,
                List.of(new OutcomeLine("1.1", "Better", List.of(action))));
        return Timeline.of(new PlanPicture("Plan", LocalDate.of(2011, 6, 15), FIRST, LAST, List.of(priority), 1), "");
    }
}
