package uk.org.kscb.portal.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * One page of the list of actions with the count beside each filter. A filter's counts take all other chosen filters
 * into account, so that each says how many lines choosing it would show.
 */
public record ActionList(
        ActionFilter filter,
        LocalDate asAt,
        List<ActionRow> rows,
        long total,
        long mine,
        long joint,
        long all,
        Facets facets) {

    public int pages() {
        return (int) Math.max(1, (total + filter.size() - 1) / filter.size());
    }

    public record Facets(
            List<Choice> status,
            List<Choice> due,
            List<Choice> agency,
            List<Choice> priority,
            List<Choice> outcome,
            List<Choice> reference) {}

    /** @param value as it stands in the address */
    public record Choice(String value, String label, long count, boolean chosen) {}
}
