package uk.org.kscb.portal.plan.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Due;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;

/**
 * A count of the whole plan on one day, small enough to keep in memory: a line an action, without its words. The counts
 * beside filters and on the home page come from it, so that they cost no query. Its lines hold nothing that
 * only one agency may see; a list that follows an agency's private updates is kept under that agency's key alone. Thrown
 * away as soon as the plan's version moves on.
 */
public final class Census {
    private static final int KEPT_COUNTS = 400;

    private final LocalDate day;
    private final List<Line> lines;
    private final Map<Long, AgencyBadge> agencies; // in the order of lists
    private final Headings headings;
    private final Map<Object, Object> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > KEPT_COUNTS;
        }
    });

    Census(LocalDate day, List<Line> lines, Map<Long, AgencyBadge> agencies, Headings headings) {
        this.day = day;
        this.lines = List.copyOf(lines);
        this.agencies = Collections.unmodifiableMap(new LinkedHashMap<>(agencies));
        this.headings = headings;
    }

    /**
     * @param due the day that counts next, or null
     * @param owed what each agency owes
     */
    public record Line(
            long actionId,
            String ref,
            int priority,
            String outcome,
            @Nullable LocalDate due,
            DeliveryStatus status,
            @Nullable Long leadAgency,
            Owed[] owed,
            String[] references) {

        boolean owedBy(long agency) {
            for (Owed one : owed) {
                if (one.agencyId == agency) {
                    return true;
                }
            }
            return false;
        }

        public boolean joint() {
            return owed.length > 1;
        }
    }

    /** @param lastShared day of its newest shared update, or null */
    public record Owed(
            long contributionId,
            long agencyId,
            ContributionState state,
            @Nullable LocalDate due,
            DeliveryStatus status,
            @Nullable LocalDate lastShared) {}

    /** Who looks, as far as counting goes: the own agency and the one above it. */
    public record Own(long agencyId, long umbrellaId) {
        boolean owes(Line line) {
            return line.owedBy(agencyId) || line.owedBy(umbrellaId);
        }

        public boolean is(long agency) {
            return agency == agencyId || agency == umbrellaId;
        }
    }

    public LocalDate day() {
        return day;
    }

    public List<Line> lines() {
        return lines;
    }

    public Headings headings() {
        return headings;
    }

    public Map<Long, AgencyBadge> agencies() {
        return agencies;
    }

    public Optional<Line> line(String ref) {
        Map<String, Line> byRef = keep("byRef", () -> {
            Map<String, Line> map = new java.util.HashMap<>();
            lines.forEach(l -> map.put(l.ref(), l));
            return map;
        });
        return Optional.ofNullable(byRef.get(ref));
    }

    /** Through their ids actions are found by an index, however long the plan; a ref that is not in it has none. */
    List<Long> actionIds(java.util.Collection<String> refs) {
        return refs.stream()
                .flatMap(ref -> line(ref).stream())
                .map(Line::actionId)
                .toList();
    }

    /** Computes once and keeps it as long as this census. */
    @SuppressWarnings("unchecked")
    public <T> T keep(Object key, java.util.function.Supplier<T> how) {
        T value = (T) kept.get(key);
        if (value == null) {
            value = how.get();
            kept.put(key, value);
        }
        return value;
    }

    /** Which lines a filter shows, leaving out one of its groups when counting that group's choices. */
    Predicate<Line> matching(ActionFilter filter, Own own, @Nullable Set<Long> found, Group except) {
        Predicate<Line> all = showing(filter.show(), own);
        if (found != null) {
            all = all.and(l -> found.contains(l.actionId()));
        }
        if (except != Group.STATUS && !filter.statuses().isEmpty()) {
            all = all.and(l -> filter.statuses().contains(l.status()));
        }
        if (except != Group.DUE && filter.due() != Due.ANY) {
            all = all.and(l -> falls(l, filter.due()));
        }
        if (except != Group.AGENCY && !filter.agencies().isEmpty()) {
            Set<Long> wanted = idsOf(filter.agencies());
            all = all.and(l -> Arrays.stream(l.owed()).anyMatch(o -> wanted.contains(o.agencyId())));
        }
        if (except != Group.PRIORITY && !filter.priorities().isEmpty()) {
            all = all.and(l -> filter.priorities().contains(l.priority()));
        }
        if (except != Group.OUTCOME && !filter.outcomes().isEmpty()) {
            all = all.and(l -> filter.outcomes().contains(l.outcome()));
        }
        if (except != Group.REFERENCE && !filter.references().isEmpty()) {
            all = all.and(l -> Arrays.stream(l.references()).anyMatch(filter.references()::contains));
        }
        return all;
    }

    Predicate<Line> showing(Show show, Own own) {
        return switch (show) {
            case ALL -> l -> true;
            case JOINT -> Line::joint;
            case MINE -> own::owes;
        };
    }

    boolean falls(Line line, Due due) {
        LocalDate date = line.due();
        return switch (due) {
            case ANY -> true;
            case NONE -> date == null;
            case PAST -> date != null && date.isBefore(day) && line.status() != DeliveryStatus.REPORTED_COMPLETE;
            case SOON -> date != null && !date.isBefore(day) && !date.isAfter(day.plusDays(30));
            case QUARTER -> date != null && !date.isBefore(day) && !date.isAfter(day.plusMonths(3));
        };
    }

    Set<Long> idsOf(Set<String> codes) {
        return agencies.entrySet().stream()
                .filter(e -> codes.contains(e.getValue().code()))
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** How many of the lines have each value. */
    static <K> Map<K, Long> tally(List<Line> lines, Predicate<Line> which, Function<Line, Iterable<K>> values) {
        Map<K, Long> counts = new java.util.HashMap<>();
        for (Line line : lines) {
            if (which.test(line)) {
                for (K value : values.apply(line)) {
                    counts.merge(value, 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    enum Group {
        STATUS,
        DUE,
        AGENCY,
        PRIORITY,
        OUTCOME,
        REFERENCE,
        NONE
    }
}
