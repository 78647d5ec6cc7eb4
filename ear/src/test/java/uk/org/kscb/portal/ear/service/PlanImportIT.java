package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.plan.ActionDetail;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.plan.ContributionService;
import uk.org.kscb.portal.plan.ImportPreview;
import uk.org.kscb.portal.plan.ImportPreview.Change;
import uk.org.kscb.portal.plan.ImportPreview.State;
import uk.org.kscb.portal.plan.ImportService;
import uk.org.kscb.portal.plan.Oddity;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.plan.UnreadableFile;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;

/** A plan comes in: preview, confirm, undo; nothing that was reported is ever lost. Each test leaves the plan as it was. */
class PlanImportIT extends ContainerTest {
    /** Action 5.4.4 of the starting plan: priority 5, outcome 5.4, the fourth action. */
    private static final String ACTION = "/priorities/4/outcomes/3/actions/3";

    @EJB
    private ImportService imports;

    @EJB
    private ActionService actions;

    @EJB
    private ContributionService contributions;

    @Test
    void the_plan_given_back_to_itself_changes_nothing() {
        ImportPreview preview = upload(document());
        assertThat(preview.changes().none()).as(preview.changes().toString()).isTrue();
        assertThat(preview.mayConfirm()).isFalse();
        assertThat(preview.counts()).isEqualTo(new ImportPreview.Counts(6, 26, 129, 160, 284, 33));
    }

    @Test
    void the_starting_plan_brought_in_again_changes_nothing() {
        Path file = samples().resolve("plan.json");
        ImportPreview preview = As.person("kscb", () -> imports.upload("plan.json", file));
        assertThat(preview.changes().none()).as(preview.changes().toString()).isTrue();
    }

    @Test
    @EnabledIf(value = "publishedIsHere", disabledReason = "The published plan is not beside this checkout")
    void the_published_plan_in_word_comes_in_once_and_goes_out_again() {
        Path file = published();
        ActionDetail before = detail("2.4.7");
        ImportPreview preview = As.person("kscb", () -> imports.upload("plan.docx", file));
        assertThat(preview.counts()).isEqualTo(new ImportPreview.Counts(6, 26, 129, 160, 284, 33));
        assertThat(preview.oddities())
                .filteredOn(o -> o.kind() == Oddity.Kind.IMPOSSIBLE_DATE)
                .extracting(Oddity::ref)
                .containsExactly("1.2.6", "2.4.1", "2.4.6", "4.2.1");
        assertThat(List.of(preview.changes().added(), preview.changes().removed()))
                .allSatisfy(none -> assertThat(none).isEmpty());
        As.person("kscb", () -> imports.confirm(preview.id()));
        assertThat(detail("2.4.7").updates()).isEqualTo(before.updates());
        assertThat(As.person("kscb", () -> imports.upload("plan.docx", file))
                        .changes()
                        .none())
                .as("the same file again")
                .isTrue();
        As.person("kscb", () -> imports.undo(preview.id()));
        assertThat(detail("2.4.7")).isEqualTo(before);
    }

