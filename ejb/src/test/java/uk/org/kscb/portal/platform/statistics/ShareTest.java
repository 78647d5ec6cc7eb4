package uk.org.kscb.portal.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void a_share_is_shown_with_the_interval_that_its_sample_allows() {
        assertThat(new Share(39, 57).percent()).contains(68L);
        assertThat(percents(new Share(39, 57))).containsExactly(56L, 79L);
        assertThat(percents(new Share(14, 20))).containsExactly(48L, 85L);
        assertThat(percents(new Share(21, 55))).containsExactly(27L, 51L);
    }

    @Test
    void none_and_all_have_intervals_too() {
        assertThat(percents(new Share(0, 20))).containsExactly(0L, 16L);
        assertThat(percents(new Share(20, 20))).containsExactly(84L, 100L);
    }

    @Test
    void all_not_applicable_is_no_share_rather_than_nought() {
        var nothing = new Share(0, 0);
        assertThat(nothing.percent()).isEmpty();
        assertThat(nothing.interval()).isEmpty();
        assertThat(nothing.value()).isEmpty();
    }

    @Test
    void fewer_than_twenty_are_not_compared() {
        assertThat(new Share(10, 19).comparable()).isFalse();
        assertThat(new Share(10, 20).comparable()).isTrue();
    }

    @Test
    void more_than_all_is_refused() {
        assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void small_counts_and_small_bases_are_kept_back() {
        assertThat(SmallNumbers.small(new Share(5, 57))).isTrue();
        assertThat(SmallNumbers.small(new Share(9, 10))).isTrue();
        assertThat(SmallNumbers.small(new Share(6, 11))).isFalse();
    }

    @Test
    void a_second_cell_goes_where_subtraction_would_reveal_the_first() {
        var cells = List.of(new Share(39, 57), new Share(9, 57), new Share(4, 57));
        assertThat(SmallNumbers.hidden(cells)).containsExactly(false, true, true);
        assertThat(SmallNumbers.givenAway(cells, List.of(false, false, true))).isTrue();
    }

    @Test
    void two_small_cells_protect_each_other() {
        var cells = List.of(new Share(39, 57), new Share(9, 57), new Share(5, 57), new Share(4, 57));
        assertThat(SmallNumbers.hidden(cells)).containsExactly(false, false, true, true);
    }

    @Test
    void two_noughts_do_not_protect_each_other() {
        var cells = List.of(new Share(30, 57), new Share(27, 57), new Share(0, 57), new Share(0, 57));
        assertThat(SmallNumbers.hidden(cells)).containsExactly(false, true, true, true);
    }

    @Test
    void nothing_small_is_nothing_hidden() {
        assertThat(SmallNumbers.hidden(Collections.nCopies(3, new Share(12, 40))))
                .containsOnly(false);
    }

    @Test
    void a_lone_cell_gives_itself_away_by_its_total() {
        var cells = List.of(new Share(3, 57));
        assertThat(SmallNumbers.givenAway(cells, SmallNumbers.hidden(cells))).isTrue();
    }

    @Test
    void in_a_table_neither_a_row_nor_a_column_gives_a_cell_away() {
        var table = List.of(
                List.of(new Share(3, 60), new Share(20, 60), new Share(30, 60)),
                List.of(new Share(25, 60), new Share(11, 60), new Share(18, 60)),
                List.of(new Share(9, 60), new Share(26, 60), new Share(21, 60)));
        var hidden = SmallNumbers.hiddenInTable(table);
        for (int place = 0; place < 3; place++) {
            int at = place;
            assertThat(SmallNumbers.givenAway(table.get(at), hidden.get(at))).isFalse();
            assertThat(SmallNumbers.givenAway(
                            table.stream().map(row -> row.get(at)).toList(),
                            hidden.stream().map(row -> row.get(at)).toList()))
                    .isFalse();
        }
        assertThat(hidden.get(0).get(0)).isTrue();
        assertThat(hidden.stream().flatMap(List::stream).filter(cell -> cell).count())
                .as("it takes three others at least, and not the whole table")
                .isBetween(4L, 6L);
    }

    private static List<Long> percents(Share share) {
        var interval = share.interval().orElseThrow();
        return List.of(interval.fromPercent(), interval.untilPercent());
    }

    @Test
    void a_cell_of_nothing_covers_no_other() {
        // front door, police, health, schools: the county's 37 of 55 is shown
        assertThat(SmallNumbers.hidden(List.of(new Share(0, 0), new Share(17, 25), new Share(15, 22), new Share(5, 8))))
                .containsExactly(true, false, true, true);
    }
}
