package uk.org.kscb.portal.practiceaudit.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.AnsweredBy;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.ToolDocument;
import uk.org.kscb.portal.practiceaudit.ToolDocument.BridgeLine;
import uk.org.kscb.portal.practiceaudit.UnreadableTool;
import uk.org.kscb.portal.practiceaudit.Wording;

/** Tools as JSON. What a question does not have is left out. */
public final class ToolJson {
    private ToolJson() {}

    public static JsonObject write(ToolDocument tool) {
        JsonArrayBuilder questions = Json.createArrayBuilder();
        tool.questions().forEach(q -> questions.add(question(q)));
        JsonArrayBuilder bridge = Json.createArrayBuilder();
        tool.bridge().forEach(b -> {
            JsonObjectBuilder line =
                    Json.createObjectBuilder().add("from", b.from()).add("to", b.to());
            add(line, "note", b.note());
            bridge.add(line);
        });
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("name", tool.name()).add("kind", slug(tool.kind()));
        add(json, "note", tool.note());
        return json.add("questions", questions).add("bridge", bridge).build();
    }

    private static JsonObjectBuilder question(Question q) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("ref", q.ref())
                .add("section", q.section())
                .add("sectionTitle", q.sectionTitle())
                .add("text", q.text());
        add(json, "guidance", q.guidance());
        add(json, "evidence", q.evidence());
        json.add("answer", slug(q.kind().name())).add("who", slug(q.answeredBy().name()));
        add(json, "criticalWhen", q.criticalWhen() == null ? null : slug(q.criticalWhen()));
        add(
                json,
                "criticalCaps",
                q.criticalCaps() == null ? null : slug(q.criticalCaps().name()));
        if (q.scored()) {
            json.add("scored", true);
        }
        if (q.weight().compareTo(BigDecimal.ONE) != 0) {
            json.add("weight", q.weight());
        }
        if (!q.choices().isEmpty()) {
            JsonArrayBuilder choices = Json.createArrayBuilder();
            q.choices().forEach(choices::add);
            json.add("choices", choices);
        }
        add(json, "askedWhen", q.conditionRef());
        add(json, "askedWhenAnswer", q.conditionValue());
        add(json, "onlyAgency", q.agencyVariant());
        if (!q.wordings().isEmpty()) {
            JsonArrayBuilder wordings = Json.createArrayBuilder();
            q.wordings().forEach(w -> {
                JsonObjectBuilder one =
                        Json.createObjectBuilder().add("agency", w.agency()).add("text", w.text());
                add(one, "evidence", w.evidence());
                wordings.add(one);
            });
            json.add("wordings", wordings);
        }
        add(
                json,
                "grades",
                q.gradeSubject() == null ? null : slug(q.gradeSubject().name()));
        return json;
    }

    /** @throws UnreadableTool when it is no tool; what the questions must be like is not checked here */
    public static ToolDocument read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return read(reader.readObject());
        } catch (JsonException | IllegalStateException malformed) {
            throw new UnreadableTool("This is not a JSON object. Export a tool to see what one looks like.");
        }
    }

    public static ToolDocument read(InputStream in) {
        try (var reader = Json.createReader(in)) {
            return read(reader.readObject());
        } catch (JsonException | IllegalStateException malformed) {
            throw new UnreadableTool("This is not a JSON object. Export a tool to see what one looks like.");
        }
    }

    private static ToolDocument read(JsonObject json) {
        try {
            return new ToolDocument(
                    required(json, "name", "The tool"),
                    constant(required(json, "kind", "The tool")),
                    text(json, "note"),
                    array(json, "questions").getValuesAs(JsonObject.class).stream()
                            .map(ToolJson::readQuestion)
                            .toList(),
                    array(json, "bridge").getValuesAs(JsonObject.class).stream()
                            .map(b -> new BridgeLine(
                                    required(b, "from", "A line of the bridge"),
                                    required(b, "to", "A line of the bridge"),
                                    text(b, "note")))
                            .toList());
        } catch (ClassCastException wrongShape) {
            throw new UnreadableTool("A part of this file has the wrong shape. Questions are a list of objects.");
        }
    }

    private static Question readQuestion(JsonObject q) {
        String ref = required(q, "ref", "A question");
        String subject = text(q, "grades");
        String caps = text(q, "criticalCaps");
        String when = text(q, "criticalWhen");
        return new Question(
                ref,
                required(q, "section", ref),
                required(q, "sectionTitle", ref),
                required(q, "text", ref),
                text(q, "guidance"),
                text(q, "evidence"),
                Cells.one(AnswerKind.values(), required(q, "answer", ref), ref, "answer"),
                Cells.one(AnsweredBy.values(), required(q, "who", ref), ref, "who"),
                when == null ? null : constant(when),
                caps == null ? null : Cells.one(GradeSubject.values(), caps, ref, "criticalCaps"),
                q.get("weight") instanceof JsonNumber n ? n.bigDecimalValue() : BigDecimal.ONE,
                q.getBoolean("scored", false),
                array(q, "choices").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList(),
                text(q, "askedWhen"),
                text(q, "askedWhenAnswer"),
                text(q, "onlyAgency"),
                array(q, "wordings").getValuesAs(JsonObject.class).stream()
                        .map(w ->
                                new Wording(required(w, "agency", ref), required(w, "text", ref), text(w, "evidence")))
                        .toList(),
                subject == null ? null : Cells.one(GradeSubject.values(), subject, ref, "grades"));
    }

    private static JsonArray array(JsonObject json, String member) {
        JsonValue value = json.get(member);
        return value == null || value == JsonValue.NULL ? JsonValue.EMPTY_JSON_ARRAY : (JsonArray) value;
    }

    private static String required(JsonObject json, String member, String whose) {
        String text = text(json, member);
        if (text == null) {
            throw new UnreadableTool(whose + " has no “" + member + "”.");
        }
        return text;
    }

    private static @Nullable String text(JsonObject json, String member) {
        JsonValue value = json.get(member);
        return switch (value) {
            case null -> null;
            case JsonString s -> s.getString().isBlank() ? null : s.getString().strip();
            case JsonNumber n -> n.toString();
            default -> null;
        };
    }

    private static void add(JsonObjectBuilder json, String member, @Nullable String value) {
        if (value != null) {
            json.add(member, value);
        }
    }

    static String slug(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String constant(String slug) {
        return slug.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static List<String> slugs(Enum<?>[] all) {
        return java.util.Arrays.stream(all).map(e -> slug(e.name())).toList();
    }
}
