package uk.org.kscb.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.ActionFilter.Due;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.ActionFilter.Sort;

class ActionFilterTest {

    @Test
    void an_address_that_is_sent_shows_the_same_list_again() {
        ActionFilter filter = new ActionFilter(
                Show.JOINT,
                Set.of(DeliveryStatus.AT_RISK, DeliveryStatus.NO_UPDATE),
                Due.SOON,
                Set.of("POLICE", "NHS-ECK"),
                Set.of(2, 4),
                Set.of("2.4"),
                Set.of("IN 2", "CT 9"),
                "health & dental",
                Sort.UPDATE,
                true,
                3,
                100,
                LocalDate.of(2011, 6, 30));
        assertThat(ActionFilter.from(parameters(filter.toQuery()), Show.ALL)).isEqualTo(filter);
    }

    @Test
    void what_makes_no_sense_is_left_out_and_never_an_error() {
        ActionFilter filter = ActionFilter.from(
                parameters(
                        "show=theirs&status=purple,late&due=someday&priority=x&sort=colour&page=-4&size=9999&asAt=31"),
                Show.MINE);
        assertThat(filter.show()).isEqualTo(Show.MINE);
        assertThat(filter.statuses()).containsExactly(DeliveryStatus.LATE);
        assertThat(filter.due()).isEqualTo(Due.ANY);
        assertThat(filter.priorities()).isEmpty();
        assertThat(filter.sort()).isEqualTo(Sort.DUE);
        assertThat(filter.page()).isEqualTo(1);
        assertThat(filter.size()).isEqualTo(ActionFilter.MOST);
        assertThat(filter.asAt()).isNull();
    }

    @Test
    void a_reference_is_known_however_it_is_written() {
        assertThat(List.of("IN 2", "in2", "IN2.", " In  2 "))
                .allSatisfy(written ->
                        assertThat(ActionFilter.tidyReference(written)).isEqualTo("IN 2"));
    }

    @Test
    void sorting_twice_by_the_same_column_turns_the_order_round() {
        ActionFilter once = ActionFilter.usual(Show.ALL).onPage(4).sortedBy(Sort.REF);
        assertThat(once.descending()).isFalse();
        assertThat(once.page()).as("a new order starts at the front").isEqualTo(1);
        assertThat(once.sortedBy(Sort.REF).descending()).isTrue();
        assertThat(once.sortedBy(Sort.REF).sortedBy(Sort.REF).descending()).isFalse();
    }

    private static Map<String, List<String>> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.groupingBy(
                        p -> p[0],
                        Collectors.mapping(
                                p -> java.net.URLDecoder.decode(p[1], java.nio.charset.StandardCharsets.UTF_8),
                                Collectors.toList())));
    }
}
