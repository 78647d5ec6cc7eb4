package uk.org.kscb.portal.platform.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was counted last, kept as long as its stamp stays the same. A stamp is a cheap question to the database whose answer
 * changes with everything that was counted, so that every node sees a change at once. What was not asked for longest goes
 * first.
 */
public final class Kept<K, V> {
    private final Map<K, Stamped<V>> values;

    private record Stamped<V>(String stamp, V value) {}

    /** @param most how many are kept */
    public Kept(int most) {
        values = Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Stamped<V>> eldest) {
                return size() > most;
            }
        });
    }

    public V get(K key, String stamp, Supplier<V> count) {
        Stamped<V> before = values.get(key);
        if (before != null && before.stamp().equals(stamp)) {
            return before.value();
        }
        V counted = count.get();
        values.put(key, new Stamped<>(stamp, counted));
        return counted;
    }

    /** The columns of a row, all numbers, as one stamp. */
    public static String stamp(@Nullable Object[] row) {
        StringBuilder stamp = new StringBuilder();
        for (Object column : row) {
            stamp.append(Sql.number(column)).append('-');
        }
        return stamp.toString();
    }
}
