package uk.org.kscb.portal.plan.exchange;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/**
 * A JSON object of which we expect a shape; says exactly where it differs.
 *
 * @param path where it stands: "priorities[2].outcomes[0]"
 */
record JsonShape(JsonObject json, String path) {

    String text(String name) {
        JsonValue value = required(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw wrong(name, "must be a text");
    }

    String oneOf(String name, Set<String> allowed) {
        String text = text(name);
        if (allowed.contains(text)) {
            return text;
        }
        throw wrong(
                name,
                "must be one of " + String.join(", ", allowed.stream().sorted().toList()));
    }

    @Nullable
    String optionalText(String name) {
        return absent(name) ? null : text(name);
    }

    int number(String name) {
        JsonValue value = required(name);
        if (value instanceof JsonNumber number && number.isIntegral()) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw wrong(name, "is too large a number");
            }
        }
        throw wrong(name, "must be a whole number");
    }

    @Nullable
    Integer optionalNumber(String name) {
        return absent(name) ? null : number(name);
    }

    /** Absent counts as false. */
    boolean flag(String name) {
        if (absent(name)) {
            return false;
        }
        return switch (required(name).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw wrong(name, "must be true or false");
        };
    }

    @Nullable
    LocalDate date(String name) {
        String text = optionalText(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name, "must be a date that exists, written 2011-03-31");
        }
    }

    /** Absent counts as none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array(name, false)) {
            if (!(value instanceof JsonString string)) {
                throw wrong(name + "[" + texts.size() + "]", "must be a text");
            }
            texts.add(string.getString());
        }
        return List.copyOf(texts);
    }

    <T> List<T> objects(String name, boolean required, Function<JsonShape, T> read) {
        List<T> objects = new ArrayList<>();
        for (JsonValue value : array(name, required)) {
            String at = name + "[" + objects.size() + "]";
            if (!(value instanceof JsonObject object)) {
                throw wrong(at, "must be an object");
            }
            objects.add(read.apply(new JsonShape(object, place(at))));
        }
        return List.copyOf(objects);
    }

    @Nullable
    JsonShape optionalObject(String name) {
        if (absent(name)) {
            return null;
        }
        if (json.get(name) instanceof JsonObject object) {
            return new JsonShape(object, place(name));
        }
        throw wrong(name, "must be an object");
    }

    private JsonArray array(String name, boolean required) {
        if (!required && absent(name)) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        if (required(name) instanceof JsonArray array) {
            return array;
        }
        throw wrong(name, "must be a list");
    }

    private boolean absent(String name) {
        return !json.containsKey(name) || json.isNull(name);
    }

    private JsonValue required(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private UnreadablePlan wrong(String name, String what) {
        return new UnreadablePlan(
                Reason.WRONG_SHAPE, "The JSON is not shaped like a plan: " + place(name) + " " + what + ".");
    }
}
