package uk.org.kscb.portal.practiceaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.practiceaudit.Score.ThresholdOutcome;

/** The scoring of the brief, 4.8: a prompt, never the grade. */
class ScoreTest {
    private static final GradingScheme SCHEME = GradingScheme.of("OFSTED_2011");
    private static final GradingScheme SECTION_11 = GradingScheme.of("SECTION_11");
    private static final List<Question> FOUR =
            List.of(Asks.yesNo("Q1"), Asks.yesNo("Q2"), Asks.scale("Q3"), Asks.scale("Q4"));

    @Test
    void yes_partly_no_and_the_scale_give_points_of_the_same_size() {
        Score score = of(FOUR, Map.of("Q1", "YES", "Q2", "PARTLY", "Q3", "3", "Q4", "0"));
        assertThat(score.percent()).contains(63); // (2 + 1 + 2 + 0) of 8
        assertThat(score.suggested()).map(GradingScheme.Grade::slug).contains("adequate");
    }

    @Test
    void an_answer_to_what_is_itself_not_asked_asks_for_nothing() {
        List<Question> chain = List.of(
                Asks.yesNo("Q1"),
                Asks.askedWhen("Q2", "Q1", "YES"),
                Asks.askedWhen("Q3", "Q2", "YES"),
                Asks.askedWhen("Q4", "Q3", "!NO"));
        Map<String, String> answers = Map.of("Q1", "NO", "Q2", "YES", "Q3", "YES", "Q4", "NO");
        assertThat(Question.wanted(chain, answers)).containsExactly("Q1");
        assertThat(of(chain, answers).percent()).contains(0);
        assertThat(Question.wanted(chain, Map.of("Q1", "YES", "Q2", "YES", "Q3", "YES")))
                .containsExactlyInAnyOrder("Q1", "Q2", "Q3", "Q4");
        assertThat(Question.wanted(chain.subList(2, 4), Map.of("Q3", "NO")))
                .as("whoever is not asked Q2 cannot be held back by it")
                .containsExactly("Q3");
    }

    @Test
    void what_does_not_apply_drops_out_of_the_available_points() {
        assertThat(of(FOUR, Map.of("Q1", "YES", "Q2", "NA", "Q3", "3", "Q4", "3"))
                        .percent())
                .contains(100);
    }

    @Test
    void a_quarter_missing_is_enough_evidence_and_more_is_not() {
        assertThat(of(FOUR, Map.of("Q1", "YES", "Q2", "NA", "Q3", "3", "Q4", "3"))
                        .insufficient())
                .isFalse();
        Score score = of(FOUR, Map.of("Q1", "YES", "Q2", "NA", "Q3", "3", "Q4", "NOT_KNOWN"));
        assertThat(score.insufficient()).isTrue();
        assertThat(score.suggested()).isEmpty();
    }

    @Test
    void all_does_not_apply_is_no_percentage_and_no_fault() {
        Score score = of(FOUR, Map.of("Q1", "NA", "Q2", "NA", "Q3", "NA", "Q4", "NA"));
        assertThat(score.percent()).isEmpty();
        assertThat(score.insufficient()).isTrue();
        assertThat(score.suggestedFor(GradeSubject.REFERRAL, SCHEME)).isEmpty();
    }

    @Test
    void the_bounds_of_the_grades_are_those_of_the_brief() {
        assertThat(SCHEME.suggested(85).slug()).isEqualTo("outstanding");
        assertThat(SCHEME.suggested(84.9).slug()).isEqualTo("good");
        assertThat(SCHEME.suggested(65).slug()).isEqualTo("good");
        assertThat(SCHEME.suggested(64.9).slug()).isEqualTo("adequate");
        assertThat(SCHEME.suggested(45).slug()).isEqualTo("adequate");
        assertThat(SCHEME.suggested(44.9).slug()).isEqualTo("inadequate");
    }

    @Test
    void a_critical_fail_caps_the_grade_it_concerns_and_the_overall_one() {
        List<Question> questions = List.of(Asks.yesNo("Q1"), Asks.critical("Q18", "YES", GradeSubject.RESPONSE));
        Score score = of(questions, Map.of("Q1", "YES", "Q18", "YES"));
        assertThat(score.suggestedFor(GradeSubject.RESPONSE, SCHEME))
                .map(GradingScheme.Grade::slug)
                .contains("inadequate");
        assertThat(score.capped(GradeSubject.REFERRAL)).isFalse();
        assertThat(score.capped(GradeSubject.OVERALL)).isTrue();
        assertThat(of(questions, Map.of("Q1", "YES", "Q18", "NO")).caps()).isEmpty();
    }

    @Test
    void each_section_11_standard_is_suggested_from_its_own_answers() {
        Score score = Score.of(
                StartingTools.read("section-11.json").questions(),
                Map.of("S1.1", "3", "S1.2", "3", "S2.1", "0", "S2.2", "1", "S4.1", "3", "S4.2", "NA"),
                SECTION_11);
        assertThat(score.insufficient()).as("of the whole").isTrue();
        assertThat(score.suggestedFor(GradeSubject.STANDARD_1, SECTION_11))
                .map(GradingScheme.Grade::slug)
                .contains("3");
        assertThat(score.suggestedFor(GradeSubject.STANDARD_2, SECTION_11))
                .map(GradingScheme.Grade::slug)
                .contains("0");
        assertThat(score.suggestedFor(GradeSubject.STANDARD_3, SECTION_11)).isEmpty();
        assertThat(score.suggestedFor(GradeSubject.STANDARD_4, SECTION_11))
                .as("half of it does not apply: insufficient evidence")
                .isEmpty();
    }

    @Test
    void a_question_whose_yes_is_the_fail_gives_its_points_for_no() {
        List<Question> questions = List.of(Asks.critical("Q13", "YES", GradeSubject.REFERRAL));
        assertThat(of(questions, Map.of("Q13", "NO")).percent()).contains(100);
        assertThat(of(questions, Map.of("Q13", "YES")).percent()).contains(0);
    }

    @Test
    void a_question_that_is_not_wanted_counts_neither_way() {
        List<Question> questions = List.of(Asks.yesNo("Q1"), Asks.askedWhen("Q2", "Q1", "NO"));
        Score score = of(questions, Map.of("Q1", "YES"));
        assertThat(score.percent()).contains(100);
        assertThat(score.insufficient()).isFalse();
    }

    @Test
    void the_threshold_has_four_outcomes_that_are_never_folded() {
        assertThat(ThresholdOutcome.of("3", "3")).isEqualTo(ThresholdOutcome.MATCH);
        assertThat(ThresholdOutcome.of("4", "3")).isEqualTo(ThresholdOutcome.TOO_HIGH);
        assertThat(ThresholdOutcome.of("2", "3")).isEqualTo(ThresholdOutcome.TOO_LOW);
        assertThat(ThresholdOutcome.of("NONE", "3")).isEqualTo(ThresholdOutcome.NONE_GIVEN);
        assertThat(ThresholdOutcome.of(null, "3")).isEqualTo(ThresholdOutcome.NOT_ANSWERED);
    }

    @Test
    void adequate_of_2011_stays_adequate() {
        assertThat(GradingScheme.inspectionOn(java.time.LocalDate.of(2011, 6, 15))
                        .label("adequate"))
                .isEqualTo("Adequate");
        assertThat(GradingScheme.inspectionOn(java.time.LocalDate.of(2014, 1, 1))
                        .code())
                .isEqualTo("OFSTED_2013");
    }

    private static Score of(List<Question> questions, Map<String, String> answers) {
        return Score.of(questions, answers, SCHEME);
    }
}
