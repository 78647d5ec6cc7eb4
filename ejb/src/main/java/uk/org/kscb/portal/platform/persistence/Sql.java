package uk.org.kscb.portal.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query put together from pieces, each with its own values: values are always bound, never written into the text. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Adds a piece; each question mark takes the next value, a collection as many places as it has members. */
    public Sql add(String piece, Object... itsValues) {
        int next = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == '?') {
                bind(itsValues[next++]);
            } else {
                text.append(c);
            }
        }
        if (next != itsValues.length) {
            throw new IllegalArgumentException(itsValues.length + " values for " + next + " places: " + piece);
        }
        text.append('\n');
        return this;
    }

    private void bind(Object value) {
        if (value instanceof Collection<?> several) {
            String comma = "";
            for (Object one : several) {
                text.append(comma);
                bind(one);
                comma = ", ";
            }
        } else {
            values.add(value instanceof LocalDate day ? Date.valueOf(day) : value);
            text.append('?').append(values.size());
        }
    }

    public Query on(EntityManager em) {
        Query query = em.createNativeQuery(text.toString());
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /** All rows; for queries of more than one column. */
    @SuppressWarnings("unchecked")
    public List<Object[]> rows(EntityManager em) {
        return (List<Object[]>) on(em).getResultList();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    public static @Nullable LocalDate day(@Nullable Object column) {
        return switch (column) {
            case null -> null;
            case LocalDate day -> day;
            case Date date -> date.toLocalDate();
            default -> LocalDate.parse(column.toString());
        };
    }

    public static boolean flag(@Nullable Object column) {
        return column instanceof Boolean flag ? flag : column instanceof Number number && number.intValue() != 0;
    }

    public static long number(@Nullable Object column) {
        return column == null ? 0 : ((Number) column).longValue();
    }

    public static @Nullable Long numberOrNull(@Nullable Object column) {
        return column == null ? null : ((Number) column).longValue();
    }
}
