package uk.org.kscb.portal.platform.persistence;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/** A list of texts in one column, as a JSON array; order counts and nothing needs escaping by hand. */
@Converter
public class TextList implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> texts) {
        return Json.createArrayBuilder(texts).build().toString();
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        if (column.equals("[]")) {
            return List.of();
        }
        try (var reader = Json.createReader(new StringReader(column))) {
            return reader.readArray().stream().map(TextList::text).toList();
        }
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }
}
