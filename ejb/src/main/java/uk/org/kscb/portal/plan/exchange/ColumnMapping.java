package uk.org.kscb.portal.plan.exchange;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of the plan's table holds what. Guessed from the headings; the person who imports may correct it.
 *
 * @param columns role to column, counted from 0; a role without a column is absent
 */
public record ColumnMapping(Map<ColumnRole, Integer> columns) {

    /** For files that are no tables. */
    public static final ColumnMapping NONE = new ColumnMapping(Map.of());

    public ColumnMapping {
        Map<ColumnRole, Integer> copy = new EnumMap<>(ColumnRole.class);
        copy.putAll(columns);
        columns = Collections.unmodifiableMap(copy);
    }

    public boolean has(ColumnRole role) {
        return columns.containsKey(role);
    }

    /** The column, or -1. */
    public int column(ColumnRole role) {
        return columns.getOrDefault(role, -1);
    }

    public @Nullable ColumnRole roleOf(int column) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    public ColumnMapping with(ColumnRole role, int column) {
        Map<ColumnRole, Integer> changed = new EnumMap<>(ColumnRole.class);
        changed.putAll(columns);
        changed.put(role, column);
        return new ColumnMapping(changed);
    }

    /** {@code {"ref": 0, "action": 1}} */
    public JsonObject toJson() {
        var json = Json.createObjectBuilder();
        columns.forEach((role, column) -> json.add(role.code(), column));
        return json.build();
    }

    /** @throws UnreadablePlan where a role is unknown or a column is not a number from 0 */
    public static ColumnMapping fromJson(JsonObject json) {
        Map<ColumnRole, Integer> columns = new EnumMap<>(ColumnRole.class);
        json.forEach((code, value) -> {
            ColumnRole role = ColumnRole.ofCode(code)
                    .orElseThrow(() -> new UnreadablePlan(
                            UnreadablePlan.Reason.WRONG_COLUMNS, "There is no column kind \"" + code + "\"."));
            if (!(value instanceof JsonNumber number) || !number.isIntegral() || number.longValue() < 0) {
                throw new UnreadablePlan(
                        UnreadablePlan.Reason.WRONG_COLUMNS,
                        "The column for \"" + role.label() + "\" must be a number, counted from 0.");
            }
            columns.put(role, (int) Math.min(number.longValue(), Integer.MAX_VALUE));
        });
        return new ColumnMapping(columns);
    }
}
