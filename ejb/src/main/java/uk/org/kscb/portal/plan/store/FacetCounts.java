package uk.org.kscb.portal.plan.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Due;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.ActionList.Choice;
import uk.org.kscb.portal.plan.ActionList.Facets;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.store.Census.Group;
import uk.org.kscb.portal.plan.store.Census.Line;
import uk.org.kscb.portal.plan.store.Census.Own;

/** The count beside each filter, the tabs' counts and the total, all from the census and without a query. */
public record FacetCounts(long total, long mine, long joint, long all, Facets facets) {

    /** @param found actions that hold the filter's words, or null when it has none */
    public static FacetCounts of(
            Census census, ActionFilter filter, Own own, @Nullable Set<Long> found, boolean withAgencies) {
        ActionFilter unpaged = new ActionFilter(
                filter.show(),
                filter.statuses(),
                filter.due(),
                filter.agencies(),
                filter.priorities(),
                filter.outcomes(),
                filter.references(),
                filter.text(),
                ActionFilter.Sort.DUE,
                false,
                1,
                1,
                null);
        return census.keep(List.of(unpaged, own, withAgencies), () -> count(census, unpaged, own, found, withAgencies));
    }

    private static FacetCounts count(
            Census census, ActionFilter filter, Own own, @Nullable Set<Long> found, boolean withAgencies) {
        return new FacetCounts(
                number(census, census.matching(filter, own, found, Group.NONE)),
                number(census, census.showing(Show.MINE, own)),
                number(census, census.showing(Show.JOINT, own)),
                census.lines().size(),
                new Facets(
                        statuses(census, filter, census.matching(filter, own, found, Group.STATUS)),
                        dues(census, filter, census.matching(filter, own, found, Group.DUE)),
                        withAgencies
                                ? agencies(census, filter, census.matching(filter, own, found, Group.AGENCY))
                                : List.of(),
                        priorities(census, filter, census.matching(filter, own, found, Group.PRIORITY)),
                        outcomes(census, filter, census.matching(filter, own, found, Group.OUTCOME)),
                        references(census, filter, census.matching(filter, own, found, Group.REFERENCE))));
    }

    private static long number(Census census, Predicate<Line> which) {
        return census.lines().stream().filter(which).count();
    }

    private static List<Choice> statuses(Census census, ActionFilter filter, Predicate<Line> which) {
        Map<DeliveryStatus, Long> counts = Census.tally(census.lines(), which, l -> List.of(l.status()));
        return Stream.of(DeliveryStatus.values())
                .map(s -> new Choice(
                        s.slug(),
                        s.word(),
                        counts.getOrDefault(s, 0L),
                        filter.statuses().contains(s)))
                .toList();
    }

    private static List<Choice> dues(Census census, ActionFilter filter, Predicate<Line> which) {
        Map<Due, Long> counts = Census.tally(
                census.lines(),
                which,
                l -> Stream.of(Due.values()).filter(d -> census.falls(l, d)).toList());
        return Stream.of(Due.values())
                .map(d -> new Choice(d.slug(), d.words(), counts.getOrDefault(d, 0L), filter.due() == d))
                .toList();
    }

    private static List<Choice> agencies(Census census, ActionFilter filter, Predicate<Line> which) {
        Map<Long, Long> counts = Census.tally(
                census.lines(),
                which,
                l -> Arrays.stream(l.owed())
                        .map(Census.Owed::agencyId)
                        .distinct()
                        .toList());
        // Hundreds of schools must not clutter the list: only agencies that owe something anywhere in the plan.
        Set<Long> owing = census.keep(
                "owing",
                () -> Census.tally(
                                census.lines(),
                                l -> true,
                                l -> Arrays.stream(l.owed())
                                        .map(Census.Owed::agencyId)
                                        .toList())
                        .keySet());
        return census.agencies().entrySet().stream()
                .filter(e -> owing.contains(e.getKey()))
                .map(e -> new Choice(
                        e.getValue().code(),
                        e.getValue().shortName(),
                        counts.getOrDefault(e.getKey(), 0L),
                        filter.agencies().contains(e.getValue().code())))
                .toList();
    }

    private static List<Choice> priorities(Census census, ActionFilter filter, Predicate<Line> which) {
        Map<Integer, Long> counts = Census.tally(census.lines(), which, l -> List.of(l.priority()));
        return census.headings().priorities().stream()
                .map(p -> new Choice(
                        String.valueOf(p.no()),
                        p.no() + " " + p.title(),
                        counts.getOrDefault(p.no(), 0L),
                        filter.priorities().contains(p.no())))
                .toList();
    }

    private static List<Choice> outcomes(Census census, ActionFilter filter, Predicate<Line> which) {
        Map<String, Long> counts = Census.tally(census.lines(), which, l -> List.of(l.outcome()));
        return census.headings().outcomes().stream()
                .map(o -> new Choice(
                        o.ref(),
                        o.ref() + " " + o.text(),
                        counts.getOrDefault(o.ref(), 0L),
                        filter.outcomes().contains(o.ref())))
                .toList();
    }

    private static List<Choice> references(Census census, ActionFilter filter, Predicate<Line> which) {
        Map<String, Long> counts = Census.tally(census.lines(), which, l -> List.of(l.references()));
        // What the plan's front lists comes first and in its order; a table without a front still has its references.
        Stream<String> others = counts.keySet().stream()
                .filter(r -> !census.headings().references().contains(r))
                .sorted();
        return Stream.concat(census.headings().references().stream(), others)
                .map(r -> new Choice(
                        r, r, counts.getOrDefault(r, 0L), filter.references().contains(r)))
                .toList();
    }
}
