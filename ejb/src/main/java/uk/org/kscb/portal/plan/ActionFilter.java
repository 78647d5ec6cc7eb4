package uk.org.kscb.portal.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * What the list of actions shows, exactly as it stands in the address: a page, the API and a bookmark mean the same.
 * Reading an address is lenient, since people edit and shorten them: an unknown value is left out, never an error.
 *
 * @param asAt the day shown; null for today
 * @param page from 1
 * @param size lines a page, 1 to {@link #MOST}
 */
public record ActionFilter(
        Show show,
        Set<DeliveryStatus> statuses,
        Due due,
        Set<String> agencies,
        Set<Integer> priorities,
        Set<String> outcomes,
        Set<String> references,
        String text,
        Sort sort,
        boolean descending,
        int page,
        int size,
        @Nullable LocalDate asAt)
        implements TrailObject.Named {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    public enum Show {
        MINE,
        JOINT,
        ALL;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Due {
        ANY("any", "Any time"),
        PAST("past", "Already past"),
        /** Within 30 days of the day shown, and not past. */
        SOON("soon", "In the next 30 days"),
        QUARTER("quarter", "In the next 3 months"),
        NONE("none", "No date in the plan");

        private final String slug;
        private final String words;

        Due(String slug, String words) {
            this.slug = slug;
            this.words = words;
        }

        public String slug() {
            return slug;
        }

        public String words() {
            return words;
        }
    }

    public enum Sort {
        DUE,
        REF,
        TEXT,
        STATUS,
        UPDATE;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ActionFilter {
        statuses = Set.copyOf(statuses);
        agencies = Set.copyOf(agencies);
        priorities = Set.copyOf(priorities);
        outcomes = Set.copyOf(outcomes);
        references = Set.copyOf(references);
    }

    public static ActionFilter usual(Show show) {
        return new ActionFilter(
                show, Set.of(), Due.ANY, Set.of(), Set.of(), Set.of(), Set.of(), "", Sort.DUE, false, 1, USUAL, null);
    }

    /** Reads the parameters of an address. Values may be repeated or joined by commas. */
    public static ActionFilter from(Map<String, ? extends List<String>> address, Show otherwise) {
        String sort = first(address, "sort").orElse("due");
        boolean descending = sort.startsWith("-");
        return new ActionFilter(
                one(address, "show", Show.values(), Show::slug).orElse(otherwise),
                several(address, "status", DeliveryStatus.values(), DeliveryStatus::slug),
                one(address, "due", Due.values(), Due::slug).orElse(Due.ANY),
                words(address, "agency").map(s -> s.toUpperCase(Locale.ROOT)).collect(ordered()),
                words(address, "priority").flatMap(s -> number(s).stream()).collect(ordered()),
                words(address, "outcome").collect(ordered()),
                words(address, "ref").map(ActionFilter::tidyReference).collect(ordered()),
                first(address, "q")
                        .map(String::strip)
                        .map(s -> s.substring(0, Math.min(s.length(), 200)))
                        .orElse(""),
                Stream.of(Sort.values())
                        .filter(s -> s.slug().equals(descending ? sort.substring(1) : sort))
                        .findFirst()
                        .orElse(Sort.DUE),
                descending,
                first(address, "page")
                        .flatMap(ActionFilter::number)
                        .map(n -> Math.clamp(n, 1, 1_000_000))
                        .orElse(1),
                first(address, "size")
                        .or(() -> first(address, "rows"))
                        .flatMap(ActionFilter::number)
                        .map(n -> Math.clamp(n, 1, MOST))
                        .orElse(USUAL),
                first(address, "asAt").flatMap(ActionFilter::day).orElse(null));
    }

    /** Without the words that somebody searched for: free text never reaches the trail. */
    @Override
    public String trailObject() {
        return toQuery().replaceAll("&q=[^&]*", "");
    }

    /** This filter as the part of an address after the question mark; empty when it is the usual one. */
    public String toQuery() {
        List<String> parts = new ArrayList<>();
        parts.add("show=" + show.slug());
        statuses.stream().sorted().forEach(s -> parts.add("status=" + s.slug()));
        if (due != Due.ANY) {
            parts.add("due=" + due.slug());
        }
        agencies.stream().sorted().forEach(a -> parts.add("agency=" + encoded(a)));
        priorities.stream().sorted().forEach(p -> parts.add("priority=" + p));
        outcomes.stream().sorted().forEach(o -> parts.add("outcome=" + encoded(o)));
        references.stream().sorted().forEach(r -> parts.add("ref=" + encoded(r)));
        if (!text.isEmpty()) {
            parts.add("q=" + encoded(text));
        }
        if (sort != Sort.DUE || descending) {
            parts.add("sort=" + (descending ? "-" : "") + sort.slug());
        }
        if (size != USUAL) {
            parts.add("size=" + size);
        }
        if (asAt != null) {
            parts.add("asAt=" + asAt);
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return String.join("&", parts);
    }

    public ActionFilter onPage(int other) {
        return new ActionFilter(
                show,
                statuses,
                due,
                agencies,
                priorities,
                outcomes,
                references,
                text,
                sort,
                descending,
                other,
                size,
                asAt);
    }

    public ActionFilter showing(Show other) {
        return new ActionFilter(
                other,
                statuses,
                due,
                agencies,
                priorities,
                outcomes,
                references,
                text,
                sort,
                descending,
                1,
                size,
                asAt);
    }

    /** The same list in another order; a second time the other way round. */
    public ActionFilter sortedBy(Sort other) {
        return new ActionFilter(
                show,
                statuses,
                due,
                agencies,
                priorities,
                outcomes,
                references,
                text,
                other,
                sort == other && !descending,
                1,
                size,
                asAt);
    }

    /** Whether anything is chosen beside the tab and the order. */
    public boolean narrowed() {
        return !(statuses.isEmpty()
                && due == Due.ANY
                && agencies.isEmpty()
                && priorities.isEmpty()
                && outcomes.isEmpty()
                && references.isEmpty()
                && text.isEmpty());
    }

    /** "in2", "IN 2." and "IN 2" are the same reference. */
    static String tidyReference(String written) {
        return written.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\.$", "")
                .replaceAll("^(IN|O|CT)\\s*(\\d+)$", "$1 $2");
    }

    private static Stream<String> words(Map<String, ? extends List<String>> address, String name) {
        List<String> values = address.get(name);
        return values == null
                ? Stream.empty()
                : values.stream()
                        .flatMap(v -> Stream.of(v.split(",")))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty() && s.length() <= 40)
                        .limit(50);
    }

    private static Optional<String> first(Map<String, ? extends List<String>> address, String name) {
        List<String> values = address.get(name);
        return values == null
                ? Optional.empty()
                : values.stream().filter(s -> !s.isBlank()).findFirst();
    }

    private static <E> Optional<E> one(
            Map<String, ? extends List<String>> address, String name, E[] all, Function<E, String> slug) {
        return first(address, name)
                .flatMap(v -> Stream.of(all)
                        .filter(e -> slug.apply(e).equalsIgnoreCase(v))
                        .findFirst());
    }

    private static <E> Set<E> several(
            Map<String, ? extends List<String>> address, String name, E[] all, Function<E, String> slug) {
        Set<String> wanted =
                words(address, name).map(s -> s.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return Stream.of(all).filter(e -> wanted.contains(slug.apply(e))).collect(ordered());
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static <T> java.util.stream.Collector<T, ?, Set<T>> ordered() {
        return Collectors.toCollection(LinkedHashSet::new);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
