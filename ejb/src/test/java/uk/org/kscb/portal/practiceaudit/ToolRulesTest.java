package uk.org.kscb.portal.practiceaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToolRulesTest {

    @Test
    void the_starting_tools_can_be_answered() {
        assertThat(ToolRules.problems(
                        StartingTools.read("referral-quality.json").questions()))
                .isEmpty();
        assertThat(ToolRules.problems(StartingTools.read("section-11.json").questions()))
                .isEmpty();
    }

    @Test
    void the_referral_tool_asks_all_that_the_brief_lists() {
        List<Question> questions = StartingTools.read("referral-quality.json").questions();
        assertThat(questions.stream().map(q -> q.ref().replaceAll("[A-Z]$", "")).distinct())
                .hasSize(28);
        assertThat(questions.stream().filter(Question::critical).map(Question::ref))
                .containsExactly("Q13", "Q18", "Q23");
        assertThat(questions.stream()
                        .filter(q -> q.answeredBy() == AnsweredBy.FRONT_DOOR)
                        .map(Question::ref))
                .containsExactly("Q19", "Q20", "Q21", "Q25");
    }

    @Test
    void conditions_that_go_in_a_circle_are_refused() {
        assertThat(ToolRules.problems(List.of(
                        Asks.askedWhen("Q1", "Q3", "YES"),
                        Asks.askedWhen("Q2", "Q1", "YES"),
                        Asks.askedWhen("Q3", "Q2", "YES"))))
                .singleElement()
                .asString()
                .contains("in a circle", "Q1 → Q3 → Q2 → Q1");
        assertThat(ToolRules.problems(List.of(Asks.askedWhen("Q1", "Q1", "YES"))))
                .singleElement()
                .asString()
                .contains("in a circle");
    }

    @Test
    void a_condition_names_a_question_of_the_tool_and_one_of_its_answers() {
        assertThat(ToolRules.problems(List.of(Asks.askedWhen("Q2", "Q1", "YES"))))
                .singleElement()
                .asString()
                .contains("Q1, which is not in this tool");
        assertThat(ToolRules.problems(List.of(Asks.yesNo("Q1"), Asks.askedWhen("Q2", "Q1", "MAYBE"))))
                .singleElement()
                .asString()
                .contains("“MAYBE”, which is no answer to Q1");
    }

    @Test
    void a_ref_stands_once() {
        assertThat(ToolRules.problems(List.of(Asks.yesNo("Q1"), Asks.scale("Q1"))))
                .singleElement()
                .asString()
                .contains("Q1 stands twice");
    }

    @Test
    void an_agencys_words_need_the_agency_and_the_words_once() {
        Question core = Asks.yesNo("Q1");
        Question worded = new Question(
                core.ref(),
                core.section(),
                core.sectionTitle(),
                core.text(),
                null,
                null,
                core.kind(),
                core.answeredBy(),
                null,
                null,
                core.weight(),
                true,
                List.of(),
                null,
                null,
                null,
                Wording.all("POLICE | Is form 78 complete?\nHealth | Is it?\nPOLICE | Again?\nSCHOOLS"),
                null);
        assertThat(ToolRules.problems(List.of(worded)))
                .hasSize(3)
                .satisfies(problems -> assertThat(problems.get(1)).contains("stands twice in the words of POLICE"));
    }

    @Test
    void only_yes_and_no_can_be_critical() {
        assertThat(ToolRules.problems(
                        List.of(Asks.question("Q1", AnswerKind.SCALE, true, "YES", GradeSubject.RESPONSE, null, null))))
                .singleElement()
                .asString()
                .contains("is critical");
    }
}
