package uk.org.kscb.portal.plan.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** A plan in the portal's own JSON. Its date notes are oddities again: a person still has to look at them. */
final class JsonSource {

    private static final int MOST_VALUES = 1_000_000;

    private JsonSource() {}

    static PlanReading read(String text) {
        JsonObject json = parse(text);
        PlanDocument plan = PlanJson.fromJson(json);
        OddityList oddities = new OddityList();
        noteStrangers(json, PlanJson.toJson(plan), "", oddities);
        plan.actions().forEach(a -> a.milestones().forEach(m -> noteDates(a, m, oddities)));
        return new PlanReading(PlanFormat.JSON, plan, oddities.inFileOrder(), ColumnMapping.NONE, List.of());
    }

    /** Counts before anything is built: a small file can hold millions of empty lists. */
    private static void count(String text) {
        int values = 0;
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
                if (++values > MOST_VALUES) {
                    throw new UnreadablePlan(
                            Reason.TOO_LARGE, "The JSON holds far more than a plan. Send the plan alone.");
                }
            }
        }
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            count(text);
            JsonStructure read = reader.read();
            if (read instanceof JsonObject object) {
                return object;
            }
            throw new UnreadablePlan(
                    Reason.WRONG_SHAPE,
                    "The JSON is not shaped like a plan: it must be one object with \"priorities\".");
        } catch (JsonParsingException e) {
            throw new UnreadablePlan(
                    Reason.BROKEN,
                    "The file is not valid JSON: see line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber() + ".",
                    e);
        } catch (JsonException e) {
            throw new UnreadablePlan(Reason.BROKEN, "The file is not valid JSON.", e);
        }
    }

    private static void noteDates(Action action, Milestone step, OddityList oddities) {
        String note = step.dateNote();
        if (note == null) {
            return;
        }
        TimescaleReading read = new TimescaleReading(
                step.timescaleRaw(), step.start(), step.end(), step.review(), step.completed(), null, note, null);
        oddities.add(
                1,
                kind(step, note),
                action.ref(),
                "action " + action.ref() + ", step " + step.no(),
                "timescaleRaw",
                step.timescaleRaw(),
                read.read(),
                note);
    }

    private static Kind kind(Milestone step, String note) {
        if (note.contains("does not exist")) {
            return Kind.IMPOSSIBLE_DATE;
        }
        return step.start() == null && step.end() == null ? Kind.NO_DATE : Kind.INTERPRETED_DATE;
    }

    /** Members that the portal does not know are not kept, and that is said. */
    private static void noteStrangers(JsonValue given, @Nullable JsonValue kept, String path, OddityList oddities) {
        if (given instanceof JsonObject object && kept instanceof JsonObject same) {
            object.forEach((name, value) -> {
                String at = path.isEmpty() ? name : path + "." + name;
                if (same.containsKey(name)) {
                    noteStrangers(value, same.get(name), at, oddities);
                } else if (!saysNothing(value)) {
                    oddities.add(
                            0,
                            Kind.STRUCTURE,
                            null,
                            at,
                            name,
                            value.toString(),
                            "left out",
                            "a plan has no such member here");
                }
            });
        } else if (given instanceof JsonArray array && kept instanceof JsonArray same) {
            for (int i = 0; i < Math.min(array.size(), same.size()); i++) {
                noteStrangers(array.get(i), same.get(i), path + "[" + i + "]", oddities);
            }
        }
    }

    private static boolean saysNothing(JsonValue value) {
        return value == JsonValue.NULL
                || value == JsonValue.FALSE
                || (value instanceof JsonArray array && array.isEmpty());
    }
}
