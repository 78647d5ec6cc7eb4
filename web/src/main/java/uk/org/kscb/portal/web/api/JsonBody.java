package uk.org.kscb.portal.web.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.web.api.Problem.FieldError;

/** The object that somebody sent, read member by member; what is wrong with each is collected and said at once. */
final class JsonBody {
    private final JsonObject json;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonBody(JsonObject json) {
        this.json = json;
    }

    static JsonBody read(InputStream body) {
        return read(body, false);
    }

    /** A body that may be left out. */
    static JsonBody readOptional(InputStream body) {
        return read(body, true);
    }

    private static JsonBody read(InputStream body, boolean mayBeEmpty) {
        String text = text(body);
        if (mayBeEmpty && text.isBlank()) {
            return new JsonBody(JsonValue.EMPTY_JSON_OBJECT);
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new JsonBody(reader.readObject());
        } catch (JsonException | IllegalStateException | NumberFormatException malformed) {
            throw ProblemException.malformed("The body is not a JSON object.");
        }
    }

    /** As it was sent; {@link BodyLimit} bounds its size. */
    private static String text(InputStream body) {
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException brokenOff) {
            throw ProblemException.malformed("The body ended before it was complete.");
        }
    }

    JsonBody only(Set<String> members) {
        json.keySet().stream()
                .filter(member -> !members.contains(member))
                .forEach(member -> errors.add(new FieldError(shortened(member), "There is no such member.")));
        return this;
    }

    @Nullable
    String text(String member) {
        JsonValue value = json.getOrDefault(member, JsonValue.NULL);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value != JsonValue.NULL) {
            errors.add(new FieldError(member, "Expected a text."));
        }
        return null;
    }

    boolean yes(String member) {
        JsonValue value = json.getOrDefault(member, JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            errors.add(new FieldError(member, "Expected true or false."));
        }
        return value == JsonValue.TRUE;
    }

    <E extends Enum<E>> Optional<E> slug(String member, E[] all) {
        String slug = text(member);
        if (slug == null) {
            return Optional.empty();
        }
        Optional<E> read = Slug.read(all, slug);
        if (read.isEmpty()) {
            errors.add(new FieldError(member, "Expected one of: " + Slug.list(all) + "."));
        }
        return read;
    }

    JsonObject json() {
        return json;
    }

    void wrong(String member, String message) {
        errors.add(new FieldError(shortened(member), message));
    }

    void refuseErrors() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static String shortened(String member) {
        return member.length() <= 60 ? member : member.substring(0, 60);
    }
}
