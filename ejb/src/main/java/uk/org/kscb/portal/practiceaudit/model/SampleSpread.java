package uk.org.kscb.portal.practiceaudit.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a drawn sample holds the children whom audits tend to miss: at least one under 1, disabled, in care, of a minority
 * ethnic group, and at most two of one family, unless the theme says otherwise. Source: brief, 4.6.
 */
public final class SampleSpread {
    private static final int MOST_OF_A_FAMILY = 2;
    private static final String UNKNOWN = "?";

    private SampleSpread() {}

    /**
     * What the population says of one piece of work, beside the groups that its case keeps. Null where its file does not say.
     *
     * @param family a code of the lead's own
     */
    public record Trait(
            @Nullable Boolean disabled,
            @Nullable Boolean inCare,
            @Nullable String family) {
        public static final Trait NONE = new Trait(null, null, null);
    }

    /** One of the five. */
    public enum Aim {
        UNDER_ONE("Children under 1"),
        DISABLED("Disabled children"),
        IN_CARE("Children in care"),
        MINORITY("Children of a minority ethnic group"),
        FAMILY("Most children from one family");

        private final String words;

        Aim(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        boolean reached(int found) {
            return this == FAMILY ? found <= MOST_OF_A_FAMILY : found > 0;
        }
    }

    /** @param found how many, or null where the population's file did not say */
    public record Line(Aim aim, @Nullable Integer found) {
        public boolean missed() {
            return found != null && !aim.reached(found);
        }
    }

    static List<String> of(List<PopulationRow> sample) {
        return List.of(
                text(Aim.UNDER_ONE, count(sample, r -> fine(r.traits().ageBand()), SampleSpread::underOne)),
                text(Aim.DISABLED, count(sample, r -> r.spread().disabled(), yes -> yes)),
                text(Aim.IN_CARE, count(sample, r -> r.spread().inCare(), yes -> yes)),
                text(Aim.MINORITY, count(sample, r -> r.traits().ethnicityGroup(), SampleSpread::minority)),
                text(Aim.FAMILY, largestFamily(sample)));
    }

    static List<Line> lines(List<String> kept) {
        return kept.stream()
                .map(line -> line.split("\t", 2))
                .map(line -> new Line(Aim.valueOf(line[0]), UNKNOWN.equals(line[1]) ? null : Integer.valueOf(line[1])))
                .toList();
    }

    private static String text(Aim aim, @Nullable Integer found) {
        return aim.name() + "\t" + (found == null ? UNKNOWN : found.toString());
    }

    private interface Reading<T> {
        @Nullable
        T of(PopulationRow row);
    }

    /** @return null where no row says anything of it */
    private static <T> @Nullable Integer count(List<PopulationRow> sample, Reading<T> what, Predicate<T> which) {
        List<T> said = sample.stream().map(what::of).filter(Objects::nonNull).toList();
        return said.isEmpty() ? null : (int) said.stream().filter(which).count();
    }

    private static @Nullable Integer largestFamily(List<PopulationRow> sample) {
        Map<String, Long> families = sample.stream()
                .map(r -> r.spread().family())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(family -> family, Collectors.counting()));
        return families.values().stream().max(Long::compare).map(Long::intValue).orElse(null);
    }

    /** A band that runs from nought past the first year does not say who is under 1. */
    private static @Nullable String fine(@Nullable String ageBand) {
        return ageBand == null || ageBand.matches("(?i)0\\s*(-|–|to)\\s*[1-9]\\d*.*|under [2-9].*") ? null : ageBand;
    }

    private static boolean underOne(String ageBand) {
        return ageBand.toLowerCase(Locale.ROOT).matches("(unborn|under 1|<\\s*1|0)( year)?( old)?");
    }

    /** The census's words: anything but white British, where it is known at all. */
    private static boolean minority(String group) {
        String plain = group.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]\\d[a-z]?\\b", "")
                .replaceAll("[^a-z]+", " ")
                .strip();
        return !plain.matches(
                "(white )?british|white|white (english|british).*|.*\\b(not|unknown|refused|prefer)\\b.*");
    }
}
