package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.threshold.Comparison;
import uk.org.kscb.portal.threshold.EditionRef;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.threshold.ReadingService;
import uk.org.kscb.portal.threshold.UseCounter;

/** Which edition of the guidance counts on which day, and what of it anybody may read. */
class GuidanceIT extends ContainerTest {
    private static final LocalDate MAY_20 = LocalDate.of(2011, 5, 20);
    private static final LocalDate JUNE_1 = LocalDate.of(2011, 6, 1);

    @EJB
    private GuidanceService guidance;

    @EJB
    private ReadingService reading;

    @EJB
    private UseCounter uses;

    @Test
    void a_referral_of_may_is_judged_by_the_edition_of_may() {
        EditionRef may = guidance.inForceOn(MAY_20).orElseThrow();
        EditionRef june = guidance.inForceOn(JUNE_1).orElseThrow();
        assertThat(may.label()).isEqualTo("Edition 1");
        assertThat(june.label()).isEqualTo("Edition 2");
        assertThat(june.effectiveFrom()).isEqualTo(JUNE_1);
        assertThat(guidance.inForceOn(JUNE_1.minusDays(1)).orElseThrow().id()).isEqualTo(may.id());
        assertThat(guidance.inForceOn(LocalDate.of(2009, 1, 1))).isEmpty();
    }

    @Test
    void the_edition_in_force_names_its_64_examples() {
        assertThat(guidance.inForceOn(JUNE_1).orElseThrow().indicators())
                .hasSize(64)
                .anyMatch(i -> i.id().equals("I46") && i.level() == 4);
    }

    @Test
    void a_draft_is_not_there_for_somebody_who_has_not_signed_in() {
        assertThat(guidance.published())
                .extracting(h -> h.number())
                .contains(1, 2)
                .doesNotContain(3);
        assertThatThrownBy(() -> guidance.edition(3)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> guidance.compare(2, 3)).isInstanceOf(NotVisible.class);
    }

    @Test
    void what_changed_is_said_line_by_line() {
        Comparison changes = guidance.compare(1, 2);
        assertThat(changes.summary()).contains("Exploitation");
        assertThat(changes.parts())
                .extracting(Comparison.Part::what)
                .contains("Level 2, I17", "Level 3, I27", "Level 4, I50");
    }

    @Test
    void openings_are_counted_by_level_and_by_nobody() {
        long before = opened(4);
        for (int i = 0; i < 3; i++) {
            uses.opened(null, 4);
        }
        uses.writeDown();
        assertThat(opened(4)).isEqualTo(before + 3);
        uses.writeDown();
        assertThat(opened(4)).as("each once").isEqualTo(before + 3);
    }

    private long opened(int level) {
        return As.person("kscb", () -> reading.reached(null)).uses().stream()
                .filter(u -> u.agency().equals("Without an account") && u.level() == level)
                .mapToLong(u -> u.times())
                .sum();
    }

    @Test
    void the_telephone_numbers_have_an_owner_and_a_day_of_checking() {
        assertThat(guidance.numbers()).hasSize(3).allMatch(n -> n.owner().equals("Board office"));
        assertThat(guidance.numbers().getFirst().dial()).isEqualTo("01632960100");
    }
}
