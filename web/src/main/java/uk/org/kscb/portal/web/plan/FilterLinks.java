package uk.org.kscb.portal.web.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Due;
import uk.org.kscb.portal.plan.ActionFilter.Sort;
import uk.org.kscb.portal.plan.ActionList;
import uk.org.kscb.portal.plan.ActionList.Choice;

/** Addresses of the list that are one step away from the one shown. */
public final class FilterLinks {
    static final String LIST = "/actions";

    private FilterLinks() {}

    static String href(ActionFilter filter) {
        return LIST + "?" + filter.toQuery();
    }

    /** A chosen filter and the address without it. */
    public record Chip(String words, String href) {}

    static List<Chip> chips(ActionList list) {
        ActionFilter f = list.filter();
        List<Chip> chips = new ArrayList<>();
        if (!f.text().isEmpty()) {
            chips.add(chip("Words: “" + f.text() + "”", new Draft(f).text("")));
        }
        f.statuses().stream()
                .sorted()
                .forEach(s -> chips.add(chip(
                        "Status: " + s.word().toLowerCase(java.util.Locale.UK),
                        new Draft(f).statuses(less(f.statuses(), s)))));
        if (f.due() != Due.ANY) {
            chips.add(chip("Due: " + f.due().words().toLowerCase(java.util.Locale.UK), new Draft(f).due(Due.ANY)));
        }
        f.agencies().stream()
                .sorted()
                .forEach(a -> chips.add(chip(
                        "Agency: " + label(list.facets().agency(), a), new Draft(f).agencies(less(f.agencies(), a)))));
        f.priorities().stream()
                .sorted()
                .forEach(p -> chips.add(chip(
                        "Priority " + label(list.facets().priority(), p.toString()),
                        new Draft(f).priorities(less(f.priorities(), p)))));
        f.outcomes().stream()
                .sorted()
                .forEach(o -> chips.add(chip("Outcome " + o, new Draft(f).outcomes(less(f.outcomes(), o)))));
        f.references().stream()
                .sorted()
                .forEach(r -> chips.add(chip("Answers to " + r, new Draft(f).references(less(f.references(), r)))));
        return chips;
    }

    static ActionFilter unfiltered(ActionFilter f) {
        return new Draft(f)
                .text("")
                .statuses(Set.of())
                .due(Due.ANY)
                .agencies(Set.of())
                .priorities(Set.of())
                .outcomes(Set.of())
                .references(Set.of())
                .done();
    }

    /** The same list in pages of another length, from its first page. */
    public static ActionFilter sized(ActionFilter f, int size) {
        return new Draft(f).size(size).done();
    }

    static ActionFilter on(ActionFilter f, @Nullable LocalDate day) {
        return new Draft(f).asAt(day).done();
    }

    private static Chip chip(String words, Draft draft) {
        return new Chip(words, href(draft.done()));
    }

    private static String label(List<Choice> choices, String value) {
        return choices.stream()
                .filter(c -> c.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    private static <T> Set<T> less(Set<T> all, T one) {
        Set<T> rest = new HashSet<>(all);
        rest.remove(one);
        return rest;
    }

    /** A filter being changed; always starts again at page 1. */
    private static final class Draft {
        private final ActionFilter from;
        private Set<uk.org.kscb.portal.plan.DeliveryStatus> statuses;
        private Due due;
        private Set<String> agencies;
        private Set<Integer> priorities;
        private Set<String> outcomes;
        private Set<String> references;
        private String text;
        private final Sort sort;
        private int size;
        private @Nullable LocalDate asAt;

        Draft(ActionFilter f) {
            from = f;
            statuses = f.statuses();
            due = f.due();
            agencies = f.agencies();
            priorities = f.priorities();
            outcomes = f.outcomes();
            references = f.references();
            text = f.text();
            sort = f.sort();
            size = f.size();
            asAt = f.asAt();
        }

        Draft statuses(Set<uk.org.kscb.portal.plan.DeliveryStatus> other) {
            statuses = other;
            return this;
        }

        Draft due(Due other) {
            due = other;
            return this;
        }

        Draft agencies(Set<String> other) {
            agencies = other;
            return this;
        }

        Draft priorities(Set<Integer> other) {
            priorities = other;
            return this;
        }

        Draft outcomes(Set<String> other) {
            outcomes = other;
            return this;
        }

        Draft references(Set<String> other) {
            references = other;
            return this;
        }

        Draft text(String other) {
            text = other;
            return this;
        }

        Draft size(int other) {
            size = other;
            return this;
        }

        Draft asAt(@Nullable LocalDate other) {
            asAt = other;
            return this;
        }

        ActionFilter done() {
            return new ActionFilter(
                    from.show(),
                    statuses,
                    due,
                    agencies,
                    priorities,
                    outcomes,
                    references,
                    text,
                    sort,
                    from.descending(),
                    1,
                    size,
                    asAt);
        }
    }
}
