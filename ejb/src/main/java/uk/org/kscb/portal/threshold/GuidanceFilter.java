package uk.org.kscb.portal.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.org.kscb.portal.threshold.GuidanceText.AgeBand;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.GuidanceText.Level;

/**
 * What somebody looks for in the guidance. It narrows what is shown, and never hides the highest level; it adds nothing
 * up and ends in no level (BRIEF 3.4).
 *
 * @param age code of an age band, empty for any
 * @param domain code of a side of the triangle, empty for all
 * @param theme empty for all
 * @param words everyday words, empty for none; longer than 100 characters is cut
 */
public record GuidanceFilter(String age, String domain, String theme, String words) {
    private static final int LONGEST = 100;
    private static final int SHORTEST_WORD = 3;
    private static final Set<String> SMALL_WORDS = Set.of(
            "the",
            "and",
            "his",
            "her",
            "she",
            "has",
            "have",
            "been",
            "with",
            "for",
            "not",
            "was",
            "are",
            "who",
            "they",
            "their",
            "from",
            "child",
            "children",
            "lot",
            "too",
            "very",
            "always",
            "out");

    public static final GuidanceFilter NONE = new GuidanceFilter("", "", "", "");

    public GuidanceFilter {
        words = words.strip();
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    public boolean narrowed() {
        return !(age.isEmpty() && domain.isEmpty() && theme.isEmpty() && words.isEmpty());
    }

    /** The same without what the edition does not know, so that an old address still shows something. */
    public GuidanceFilter within(GuidanceText text) {
        return new GuidanceFilter(
                text.ages().stream().anyMatch(a -> a.code().equals(age)) ? age : "",
                text.domains().stream().anyMatch(d -> d.code().equals(domain)) ? domain : "",
                text.themes().contains(theme) ? theme : "",
                words);
    }

    /**
     * One level of what was found.
     *
     * @param matching what was asked for
     * @param besides at the highest level everything else there is; at the lowest, when nothing matches, what going well
     *     looks like at that age; otherwise empty
     */
    public record Found(Level level, List<Indicator> matching, List<Indicator> besides) {
        public Found {
            matching = List.copyOf(matching);
            besides = List.copyOf(besides);
        }
    }

    /** Every level, lowest first. */
    public List<Found> in(GuidanceText text) {
        List<Found> found = new ArrayList<>();
        for (Level level : text.levels()) {
            List<Indicator> all = text.at(level.no());
            List<Indicator> matching = all.stream().filter(i -> fits(i, text)).toList();
            List<Indicator> rest =
                    all.stream().filter(i -> !matching.contains(i)).toList();
            boolean first = level.no() == 1 && matching.isEmpty();
            boolean last = level.no() == text.highest();
            found.add(new Found(
                    level,
                    matching,
                    last
                            ? Stream.concat(
                                            rest.stream().filter(i -> fitsAge(i, text)),
                                            rest.stream().filter(i -> !fitsAge(i, text)))
                                    .toList()
                            : first
                                    ? rest.stream()
                                            .filter(i -> fitsAge(i, text))
                                            .toList()
                                    : List.of()));
        }
        return found;
    }

    /** The themes that the words may mean, such as Missing for "runaway". */
    public List<String> meant(GuidanceText text) {
        String asked = " " + plain(words) + " ";
        return text.words().stream()
                .filter(w -> asked.contains(" " + plain(w.word()) + " "))
                .flatMap(w -> w.means().stream())
                .distinct()
                .toList();
    }

    private boolean fits(Indicator indicator, GuidanceText text) {
        return fitsAge(indicator, text)
                && (domain.isEmpty() || indicator.domain().equals(domain))
                && (theme.isEmpty() || indicator.themes().contains(theme))
                && (words.isEmpty() || says(indicator, text));
    }

    private boolean fitsAge(Indicator indicator, GuidanceText text) {
        return text.ages().stream()
                .filter(a -> a.code().equals(age))
                .findFirst()
                .map(band -> overlaps(indicator, band))
                .orElse(true);
    }

    private static boolean overlaps(Indicator indicator, AgeBand band) {
        return indicator.ageFrom() <= band.ageTo() && indicator.ageTo() >= band.ageFrom();
    }

    /** By what the words mean, or by the beginnings of the words themselves. */
    private boolean says(Indicator indicator, GuidanceText text) {
        if (meant(text).stream().anyMatch(indicator.themes()::contains)) {
            return true;
        }
        Set<String> said = Stream.of(indicator.statement(), String.join(" ", indicator.themes()))
                .flatMap(t -> Stream.of(plain(t).split(" ")))
                .map(GuidanceFilter::stem)
                .collect(Collectors.toSet());
        List<String> asked = Stream.of(plain(words).split(" "))
                .filter(w -> w.length() >= SHORTEST_WORD && !SMALL_WORDS.contains(w))
                .map(GuidanceFilter::stem)
                .toList();
        return !asked.isEmpty() && asked.stream().allMatch(w -> said.stream().anyMatch(s -> s.startsWith(w)));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static String stem(String word) {
        String stem = word.replaceFirst("(ing|ed|es|s)$", "");
        return stem.length() >= SHORTEST_WORD ? stem : word;
    }
}
