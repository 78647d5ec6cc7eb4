package uk.org.kscb.portal.practiceaudit.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.org.kscb.portal.platform.Refusal;

/**
 * How a sample is drawn. Within each stratum every code gets the SHA-256 of seed, stratum and code, joined by line feeds, in
 * UTF-8; codes are put in the order of these values, and the first ones are the sample, the next ones the reserves in their
 * order. Anybody with the population and the seed gets the same sample, with any tool; nobody can foresee it from the codes.
 */
public final class SampleMethod {
    /** Reserves as a share of the sample, in percent. Source: brief, 4.6. */
    public static final int RESERVES = 20;

    public static final String WORDS =
            "Stratified random sample. Within each stratum, codes are put in the order of the"
                    + " SHA-256 of seed, stratum and code (joined by line feeds, UTF-8). The first codes are the sample, the next"
                    + " ones the reserves, used in that order.";

    private SampleMethod() {}

    /** What is drawn from. */
    public record Unit(String code, String stratum) {}

    /** @param rank from 1 within the stratum; reserves go on counting after the sample */
    public record Chosen(String code, String stratum, int rank, boolean reserve) {}

    /** One stratum of a draw. */
    public record Stratum(String name, int population, int sample, int reserves) {}

    /**
     * @param chosen in the order of strata by name and rank
     */
    public record Draw(List<Chosen> chosen, List<Stratum> strata, String fingerprint) {}

    /**
     * @param sizes how many to draw, by stratum; a stratum that is not named is left out, and stands
     *     among the strata with a sample of nought
     * @throws SampleTooLarge when a stratum has fewer units than are asked for
     */
    public static Draw draw(Collection<Unit> population, String seed, Map<String, Integer> sizes, int reservePercent) {
        Map<String, List<Unit>> strata =
                population.stream().collect(Collectors.groupingBy(Unit::stratum, TreeMap::new, Collectors.toList()));
        List<Chosen> chosen = new ArrayList<>();
        List<Stratum> drawn = new ArrayList<>();
        Map<String, Integer> every = new TreeMap<>(sizes);
        strata.keySet().forEach(name -> every.putIfAbsent(name, 0));
        every.forEach((name, size) -> {
            List<Unit> units = strata.getOrDefault(name, List.of());
            if (size > units.size()) {
                throw new SampleTooLarge(name, size, units.size());
            }
            int reserves = Math.min(units.size() - size, (size * reservePercent + 99) / 100);
            List<String> order = units.stream()
                    .map(Unit::code)
                    .sorted(Comparator.comparing((String code) -> sha256(seed + "\n" + name + "\n" + code))
                            .thenComparing(code -> code))
                    .toList();
            for (int i = 0; i < size + reserves; i++) {
                chosen.add(new Chosen(order.get(i), name, i + 1, i >= size));
            }
            drawn.add(new Stratum(name, units.size(), size, reserves));
        });
        if (chosen.stream().noneMatch(c -> !c.reserve())) {
            throw new Refusal("sizes", "Say how many to draw: at least one from one stratum.");
        }
        return new Draw(
                List.copyOf(chosen),
                List.copyOf(drawn),
                sha256(chosen.stream()
                        .map(c -> c.stratum() + "\t" + c.rank() + "\t" + c.code())
                        .collect(Collectors.joining("\n"))));
    }

    /** The same for the same population in any order. */
    public static String fingerprint(Collection<Unit> population) {
        return sha256(population.stream()
                .map(u -> u.stratum() + "\t" + u.code())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More is asked for than there is. */
    public static class SampleTooLarge extends Refusal {
        private static final long serialVersionUID = 1L;

        SampleTooLarge(String stratum, int size, int population) {
            super(
                    "sizes",
                    "“" + stratum + "” has " + population + " in its population; " + size
                            + " cannot be drawn from it. Ask for " + population + " or fewer.");
        }
    }
}
