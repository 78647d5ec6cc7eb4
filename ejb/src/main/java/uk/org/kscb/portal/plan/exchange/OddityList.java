package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity;

/** The oddities of one file, given back in the file's order however they were found. */
final class OddityList {

    private record Noted(int order, Oddity oddity) {}

    private final List<Noted> noted = new ArrayList<>();

    /** @param order the row's place in the whole file */
    void add(
            int order,
            Oddity.Kind kind,
            @Nullable String ref,
            String place,
            @Nullable String cell,
            String raw,
            String read,
            String why) {
        noted.add(new Noted(order, new Oddity(kind, ref, place, cell, raw, read, why)));
    }

    List<Oddity> inFileOrder() {
        return noted.stream()
                .sorted(Comparator.comparingInt(Noted::order))
                .map(Noted::oddity)
                .toList();
    }
}
