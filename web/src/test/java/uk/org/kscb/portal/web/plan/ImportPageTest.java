package uk.org.kscb.portal.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.ImportPreview;
import uk.org.kscb.portal.plan.ImportPreview.Change;
import uk.org.kscb.portal.plan.ImportPreview.Changes;
import uk.org.kscb.portal.plan.ImportPreview.Counts;
import uk.org.kscb.portal.plan.Oddity;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument;

class ImportPageTest {
    private static final Change QUIET = new Change("1.1.1", "Do it", List.of(), 0);
    private static final Change REPORTED_ON = new Change("1.1.2", "Do that", List.of(), 2);

    @Test
    void the_effect_is_told_before_anything_happens() {
        assertThat(ImportPage.effect(preview(new Changes(List.of(QUIET, QUIET), List.of(QUIET), List.of()))))
                .isEqualTo("Confirming adds two actions, changes one action. No progress update is lost.");
    }

    @Test
    void removed_actions_keep_their_updates() {
        assertThat(ImportPage.effect(preview(new Changes(List.of(), List.of(), List.of(REPORTED_ON)))))
                .contains("removes one action")
                .contains("Two updates on removed actions stay in the record");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        assertThat(ImportPage.effect(preview(new Changes(List.of(), List.of(), List.of()))))
                .isEqualTo("The plan already says all this: confirming changes nothing.");
    }

    @Test
    void every_part_of_a_plan_can_be_given_another_column_or_none() {
        List<ImportPage.Column> columns = ImportPage.columns(preview(new Changes(List.of(), List.of(), List.of())));

        ImportPage.Column action = columns.get(1);
        assertThat(action.role()).isEqualTo("action");
        assertThat(action.headings())
                .extracting(ImportPage.Heading::words)
                .containsExactly("Not in this file", "No.", "Step", "Column 3");
        assertThat(action.headings())
                .filteredOn(ImportPage.Heading::chosen)
                .extracting(ImportPage.Heading::words)
                .containsExactly("Step");
        assertThat(columns).hasSize(12);
    }

    @Test
    void impossible_dates_come_first_and_stand_open() {
        List<ImportPage.OddityGroup> groups = ImportPage.OddityGroup.of(List.of(
                new Oddity(Kind.LINK, "1.1.1", "table 1, row 2", null, "see 1.1.2", "1.1.2", "A link."),
                new Oddity(
                        Kind.IMPOSSIBLE_DATE,
                        "1.2.6",
                        "row 7",
                        "Timescale",
                        "31 Sept",
                        "30 September",
                        "No such day.")));

        assertThat(groups).extracting(ImportPage.OddityGroup::id).containsExactly("impossible-date", "link");
        assertThat(groups.getFirst().urgent()).isTrue();
    }

    private static ImportPreview preview(Changes changes) {
        return new ImportPreview(
                "abc",
                "plan.xlsx",
                "an Excel workbook",
                ImportPreview.State.PREVIEW,
                Instant.EPOCH,
                "A",
                new PlanDocument(JsonValue.EMPTY_JSON_OBJECT, List.of()),
                changes,
                List.of(),
                List.of("No.", "Step", ""),
                Map.of("ref", 0, "action", 1),
                false,
                new Counts(0, 0, 0, 0, 0, 0),
                true,
                false);
    }
}
