package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.PlanDocument.Outcome;
import uk.org.kscb.portal.plan.PlanDocument.Priority;
import uk.org.kscb.portal.plan.exchange.SampleFiles.Dated;
import uk.org.kscb.portal.plan.exchange.SampleFiles.Excel;

/** Plans laid out otherwise: other headings, another order of columns, merged cells, Excel dates, no numbers. */
class OtherCouncilsFilesTest {

    @Test
    void columns_may_stand_in_any_order_under_other_headings() {
        PlanReading reading = excel(new Excel()
                .row("Our improvement plan")
                .row()
                .row("Lead", "By when", "Success measure", "Action", "No.")
                .row("Priority 1: Warm homes")
                .row("1.1 Outcome: Homes are warm")
                .row("Fay Reed", "31 May 2011", "Draughts stopped", "Seal windows", "1.1.1")
                .row("Gil Ash", "ongoing", "Fewer colds", "Visit the cold", "1.1.2"));
        assertThat(reading.headings()).containsExactly("Lead", "By when", "Success measure", "Action", "No.");
        assertThat(reading.mapping().columns())
                .isEqualTo(Map.of(
                        ColumnRole.LEAD, 0,
                        ColumnRole.TIMESCALE, 1,
                        ColumnRole.MEASURE, 2,
                        ColumnRole.ACTION, 3,
                        ColumnRole.REF, 4));
        Action first = action(reading, "1.1.1");
        assertThat(first.text()).isEqualTo("Seal windows");
        assertThat(first.leads()).containsExactly("Fay Reed");
        assertThat(step(first).end()).isEqualTo("2011-05-31");
        assertThat(step(first).measures()).containsExactly("Draughts stopped");
        assertThat(reading.plan().priorities()).extracting(Priority::title).containsExactly("Warm homes");
        assertThat(reading.plan().outcomes()).extracting(Outcome::text).containsExactly("Homes are warm");
    }

