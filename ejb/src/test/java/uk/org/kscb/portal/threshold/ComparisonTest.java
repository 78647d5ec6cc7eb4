package uk.org.kscb.portal.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.threshold.Comparison.Kind;
import uk.org.kscb.portal.threshold.Comparison.Line;
import uk.org.kscb.portal.threshold.Comparison.Part;
import uk.org.kscb.portal.threshold.Comparison.Piece;
import uk.org.kscb.portal.threshold.EditionHead.State;

/** What changed between two editions, line by line. */
class ComparisonTest {

    @Test
    void a_reworded_example_shows_the_words_that_changed() throws IOException {
        GuidanceText before = StartingEditionTest.starting();
        GuidanceText after = before.with(before.indicator("I38")
                .orElseThrow()
                .worded("Home conditions poor for a year; improves only while workers visit", null, null));
        List<Part> parts = compared(before, after).parts();
        assertThat(parts).extracting(Part::what).containsExactly("Level 3, I38");
        Line line = parts.getFirst().lines().getFirst();
        assertThat(line.kind()).isEqualTo(Kind.CHANGED);
        assertThat(changed(line.before())).contains("months").doesNotContain("Home");
        assertThat(changed(line.after())).contains("year").doesNotContain("Home");
    }

    @Test
    void what_is_new_and_what_is_gone_is_said() throws IOException {
        GuidanceText before = StartingEditionTest.starting();
        assertThat(compared(before, before.without("I44")).parts().getFirst().lines())
                .extracting(Line::kind)
                .containsOnly(Kind.REMOVED);
        assertThat(compared(before.without("I44"), before).parts().getFirst().lines())
                .extracting(Line::kind)
                .containsOnly(Kind.ADDED);
        assertThat(compared(before, before).parts()).isEmpty();
    }

    private static String changed(List<Piece> pieces) {
        return pieces.stream().filter(Piece::changed).map(Piece::text).collect(Collectors.joining(" "));
    }

    private static Comparison compared(GuidanceText before, GuidanceText after) {
        EditionHead head =
                new EditionHead(1, 1, "Edition 1", State.DRAFT, 0, null, null, null, null, null, null, List.of());
        return Comparison.of(new Edition(head, before), new Edition(head, after));
    }
}
