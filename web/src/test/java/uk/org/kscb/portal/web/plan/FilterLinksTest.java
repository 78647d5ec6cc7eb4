package uk.org.kscb.portal.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.ActionList;
import uk.org.kscb.portal.plan.ActionList.Choice;
import uk.org.kscb.portal.plan.ActionList.Facets;

class FilterLinksTest {
    private static final ActionFilter FILTER = ActionFilter.from(
            Map.of(
                    "show", List.of("joint"),
                    "status", List.of("late", "at-risk"),
                    "agency", List.of("POLICE"),
                    "ref", List.of("in2"),
                    "q", List.of("work & shop"),
                    "page", List.of("3"),
                    "asAt", List.of("2011-03-31")),
            Show.ALL);

    @Test
    void each_chosen_filter_can_be_taken_off_alone() {
        List<FilterLinks.Chip> chips = FilterLinks.chips(listOf(FILTER));

        assertThat(chips)
                .extracting(FilterLinks.Chip::words)
                .containsExactly(
                        "Words: “work & shop”", "Status: late", "Status: at risk", "Agency: Police", "Answers to IN 2");
        assertThat(chips.get(1).href())
                .isEqualTo("/actions?show=joint&status=at-risk&agency=POLICE&ref=IN+2&q=work+%26+shop&asAt=2011-03-31");
    }

    @Test
    void clearing_keeps_the_tab_and_the_day() {
        assertThat(FilterLinks.href(FilterLinks.unfiltered(FILTER))).isEqualTo("/actions?show=joint&asAt=2011-03-31");
    }

    @Test
    void another_day_or_length_starts_at_the_first_page() {
        assertThat(FilterLinks.on(FILTER, null).page()).isEqualTo(1);
        assertThat(FilterLinks.sized(FILTER, 25).page()).isEqualTo(1);
    }

    private static ActionList listOf(ActionFilter filter) {
        Facets facets = new Facets(
                List.of(),
                List.of(),
                List.of(new Choice("POLICE", "Police", 3, true)),
                List.of(),
                List.of(),
                List.of());
        return new ActionList(filter, LocalDate.of(2011, 3, 31), List.of(), 0, 0, 0, 0, facets);
    }
}
