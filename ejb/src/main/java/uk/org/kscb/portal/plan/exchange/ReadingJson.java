package uk.org.kscb.portal.plan.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity;

/** How a file was read, beside the plan itself, as it is kept with an import: oddities, headings, column mapping. */
public record ReadingJson(List<Oddity> oddities, List<String> headings, ColumnMapping mapping) {

    public static String write(PlanReading reading) {
        JsonArrayBuilder oddities = Json.createArrayBuilder();
        for (Oddity oddity : reading.oddities()) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("kind", oddity.kind().name())
                    .add("row", oddity.row())
                    .add("raw", oddity.raw())
                    .add("read", oddity.read())
                    .add("why", oddity.why());
            addIfThere(one, "ref", oddity.ref());
            addIfThere(one, "cell", oddity.cell());
            oddities.add(one);
        }
        return Json.createObjectBuilder()
                .add("oddities", oddities)
                .add("headings", Json.createArrayBuilder(reading.headings()))
                .add("mapping", reading.mapping().toJson())
                .build()
                .toString();
    }

    public static ReadingJson read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject all = reader.readObject();
            return new ReadingJson(
                    all.getJsonArray("oddities").getValuesAs(ReadingJson::oddity),
                    all.getJsonArray("headings").getValuesAs(JsonString::getString),
                    ColumnMapping.fromJson(all.getJsonObject("mapping")));
        }
    }

    private static Oddity oddity(jakarta.json.JsonValue value) {
        JsonObject one = value.asJsonObject();
        return new Oddity(
                Oddity.Kind.valueOf(one.getString("kind")),
                one.getString("ref", null),
                one.getString("row"),
                one.getString("cell", null),
                one.getString("raw"),
                one.getString("read"),
                one.getString("why"));
    }

    private static void addIfThere(JsonObjectBuilder to, String name, @Nullable String value) {
        if (value != null) {
            to.add(name, value);
        }
    }
}
