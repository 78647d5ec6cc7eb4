package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.org.kscb.portal.plan.Oddity;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;
import uk.org.kscb.portal.plan.PlanDocument.Priority;
import uk.org.kscb.portal.plan.PlanDocument.Supports;

/** The same invented plan, as Word and as CSV, reads as the same plan. */
class PlanReaderTest {

    enum Form {
        CSV,
        WORD;

        PlanReading read() {
            return this == CSV
                    ? SampleFiles.read("plan.csv", InventedPlan.csv())
                    : SampleFiles.read("plan.docx", InventedPlan.word());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_row_finds_its_place(Form form) {
        PlanDocument plan = form.read().plan();
        assertThat(plan.priorities()).extracting(Priority::title).containsExactly("Safer journeys", "Better news");
        assertThat(plan.outcomes())
                .extracting(PlanDocument.Outcome::ref, PlanDocument.Outcome::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1.1", "Children walk to school on lit paths."),
                        org.assertj.core.groups.Tuple.tuple("1.2", "Drivers keep to the limit"),
                        org.assertj.core.groups.Tuple.tuple("2.1", "Families hear of changes in time."));
        assertThat(plan.actions())
                .extracting(Action::ref)
                .containsExactly("1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "2.1.1", "2.1.2");
        assertThat(form.read().mapping().columns())
                .containsEntry(ColumnRole.REF, 0)
                .containsEntry(ColumnRole.MEASURE, 4);
        assertThat(form.read().headings()).isEqualTo(InventedPlan.HEADINGS);
    }

    @ParameterizedTest
    @EnumSource
    void an_action_is_freed_of_its_number_tags_and_bullets(Form form) {
        PlanDocument plan = form.read().plan();
        assertThat(action(plan, "1.1.1").text()).isEqualTo("Map every unlit path.");
        assertThat(action(plan, "1.2.4").text()).isEqualTo("Count the crossings");
        assertThat(action(plan, "1.2.2").text()).isEqualTo("Teach first aid, including:");
        assertThat(action(plan, "1.2.2").textBullets()).containsExactly("burns", "falls");
        assertThat(action(plan, "1.1.1").supports())
                .isEqualTo(new Supports(List.of("IN 3"), List.of(), List.of("CT 1")));
        assertThat(action(plan, "1.1.2").supports())
                .isEqualTo(new Supports(List.of(), List.of("O 4"), List.of("CT 2")));
        assertThat(action(plan, "1.2.2").supports().o()).containsExactly("O 5");
    }

    @ParameterizedTest
    @EnumSource
    void a_follow_up_row_is_another_step_of_the_action_above(Form form) {
        List<Milestone> steps = action(form.read().plan(), "1.1.1").milestones();
        assertThat(steps).hasSize(2);
        assertThat(steps.getFirst().start()).isEqualTo("2011-03-01");
        assertThat(steps.getFirst().measures()).containsExactly("Map drawn", "Map checked monthly by volunteers");
        assertThat(steps.getFirst().measureRecurrences())
                .containsExactly(new PlanDocument.MeasureRecurrence(1, "monthly", "monthly"));
        Milestone second = steps.getLast();
        assertThat(second.end()).isEqualTo("2011-06-30");
        assertThat(second.review()).isTrue();
        assertThat(second.leads()).containsExactly("Ada Lark");
        assertThat(second.leadsInherited()).isTrue();
        assertThat(second.timescaleRaw()).isEqualTo("1 June 2011 - 31 June 2011 (review)");
    }

    @ParameterizedTest
    @EnumSource
    void several_dates_in_a_cell_are_several_steps(Form form) {
        PlanDocument plan = form.read().plan();
        List<Milestone> paired = action(plan, "1.2.2").milestones();
        assertThat(paired).extracting(m -> m.measures().getFirst()).containsExactly("Course written", "Course held");
        assertThat(paired.getLast().timescaleRaw()).isEqualTo("1 June 2011 – 30 June 2011");
        assertThat(paired.getLast().timescaleCellRaw())
                .isEqualTo("1 May 2011 – 31 May 2011 1 June 2011 – 30 June 2011");
        List<Milestone> shared = action(plan, "1.2.3").milestones();
        assertThat(shared).hasSize(2);
        assertThat(shared.getLast().measures()).isEmpty();
        assertThat(shared.getLast().sameMeasuresAs()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_marker_beside_the_outcome_covers_its_actions_and_one_beside_an_action_covers_that(Form form) {
        PlanDocument plan = form.read().plan();
        assertThat(plan.actions().filter(a -> !a.jointWith().isEmpty()))
                .extracting(Action::ref)
                .containsExactly("1.1.1", "1.1.2", "1.2.2", "1.2.3", "1.2.4", "2.1.2");
        assertThat(action(plan, "1.1.2").jointWith()).containsExactly("Partners");
        assertThat(action(plan, "1.1.2").jointScope()).isEqualTo("outcome");
        assertThat(action(plan, "1.2.2").jointWith()).containsExactly("Health");
        assertThat(action(plan, "1.2.2").jointScope()).isEqualTo("action");
        assertThat(action(plan, "1.2.4").jointWith()).containsExactly("Schools");
        assertThat(action(plan, "2.1.2").jointScope())
                .as("the label stands beside a later action")
                .isEqualTo("action");
        assertThat(action(plan, "1.2.1").jointScope()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void agencies_come_from_the_owner_the_marker_and_the_words(Form form) {
        PlanDocument plan = form.read().plan();
        assertThat(action(plan, "1.1.2").agencies())
                .extracting(NamedAgency::code)
                .contains("KCC", "HEALTH", "SCHOOLS", "POLICE", "PROBATION");
        assertThat(action(plan, "1.2.1").agencies())
                .contains(new NamedAgency("KCC", "default"), new NamedAgency("POLICE", "text"));
        assertThat(action(plan, "2.1.1").agencies()).contains(new NamedAgency("KCT", "text"));
        assertThat(action(plan, "2.1.1").partnersUnnamed()).isTrue();
        assertThat(action(plan, "1.1.1").partnersUnnamed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void leads_are_taken_apart_but_posts_stay_whole(Form form) {
        PlanDocument plan = form.read().plan();
        assertThat(action(plan, "1.1.2").leads()).containsExactly("Ada Lark", "Ben Moss");
        assertThat(action(plan, "1.2.1").leads()).containsExactly("Head of Roads, Signs and Bridges");
        assertThat(action(plan, "1.2.2").leads()).containsExactly("Ben Moss", "Cora Finch");
        assertThat(action(plan, "1.2.3").leads()).containsExactly("Ada Lark", "Ben Moss");
        assertThat(action(plan, "2.1.1").leads()).containsExactly("Dee Wren", "partners");
    }

    @ParameterizedTest
    @EnumSource
    void pointers_to_other_actions_are_links_and_no_measures(Form form) {
        PlanDocument plan = form.read().plan();
        assertThat(action(plan, "1.1.2").links()).containsExactly("1.2.1");
        assertThat(action(plan, "1.1.2").milestones().getFirst().measures()).containsExactly("Ten paths lit");
        assertThat(action(plan, "1.2.1").links()).containsExactly("1.1.1");
    }

    @ParameterizedTest
    @EnumSource
    void every_oddity_says_where_what_and_why(Form form) {
        List<Oddity> oddities = form.read().oddities();
        assertThat(oddities).allSatisfy(o -> {
            assertThat(o.row()).contains("row ");
            assertThat(o.why()).isNotBlank();
            assertThat(o.read()).isNotBlank();
        });
        assertThat(refs(oddities, Kind.IMPOSSIBLE_DATE)).containsExactly("1.1.1");
        assertThat(refs(oddities, Kind.INTERPRETED_DATE)).containsExactly("1.1.1", "2.1.1");
        assertThat(refs(oddities, Kind.NO_DATE)).containsExactly("1.2.1", "2.1.2");
        assertThat(refs(oddities, Kind.JOINT_MARKER)).containsExactly("1.1.1", "1.2.2", "1.2.3", "2.1.2");
        assertThat(refs(oddities, Kind.STRUCTURE)).containsExactly("1.2.2", "1.2.3");
        assertThat(refs(oddities, Kind.DUPLICATE)).containsExactly("2.1.2");
        assertThat(refs(oddities, Kind.LINK)).containsExactly("1.1.2");
        Oddity impossible = oddities.stream()
                .filter(o -> o.kind() == Kind.IMPOSSIBLE_DATE)
                .findFirst()
                .orElseThrow();
        assertThat(impossible.cell()).isEqualTo("Timescale");
        assertThat(impossible.raw()).isEqualTo("1 June 2011 - 31 June 2011 (review)");
        assertThat(impossible.row()).isEqualTo(form == Form.CSV ? "row 5" : "table 1, row 3");
    }

    @Test
    void word_carries_objectives_accountable_leads_and_posts() {
        PlanDocument plan = Form.WORD.read().plan();
        assertThat(plan.priorities().getFirst().keyObjectives()).containsExactly("Lit paths", "Slower cars");
        assertThat(plan.priorities().getFirst().accountableLeads()).containsExactly("Eve Stone");
        assertThat(action(plan, "2.1.1").agencies()).contains(new NamedAgency("KSCB", "text"));
    }

    @Test
    void the_status_and_recurrence_are_read() {
        PlanDocument plan = Form.CSV.read().plan();
        assertThat(action(plan, "1.1.2").completed()).isTrue();
        assertThat(action(plan, "1.1.1").completed()).isFalse();
        assertThat(action(plan, "1.2.1").milestones().getFirst().recurrence()).isEqualTo("quarterly");
        assertThat(action(plan, "1.2.1").milestones().getFirst().recurrenceSource())
                .isEqualTo("timescale");
        assertThat(action(plan, "2.1.1").milestones().getFirst().recurrence()).isEqualTo("annual");
        assertThat(action(plan, "2.1.1").milestones().getFirst().recurrenceSource())
                .isEqualTo("action");
    }

    private static Action action(PlanDocument plan, String ref) {
        return plan.action(ref).orElseThrow();
    }

    private static List<String> refs(List<Oddity> oddities, Kind kind) {
        return oddities.stream()
                .filter(o -> o.kind() == kind)
                .map(o -> String.valueOf(o.ref()))
                .toList();
    }
}
