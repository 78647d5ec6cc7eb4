package uk.org.kscb.portal.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.org.kscb.portal.threshold.GuidanceFilter.Found;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;

/** Looking for something in the guidance. */
class GuidanceFilterTest {
    private GuidanceText text;

    @BeforeEach
    void read() throws IOException {
        text = StartingEditionTest.starting();
    }

    @Test
    void neglect_under_five_is_what_the_printed_page_shows() {
        List<Found> found = new GuidanceFilter("0-4", "", "Neglect", "").in(text);
        assertThat(ids(found.get(0).matching())).isEmpty();
        assertThat(ids(found.get(1).matching())).containsExactly("I10");
        assertThat(ids(found.get(2).matching())).containsExactly("I27", "I38");
        assertThat(ids(found.get(3).matching())).contains("I47", "I60");
    }

    @ParameterizedTest
    @CsvSource({"0-4,,Neglect,", "PB,E,,", "16-17,P,Poverty,", ",,,nonsense", "5-10,C,Health,hitting"})
    void no_filter_hides_anything_of_the_highest_level(String age, String domain, String theme, String words) {
        Found highest = new GuidanceFilter(or(age), or(domain), or(theme), or(words))
                .in(text)
                .getLast();
        assertThat(highest.matching().size() + highest.besides().size()).isEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource({
        "hitting,I49",
        "runaway,I31",
        "he is drinking,I34",
        "Drinking!,I21",
        "running away,I13",
        "overcrowded,I23",
        "bruises,I46",
        "hungry,I24"
    })
    void everyday_words_find_what_they_mean(String words, String expected) {
        assertThat(new GuidanceFilter("", "", "", words)
                        .in(text).stream().flatMap(f -> f.matching().stream()).map(Indicator::id))
                .contains(expected);
    }

    @Test
    void a_theme_or_age_that_the_edition_does_not_know_is_left_out() {
        assertThat(new GuidanceFilter("7", "X", "Dragons", "").within(text)).isEqualTo(GuidanceFilter.NONE);
    }

    @Test
    void the_portal_never_works_out_a_level() {
        assertThat(GuidanceFilter.Found.class.getRecordComponents()).hasSize(3);
        assertThat(GuidanceFilter.class.getDeclaredMethods())
                .noneMatch(m -> m.getReturnType() == int.class && m.getName().matches("(?i).*(level|score|sum).*"));
    }

    private static String or(String given) {
        return given == null ? "" : given;
    }

    private static List<String> ids(List<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList();
    }
}
