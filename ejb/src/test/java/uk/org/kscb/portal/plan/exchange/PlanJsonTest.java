package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.Oddity;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

class PlanJsonTest {

    private static final String SMALL = """
        {"title": "A small plan", "priorities": [{"no": 1, "title": "Warm homes", "outcomes": [
          {"ref": "1.1", "text": "Homes are warm", "actions": [
            {"ref": "1.1.1", "text": "Seal windows", "status": "planned", "milestones": [
              {"no": 1, "timescaleRaw": "31 May 2011", "end": "2011-05-31"}]}]}]}]}
        """;

    @Test
    void the_starting_plan_is_written_as_it_was_read() throws IOException {
        JsonObject given = object(Files.readString(PlanSamples.startingPlanFile()));
        JsonObject written = PlanJson.toJson(PlanJson.fromJson(given));
        assertThat(written).isEqualTo(given);
        assertThat(members(written, "")).isEqualTo(members(given, ""));
    }

    @Test
    void the_starting_plan_has_all_its_actions_and_its_dates_still_wait_for_a_person() {
        PlanReading reading = PlanSamples.startingPlan();
        assertThat(reading.format()).isEqualTo(PlanFormat.JSON);
        assertThat(reading.plan().actions()).hasSize(129);
        assertThat(reading.oddities())
                .filteredOn(o -> o.kind() == Kind.IMPOSSIBLE_DATE)
                .extracting(Oddity::ref)
                .containsExactly("1.2.6", "2.4.1", "2.4.6", "4.2.1");
        assertThat(reading.oddities()).filteredOn(o -> o.kind() == Kind.NO_DATE).hasSize(4);
        assertThat(reading.oddities()).noneMatch(o -> o.kind() == Kind.STRUCTURE);
    }

    @Test
    void what_was_read_from_a_table_goes_through_json_unchanged() {
        PlanDocument plan = SampleFiles.read("plan.docx", InventedPlan.word()).plan();
        JsonObject json = PlanJson.toJson(plan);
        assertThat(PlanJson.fromJson(object(json.toString()))).isEqualTo(plan);
    }

    @Test
    void what_a_plan_need_not_say_may_be_left_out() {
        Action action = PlanJson.fromJson(object(SMALL)).action("1.1.1").orElseThrow();
        assertThat(action.milestones().getFirst().end()).isEqualTo("2011-05-31");
        assertThat(action.milestones().getFirst().start()).isNull();
        assertThat(action.agencies()).isEmpty();
    }

    @Test
    void members_that_a_plan_does_not_have_are_left_out_and_that_is_said() {
        String json = SMALL.replace("\"status\"", "\"colour\": \"blue\", \"status\"");
        PlanReading reading = SampleFiles.read("plan.json", SampleFiles.utf8(json));
        assertThat(reading.oddities()).singleElement().satisfies(o -> {
            assertThat(o.kind()).isEqualTo(Kind.STRUCTURE);
            assertThat(o.row()).isEqualTo("priorities[0].outcomes[0].actions[0].colour");
            assertThat(o.read()).isEqualTo("left out");
        });
    }

    @Test
    void a_date_that_does_not_exist_waits_for_a_person_though_the_file_is_sure_of_it() {
        PlanReading reading =
                JsonSource.read(SMALL.replace("31 May 2011", "31 June 2011").replace("2011-05-31", "2011-06-30"));
        assertThat(reading.plan()
                        .actions()
                        .toList()
                        .getFirst()
                        .milestones()
                        .getFirst()
                        .impossibleDate())
                .isTrue();
        assertThat(reading.oddities()).singleElement().satisfies(o -> {
            assertThat(o.kind()).isEqualTo(Kind.IMPOSSIBLE_DATE);
            assertThat(o.raw()).isEqualTo("31 June 2011");
        });
        assertThat(JsonSource.read(SMALL).oddities()).isEmpty();
    }

    @Test
    void a_value_of_another_kind_is_refused_by_its_place() {
        assertRefused(SMALL.replace("\"planned\"", "\"green\""), "actions[0].status must be one of completed, planned");
        assertRefused(SMALL.replace("2011-05-31", "2011-06-31"), "milestones[0].end must be a date that exists");
        assertRefused(SMALL.replace("\"Seal windows\"", "7"), "actions[0].text must be a text");
        assertRefused(SMALL.replace("\"end\"", "\"review\": 1, \"end\""), "review must be true or false");
        assertRefused(SMALL.replace("\"end\"", "\"measures\": [1], \"end\""), "measures[0] must be a text");
    }

    private static void assertRefused(String json, String message) {
        UnreadablePlan refused = catchThrowableOfType(UnreadablePlan.class, () -> PlanJson.fromJson(object(json)));
        assertThat(refused.reason()).isEqualTo(Reason.WRONG_SHAPE);
        assertThat(refused).hasMessageContaining(message);
    }

    @Test
    void an_action_that_stands_twice_is_refused() {
        JsonObject plan = object(SMALL);
        JsonArray twice = Json.createArrayBuilder(plan.getJsonArray("priorities"))
                .add(Json.createObjectBuilder(plan.getJsonArray("priorities").getJsonObject(0))
                        .add("no", 2)
                        .add("outcomes", JsonValue.EMPTY_JSON_ARRAY))
                .build();
        JsonObject fine =
                Json.createObjectBuilder(plan).add("priorities", twice).build();
        assertThat(PlanJson.fromJson(fine).priorities()).hasSize(2);
        String doubled = SMALL.replace(
                "{\"ref\": \"1.1.1\"",
                "{\"ref\": \"1.1.1\", \"text\": \"a\", \"status\": \"planned\", \"milestones\": []}, {\"ref\":"
                        + " \"1.1.1\"");
        UnreadablePlan refused = catchThrowableOfType(UnreadablePlan.class, () -> PlanJson.fromJson(object(doubled)));
        assertThat(refused.reason()).isEqualTo(Reason.DUPLICATE_REF);
        assertThat(refused).hasMessageContaining("action 1.1.1 twice");
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The names of all members in their order, which equality leaves aside. */
    private static List<String> members(JsonValue value, String path) {
        List<String> names = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> {
                names.add(path + "." + name);
                names.addAll(members(inner, path + "." + name));
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(inner -> names.addAll(members(inner, path + "[]")));
        }
        return names;
    }
}
