package uk.org.kscb.portal.platform.persistence;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** A list of texts in one column, as a JSON array; order counts and nothing needs escaping by hand. */
@Converter
public class TextList implements AttributeConverter<List<String>, String> {

    // made once: each Json.create...() searches the class path for a provider
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    @Override
    public String convertToDatabaseColumn(List<String> texts) {
        return BUILDERS.createArrayBuilder(texts).build().toString();
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        if (column.equals("[]")) {
            return List.of();
        }
        try (var reader = READERS.createReader(new StringReader(column))) {
            return reader.readArray().stream().map(TextList::text).toList();
        }
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }
}