    @Test
    void excel_dates_are_read_as_they_are_shown() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Deadline", "Owner", "Outcome measure")
                .row("1.1.1", "Seal windows", new Dated(LocalDate.of(2011, 5, 31), "dd/mm/yyyy"), "Fay Reed", "Done")
                .row("1.1.2", "Fit doors", new Dated(LocalDate.of(2011, 6, 1), "mmm-yy"), "Fay Reed", "Fitted")
                .row("1.1.3", "Fit locks", "31 June 2011", "Fay Reed", "Fitted"));
        assertThat(step(action(reading, "1.1.1")).end()).isEqualTo("2011-05-31");
        assertThat(step(action(reading, "1.1.1")).timescaleRaw()).isEqualTo("31 May 2011");
        assertThat(step(action(reading, "1.1.1")).dateNote()).isNull();
        assertThat(step(action(reading, "1.1.2")).timescaleRaw()).isEqualTo("June 2011");
        assertThat(step(action(reading, "1.1.2")).start()).isEqualTo("2011-06-01");
        assertThat(step(action(reading, "1.1.2")).end()).isEqualTo("2011-06-30");
        assertThat(step(action(reading, "1.1.3")).end()).isEqualTo("2011-06-30");
        assertThat(reading.oddities())
                .filteredOn(o -> o.kind() == Kind.IMPOSSIBLE_DATE)
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.ref()).isEqualTo("1.1.3");
                    assertThat(o.cell()).isEqualTo("Deadline");
                    assertThat(o.row()).isEqualTo("sheet Plan, row 4");
                });
    }

    @Test
    void start_and_end_may_have_columns_of_their_own() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Start date", "End date", "Lead")
                .row(
                        "1.1.1",
                        "Seal windows",
                        new Dated(LocalDate.of(2011, 3, 1), "d-mmm-yy"),
                        new Dated(LocalDate.of(2011, 5, 31), "d-mmm-yy"),
                        "Fay Reed"));
        assertThat(step(action(reading, "1.1.1")).start()).isEqualTo("2011-03-01");
        assertThat(step(action(reading, "1.1.1")).end()).isEqualTo("2011-05-31");
        assertThat(step(action(reading, "1.1.1")).timescaleRaw()).isEqualTo("1 March 2011 - 31 May 2011");
    }

    @Test
    void merged_cells_belong_to_their_first_row() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Timescale", "Lead", "Measures")
                .row("Priority 1 - Warm homes")
                .merge("A2:E2")
                .row("1.1.1", "Seal windows", "31 May 2011", "Fay Reed", "Half sealed")
                .row("", "", "30 June 2011", "", "All sealed")
                .merge("A3:A4")
                .merge("B3:B4")
                .merge("D3:D4")
                .row("(Joint with Police)", "1.1.2 Fit locks", "31 July 2011", "Gil Ash", "Locks fitted")
                .row("", "1.1.3 Fit alarms", "31 July 2011", "Gil Ash", "Alarms fitted")
                .merge("A5:A6"));
        Action first = action(reading, "1.1.1");
        assertThat(first.milestones()).hasSize(2);
        assertThat(first.milestones().getLast().measures()).containsExactly("All sealed");
        assertThat(first.milestones().getLast().leads()).containsExactly("Fay Reed");
        assertThat(action(reading, "1.1.2").jointWith()).containsExactly("Police");
        assertThat(action(reading, "1.1.3").jointWith()).containsExactly("Police");
        assertThat(first.jointWith()).isEmpty();
    }

    @Test
    void merged_cells_of_a_word_table_belong_to_their_first_row() {
        byte[] word = new SampleFiles.Word()
                .table(List.of(
                        List.of("Ref", "Action", "Timescale", "Lead", "Measures"),
                        List.of("1.1.1", "Seal windows", "31 May 2011", "Fay Reed", "Half sealed"),
                        List.of("", "", "30 June 2011", "", "All sealed"),
                        List.of("(Joint with Police)", "1.1.2 Fit locks", "31 July 2011", "Gil Ash", "Fitted"),
                        List.of("", "1.1.3 Fit alarms", "31 July 2011", "Gil Ash", "Fitted")))
                .mergeDown(0, 1, 2)
                .mergeDown(1, 1, 2)
                .mergeDown(0, 3, 4)
                .bytes();
        PlanReading reading = SampleFiles.read("plan.docx", word);
        Action first = action(reading, "1.1.1");
        assertThat(first.text()).isEqualTo("Seal windows");
        assertThat(first.milestones()).hasSize(2);
        assertThat(first.jointWith()).isEmpty();
        assertThat(action(reading, "1.1.3").jointWith()).containsExactly("Police");
    }

    @Test
    void a_reference_and_its_text_may_share_a_cell_and_references_may_be_numbers() {
        PlanReading reading = excel(new Excel()
                .row("Actions", "By whom", "By when")
                .row("1.1 Seal windows", "Fay Reed", "31 May 2011")
                .row("1.2. Fit doors", "Fay Reed", "31 May 2011")
                .row("")
                .row("2.1 - Visit the cold", "Gil Ash", "31 May 2011"));
        assertThat(reading.plan().actions()).extracting(Action::ref).containsExactly("1.1", "1.2", "2.1");
        assertThat(action(reading, "2.1").text()).isEqualTo("Visit the cold");
        assertThat(reading.plan().priorities()).extracting(Priority::no).containsExactly(1, 2);

        PlanReading numbers = excel(new Excel()
                .row("No.", "Action", "Lead", "When")
                .row("Objective 1: Warm homes")
                .row(1.1, "Seal windows", "Fay Reed", "31 May 2011")
                .row(1.2, "Fit doors", "Fay Reed", "31 May 2011"));
        assertThat(numbers.plan().actions()).extracting(Action::ref).containsExactly("1.1", "1.2");
        assertThat(numbers.plan().priorities()).extracting(Priority::title).containsExactly("Warm homes");
    }

    @Test
    void the_outcome_may_stand_in_a_column() {
        PlanReading reading = excel(new Excel()
                .row("Outcome", "Ref", "Action", "Lead", "Due date")
                .row("Homes are warm", "1.1.1", "Seal windows", "Fay Reed", "31 May 2011")
                .row("", "1.1.2", "Fit doors", "Fay Reed", "31 May 2011")
                .row("Streets are dry", "1.2.1", "Clear drains", "Gil Ash", "31 May 2011"));
        assertThat(reading.plan().outcomes())
                .extracting(Outcome::text)
                .containsExactly("Homes are warm", "Streets are dry");
    }

    @Test
    void an_outcome_behind_the_action_is_its_measure() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Expected outcome", "Lead", "Due date")
                .row("1.1.1", "Seal windows", "No draughts", "Fay Reed", "31 May 2011"));
        assertThat(step(action(reading, "1.1.1")).measures()).containsExactly("No draughts");
    }

    @Test
    void other_words_for_the_same_outcome_are_not_lost_without_a_word() {
        PlanReading reading = excel(new Excel()
                .row("Outcome", "Ref", "Action", "Lead", "Due date")
                .row("Homes are warm", "1.1.1", "Seal windows", "Fay Reed", "31 May 2011")
                .row("Homes are dry", "1.1.2", "Fit doors", "Fay Reed", "31 May 2011"));
        assertThat(reading.oddities())
                .filteredOn(o -> o.raw().equals("Homes are dry"))
                .singleElement()
                .satisfies(o -> assertThat(o.read()).isEqualTo("Homes are warm"));
    }

    @Test
    void a_column_that_nobody_knows_is_left_out_and_that_is_said() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Lead", "Due date", "Cost", "Empty")
                .row("1.1.1", "Seal windows", "Fay Reed", "31 May 2011", "12 pounds"));
        assertThat(reading.oddities())
                .filteredOn(o -> o.kind() == Kind.STRUCTURE && o.read().equals("left out"))
                .extracting("cell")
                .containsExactly("Cost");
    }

    @Test
    void a_row_may_repeat_its_action_for_each_step() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Lead", "Due date", "Measure")
                .row("1.1.1", "Seal windows", "Fay Reed", "31 May 2011", "Half sealed")
                .row("1.1.1", "Seal windows", "Fay Reed", "30 June 2011", "All sealed"));
        assertThat(action(reading, "1.1.1").milestones()).hasSize(2);
    }

    @Test
    void actions_without_numbers_are_numbered_by_their_place_and_that_is_said() {
        PlanReading reading = excel(new Excel()
                .row("Action", "Lead", "Due date")
                .row("Seal windows", "Fay Reed", "31 May 2011")
                .row("Fit doors", "Gil Ash", "30 June 2011"));
        assertThat(reading.plan().actions()).extracting(Action::ref).containsExactly("1", "2");
        assertThat(reading.oddities())
                .filteredOn(o -> o.kind() == Kind.REFERENCE)
                .extracting("ref")
                .containsExactly("1", "2");
    }

    @Test
    void numbers_that_start_again_under_each_priority_are_told_apart() {
        PlanReading reading = excel(new Excel()
                .row("No", "Action", "Lead", "Due date")
                .row("Priority 1: Warm homes")
                .row(1, "Seal windows", "Fay Reed", "31 May 2011")
                .row("Priority 2: Dry streets")
                .row(1, "Clear drains", "Gil Ash", "30 June 2011"));
        assertThat(reading.plan().actions()).extracting(Action::ref).containsExactly("1.1", "2.1");
        assertThat(reading.plan().priorities())
                .extracting(Priority::title)
                .containsExactly("Warm homes", "Dry streets");
    }

    @Test
    void the_tenth_action_keeps_its_nought_though_a_spreadsheet_dropped_it() {
        Excel file = new Excel().row("No", "Action", "Lead", "Due date");
        for (double ref : new double[] {1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10, 1.11}) {
            file.row(ref, "Seal window " + ref, "Fay Reed", "31 May 2011");
        }
        PlanReading reading = excel(file);
        assertThat(reading.plan().actions()).extracting(Action::ref).contains("1.1", "1.10", "1.11");
        assertThat(reading.oddities())
                .filteredOn(o -> o.kind() == Kind.REFERENCE)
                .singleElement()
                .satisfies(o -> assertThat(o.read()).isEqualTo("1.10"));
    }

    @Test
    void a_column_may_name_the_partners() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Lead", "Due date", "Joint with")
                .row("1.1.1", "Seal windows", "Fay Reed", "31 May 2011", "Health, Police")
                .row("1.1.2", "Fit doors", "Fay Reed", "31 May 2011", "None")
                .row("1.1.3", "Fit locks", "Fay Reed", "31 May 2011", "Fire service"));
        assertThat(action(reading, "1.1.1").jointWith()).containsExactly("Health", "Police");
        assertThat(action(reading, "1.1.2").jointWith()).isEmpty();
        assertThat(action(reading, "1.1.3").jointWith()).containsExactly("Fire service");
    }

    @Test
    void other_sheets_do_not_disturb_and_a_plan_may_go_over_several() {
        PlanReading reading = excel(new Excel()
                .row("Ref", "Action", "Lead", "Due date")
                .row("1.1.1", "Seal windows", "Fay Reed", "31 May 2011")
                .sheet("Second half")
                .row("Ref", "Lead", "Action", "Due date")
                .row("2.1.1", "Gil Ash", "Clear drains", "30 June 2011")
                .sheet("Recommendations")
                .row("Ref", "Area", "Timescale", "Recommendation")
                .row("O 1.", "Homes", "Immediately", "Do better"));
        assertThat(reading.plan().actions()).extracting(Action::text).containsExactly("Seal windows", "Clear drains");
    }

    @Test
    void headings_that_nobody_knows_lead_to_the_question_which_column_is_which() {
        Excel file =
                new Excel().row("Nr", "Vorhaben", "Bis", "Wer").row("1.1.1", "Seal windows", "31 May 2011", "Fay Reed");
        byte[] bytes = file.bytes();
        PlanReading asked = SampleFiles.read("plan.xlsx", bytes);
        assertThat(asked.columnsUnknown()).isTrue();
        assertThat(asked.headings()).containsExactly("Nr", "Vorhaben", "Bis", "Wer");
        assertThat(asked.plan().actions()).isEmpty();
        ColumnMapping mapping = ColumnMapping.NONE
                .with(ColumnRole.REF, 0)
                .with(ColumnRole.ACTION, 1)
                .with(ColumnRole.TIMESCALE, 2)
                .with(ColumnRole.LEAD, 3);
        PlanReading reading = SampleFiles.read("plan.xlsx", bytes, mapping);
        assertThat(action(reading, "1.1.1").text()).isEqualTo("Seal windows");
        assertThat(action(reading, "1.1.1").leads()).containsExactly("Fay Reed");
        assertThat(reading.mapping()).isEqualTo(mapping);
        assertThat(reading.columnsUnknown()).isFalse();
        assertThat(reading.oddities())
                .as("the row that was taken for headings is named")
                .anySatisfy(o -> {
                    assertThat(o.raw()).isEqualTo("Nr, Vorhaben, Bis, Wer");
                    assertThat(o.read()).isEqualTo("headings");
                });
    }

    @Test
    void without_a_heading_row_columns_go_by_their_place_and_the_first_action_is_not_lost() {
        byte[] bytes = SampleFiles.utf8("1.1.1,Seal windows,31 May 2011,Fay Reed\n1.1.2,Fit doors,June 2011,Gil Ash\n");
        PlanReading asked = SampleFiles.read("plan.csv", bytes);
        assertThat(asked.columnsUnknown()).isTrue();
        assertThat(asked.headings())
                .containsExactly(
                        "Column 1 (“1.1.1”)",
                        "Column 2 (“Seal windows”)",
                        "Column 3 (“31 May 2011”)",
                        "Column 4 (“Fay Reed”)");
        PlanReading reading = SampleFiles.read("plan.csv", bytes, byPlace());
        assertThat(reading.plan().actions()).extracting(Action::text).containsExactly("Seal windows", "Fit doors");
        assertThat(step(action(reading, "1.1.1")).end()).isEqualTo("2011-05-31");
    }

    @Test
    void every_table_of_that_width_is_read_as_the_sender_says() {
        byte[] word = new SampleFiles.Word()
                .table(List.of(
                        List.of("Nr", "Vorhaben", "Bis", "Wer"),
                        List.of("1.1.1", "Seal windows", "31 May 2011", "Fay Reed")))
                .paragraph("And further:")
                .table(List.of(
                        List.of("Nr", "Vorhaben", "Bis", "Wer"),
                        List.of("2.1.1", "Clear drains", "30 June 2011", "Gil Ash")))
                .bytes();
        assertThat(SampleFiles.read("plan.docx", word).columnsUnknown()).isTrue();
        assertThat(SampleFiles.read("plan.docx", word, byPlace()).plan().actions())
                .extracting(Action::text)
                .containsExactly("Seal windows", "Clear drains");
    }

    private static ColumnMapping byPlace() {
        return ColumnMapping.NONE
                .with(ColumnRole.REF, 0)
                .with(ColumnRole.ACTION, 1)
                .with(ColumnRole.TIMESCALE, 2)
                .with(ColumnRole.LEAD, 3);
    }

    @Test
    void a_corrected_guess_replaces_ours() {
        byte[] bytes = new Excel()
                .row("Ref", "Action", "Lead", "Target", "Measure")
                .row("1.1.1", "Seal windows", "Fay Reed", "31 May 2011", "Sealed")
                .bytes();
        ColumnMapping mapping = SampleFiles.read("plan.xlsx", bytes)
                .mapping()
                .with(ColumnRole.TIMESCALE, 3)
                .with(ColumnRole.MEASURE, 4);
        Action action = action(SampleFiles.read("plan.xlsx", bytes, mapping), "1.1.1");
        assertThat(step(action).end()).isEqualTo("2011-05-31");
        assertThat(step(action).measures()).containsExactly("Sealed");
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        byte[] bytes = InventedPlan.csv();
        ColumnMapping mapping = SampleFiles.read("plan.csv", bytes).mapping().with(ColumnRole.LEAD, 17);
        UnreadablePlan refused =
                catchThrowableOfType(UnreadablePlan.class, () -> SampleFiles.read("plan.csv", bytes, mapping));
        assertThat(refused.reason()).isEqualTo(UnreadablePlan.Reason.WRONG_COLUMNS);
        assertThat(refused).hasMessageContaining("Delivery lead");
    }

    @Test
    void semicolons_may_divide_a_csv_file() {
        PlanReading reading = SampleFiles.read(
                "plan.csv",
                SampleFiles.utf8("Ref;Action;Lead;Due date\n1.1.1;Seal windows, all;Fay Reed;31 May 2011\n"));
        assertThat(action(reading, "1.1.1").text()).isEqualTo("Seal windows, all");
    }

    @Test
    void a_mapping_goes_through_json_unchanged() {
        ColumnMapping mapping = ColumnMapping.NONE.with(ColumnRole.ACTION, 3).with(ColumnRole.REF, 0);
        assertThat(mapping.toJson()).hasToString("{\"ref\":0,\"action\":3}");
        assertThat(ColumnMapping.fromJson(mapping.toJson())).isEqualTo(mapping);
        assertThat(mapping.roleOf(3)).isEqualTo(ColumnRole.ACTION);
    }

    private static PlanReading excel(Excel file) {
        return SampleFiles.read("plan.xlsx", file.bytes());
    }

    private static Action action(PlanReading reading, String ref) {
        return reading.plan().action(ref).orElseThrow();
    }

    private static Milestone step(Action action) {
        return action.milestones().getFirst();
    }
}
