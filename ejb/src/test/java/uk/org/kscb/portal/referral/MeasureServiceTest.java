package uk.org.kscb.portal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.referral.ReferralMeasures.Month;
import uk.org.kscb.portal.referral.store.MeasureStore.Counts;

/** What one agency may learn of another from the figures of all. */
class MeasureServiceTest {
    private static final YearMonth JUNE = YearMonth.of(2011, 6);

    @Test
    void the_whole_is_not_told_to_an_agency_that_could_take_itself_off_and_see_one_other() {
        Month two =
                MeasureService.month(JUNE, List.of(counts("POLICE", 40), counts("HEALTH", 30)), "POLICE", Reach.OWN);
        assertThat(two.all().received().count()).isEmpty();
        assertThat(two.all().inDay().share()).isEmpty();
        assertThat(two.agencies().getFirst().received().count()).contains(40L);
        Month three = MeasureService.month(
                JUNE, List.of(counts("POLICE", 40), counts("HEALTH", 30), counts("SCHOOLS", 20)), "POLICE", Reach.OWN);
        assertThat(three.all().received().count()).contains(90L);
        assertThat(three.agencies()).hasSize(1);
        Month few = MeasureService.month(
                JUNE, List.of(counts("POLICE", 40), counts("HEALTH", 2), counts("SCHOOLS", 1)), "POLICE", Reach.OWN);
        assertThat(few.all().received().count()).as("three of others").isEmpty();
        assertThat(MeasureService.month(JUNE, List.of(counts("POLICE", 40), counts("HEALTH", 30)), "KSCB", Reach.ALL)
                        .all()
                        .received()
                        .count())
                .contains(70L);
    }

    @Test
    void what_is_kept_back_in_one_column_is_kept_back_in_all() {
        List<Counts> agencies = List.of(
                new Counts(JUNE, "A", "A", 4, new Share(4, 4), new Share(4, 4), new Share(4, 4), 0),
                new Counts(JUNE, "B", "B", 12, new Share(12, 12), new Share(12, 12), new Share(12, 12), 0),
                new Counts(JUNE, "C", "C", 30, new Share(11, 30), new Share(11, 30), new Share(11, 30), 0),
                new Counts(JUNE, "D", "D", 50, new Share(40, 50), new Share(40, 50), new Share(40, 50), 0));
        Month board = MeasureService.month(JUNE, agencies, "TRUST", Reach.HEAD);
        assertThat(board.agencies())
                .allSatisfy(row -> assertThat(row.received().count().isEmpty())
                        .as(row.code())
                        .isEqualTo(row.inDay().share().isEmpty()));
        assertThat(board.agencies().getFirst().received().count()).as("four").isEmpty();
        assertThat(board.agencies().getLast().received().count()).contains(50L);
    }

    @Test
    void in_no_column_small_figures_of_others_follow_from_the_whole_and_ones_own() {
        List<Counts> agencies = List.of(
                new Counts(JUNE, "POLICE", "P", 40, new Share(30, 40), new Share(35, 40), new Share(40, 40), 8),
                new Counts(JUNE, "HEALTH", "H", 10, new Share(9, 10), new Share(9, 10), new Share(2, 10), 1),
                new Counts(JUNE, "SCHOOLS", "S", 10, new Share(9, 10), new Share(9, 10), new Share(1, 10), 0));
        Month own = MeasureService.month(JUNE, agencies, "POLICE", Reach.OWN);
        assertThat(own.all().told().share()).as("3 of 20 others").isEmpty();
        assertThat(own.all().neverTold().count()).as("1 of others").isEmpty();
        assertThat(own.all().inDay().share()).as("18 of 20 others").contains(new Share(53, 60));
        assertThat(own.agencies().getFirst().told().share()).contains(new Share(40, 40));
    }

    @Test
    void nobody_is_told_by_an_empty_rest_that_an_agency_had_none() {
        Share all = new Share(30, 30);
        List<Counts> agencies = List.of(
                new Counts(JUNE, "A", "A", 30, all, all, all, 0),
                new Counts(JUNE, "B", "B", 30, all, all, all, 0),
                new Counts(JUNE, "C", "C", 30, all, all, all, 12));
        Month board = MeasureService.month(JUNE, agencies, "TRUST", Reach.HEAD);
        assertThat(board.agencies())
                .allSatisfy(row -> assertThat(row.neverTold().count()).isEmpty());
    }

    private static Counts counts(String code, long received) {
        Share all = new Share(received, received);
        return new Counts(JUNE, code, code, received, all, all, all, 0);
    }

    @Test
    void a_month_says_by_which_rules_it_was_counted() {
        List<ClockRule> rules = List.of(
                rule(Clock.DECIDE_HOURS, 24, "2006-04-01"),
                rule(Clock.DECIDE_DAY, 1, "2006-04-01"),
                rule(Clock.DECIDE_HOURS, 12, "2011-06-15"),
                rule(Clock.DECIDE_HOURS, 6, "2011-07-01"));
        assertThat(words("2011-05", rules)).isEqualTo("24 hours; 1 working day");
        assertThat(words("2011-06", rules)).isEqualTo("24 hours, then 12 hours; 1 working day");
        assertThat(words("2011-07", rules)).isEqualTo("6 hours; 1 working day");
    }

    private static String words(String month, List<ClockRule> rules) {
        ReferralMeasures.Figure none = new ReferralMeasures.Figure(Optional.empty());
        ReferralMeasures.Cell empty = new ReferralMeasures.Cell(Optional.empty());
        ReferralMeasures.Row row = new ReferralMeasures.Row("", "", none, empty, empty, empty, none);
        ReferralMeasures.Month counted =
                new ReferralMeasures.Month(YearMonth.parse(month), row, List.of(), "", "").by(rules);
        return counted.hours() + "; " + counted.day();
    }

    private static ClockRule rule(Clock clock, int amount, String from) {
        return new ClockRule(
                clock,
                "",
                clock == Clock.DECIDE_HOURS ? ClockRule.Unit.HOUR : ClockRule.Unit.WORKING_DAY,
                amount,
                "",
                "",
                LocalDate.parse(from));
    }
}