    @Test
    void a_changed_action_is_shown_confirmed_and_undone_and_its_updates_stay() {
        As.does(
                "kcc",
                () -> contributions.report(new ReportProgress(
                        "5.4.4", "KCC", ReportedStatus.ON_TRACK, "Survey sent out.", null, null, false)));
        ActionDetail before = detail("5.4.4");
        ImportPreview preview = upload(patched(Json.createPatchBuilder()
                .replace(ACTION + "/text", "Ask new starters every month how they are")
                .build()));
        assertThat(preview.changes().changed()).extracting(Change::ref).containsExactly("5.4.4");
        assertThat(preview.changes().changed().getFirst().updates()).isPositive();
        assertThat(preview.changes()
                        .changed()
                        .getFirst()
                        .differences()
                        .getFirst()
                        .after())
                .isEqualTo("Ask new starters every month how they are");
        assertThat(detail("5.4.4").summary().text())
                .as("a preview changes nothing")
                .isEqualTo(before.summary().text());

        ImportPreview confirmed = As.person("kscb", () -> imports.confirm(preview.id()));
        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(detail("5.4.4").summary().text()).isEqualTo("Ask new starters every month how they are");
        assertThat(detail("5.4.4").updates()).isEqualTo(before.updates());
        assertThat(detail("5.4.4").contributions()).isEqualTo(before.contributions());
        assertThat(upload(document()).changes().none())
                .as("the same plan again")
                .isTrue();

        assertThat(As.person("kscb", () -> imports.undo(preview.id())).state()).isEqualTo(State.UNDONE);
        assertThat(detail("5.4.4")).isEqualTo(before);
        assertThatThrownBy(() -> As.person("kscb", () -> imports.undo(preview.id())))
                .as("one undo")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_removed_action_leaves_the_list_and_its_reports_come_back_with_it() {
        ActionDetail before = detail("2.2.4");
        assertThat(before.updates()).isNotEmpty();
        JsonObject without = patched(Json.createPatchBuilder()
                .remove("/priorities/1/outcomes/1/actions/3")
                .build());
        ImportPreview preview = upload(without);
        assertThat(preview.changes().removed()).extracting(Change::ref).containsExactly("2.2.4");
        As.person("kscb", () -> imports.confirm(preview.id()));
        assertThatThrownBy(() -> detail("2.2.4")).isInstanceOf(NotVisible.class);
        assertThat(As.person("police", () -> actions.action("2.2.4", java.time.LocalDate.of(2011, 6, 1)))
                        .updates())
                .as("on a day when it was in the plan")
                .isNotEmpty();
        As.person("kscb", () -> imports.undo(preview.id()));
        assertThat(detail("2.2.4")).isEqualTo(before);
    }

    @Test
    void a_new_action_brings_offers_and_is_not_undone_once_somebody_has_reported() {
        JsonObject added = Json.createObjectBuilder(action())
                .add("ref", "5.4.5")
                .add("text", "Thank those who leave and ask them why")
                .add(
                        "agencies",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("code", "KCC")
                                        .add("basis", "default"))
                                .add(Json.createObjectBuilder()
                                        .add("code", "PROBATION")
                                        .add("basis", "text")))
                .build();
        ImportPreview preview = upload(patched(Json.createPatchBuilder()
                .add("/priorities/4/outcomes/3/actions/-", added)
                .build()));
        assertThat(preview.changes().added()).extracting(Change::ref).containsExactly("5.4.5");
        As.person("kscb", () -> imports.confirm(preview.id()));
        assertThat(As.person("probation", () -> actions.action("5.4.5", null)).offered())
                .isTrue();
        As.does(
                "probation",
                () -> contributions.report(new ReportProgress(
                        "5.4.5", "PROBATION", ReportedStatus.ON_TRACK, "Asked two who left.", null, null, false)));
        assertThatThrownBy(() -> As.person("kscb", () -> imports.undo(preview.id())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("5.4.5");
        ImportPreview back = upload(patched(Json.createPatchBuilder()
                .remove("/priorities/4/outcomes/3/actions/4")
                .build()));
        As.person("kscb", () -> imports.confirm(back.id()));
        assertThat(upload(document()).counts().actions()).isEqualTo(129);
    }

    @Test
    void a_preview_of_an_older_plan_is_looked_at_again_before_it_is_confirmed() {
        ImportPreview mine = upload(patched(Json.createPatchBuilder()
                .replace(ACTION + "/text", "One way to say it")
                .build()));
        ImportPreview other = upload(patched(Json.createPatchBuilder()
                .replace(ACTION + "/text", "Another way to say it")
                .build()));
        As.person("kscb", () -> imports.confirm(other.id()));
        assertThatThrownBy(() -> As.person("kscb", () -> imports.confirm(mine.id())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has changed since");
        assertThat(As.person("kscb", () -> imports.preview(mine.id()))
                        .changes()
                        .changed()
                        .getFirst()
                        .differences()
                        .getFirst()
                        .before())
                .isEqualTo("Another way to say it");
        As.person("kscb", () -> imports.cancel(mine.id()));
        As.person("kscb", () -> imports.undo(other.id()));
    }

    @Test
    void a_file_that_is_no_plan_is_refused_and_nothing_is_kept() throws IOException {
        int before = As.person("kscb", () -> imports.history()).size();
        Path file = Files.writeString(Files.createTempFile("plan", ".docx"), "This is a letter, not a plan.");
        assertThatThrownBy(() -> As.person("kscb", () -> imports.upload("plan.docx", file)))
                .isInstanceOf(UnreadableFile.class);
        assertThat(As.person("kscb", () -> imports.history())).hasSize(before);
        Files.delete(file);
    }

    @Test
    void only_the_manager_brings_plans_in() {
        JsonObject plan = document();
        for (String person : List.of("police", "kcc", "chair", "board", "observer", "visitor")) {
            assertThatThrownBy(() -> upload(person, plan)).as(person).isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> As.person("kscb", () -> imports.preview("nosuchimport")))
                .isInstanceOf(NotVisible.class);
    }

    /** Asked by JUnit outside the server and inside it. */
    static boolean publishedIsHere() {
        return Files.exists(published());
    }

    private static Path published() {
        return samples().resolve("../../../shared/plan/putting-children-first.docx");
    }

    private static Path samples() {
        String inside = System.getenv("PORTAL_SAMPLE_DATA");
        return inside == null
                ? Path.of(System.getProperty("portal.root", "."), "config", "sample-data")
                : Path.of(inside);
    }

    private ActionDetail detail(String ref) {
        return As.person("kcc", () -> actions.action(ref, null));
    }

    private JsonObject document() {
        return As.person("kscb", () -> actions.documentJson());
    }

    private JsonObject action() {
        JsonArray inOutcome = document()
                .getJsonArray("priorities")
                .getJsonObject(4)
                .getJsonArray("outcomes")
                .getJsonObject(3)
                .getJsonArray("actions");
        return inOutcome.getJsonObject(3);
    }

    private JsonObject patched(JsonPatch patch) {
        return patch.apply((JsonObject) (JsonValue) document());
    }

    private ImportPreview upload(JsonObject plan) {
        return upload("kscb", plan);
    }

    private ImportPreview upload(String person, JsonObject plan) {
        try {
            Path file = Files.writeString(Files.createTempFile("plan", ".json"), plan.toString());
            try {
                return As.person(person, () -> imports.upload("plan.json", file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
