package uk.org.kscb.portal.web.threshold;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.GuidanceText.AgeBand;
import uk.org.kscb.portal.threshold.GuidanceText.Domain;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;

/**
 * One example as a page shows it.
 *
 * @param domain "Parenting"
 * @param ages "0–4" or "Any age"
 * @param act acting the same day is called for
 */
public record Line(
        String id,
        int level,
        String statement,
        String domain,
        String ages,
        String themes,
        boolean act,
        @Nullable String voice,
        @Nullable String prompt,
        @Nullable String procedure,
        @Nullable String duty) {

    private static final Pattern LINK = Pattern.compile("https://\\S+");

    /** Where the procedures, which are kept elsewhere, can be opened; null where the words name no address. */
    public @Nullable String procedureLink() {
        Matcher link = LINK.matcher(Objects.requireNonNullElse(procedure, ""));
        return link.find() ? link.group() : null;
    }

    /** The words without the address. */
    public String procedureWords() {
        String words = LINK.matcher(Objects.requireNonNullElse(procedure, ""))
                .replaceFirst("")
                .strip();
        return words.isEmpty() ? "Multi-agency procedures" : words;
    }

    static Line of(Indicator i, GuidanceText text) {
        return new Line(
                i.id(),
                i.level(),
                i.statement(),
                text.domains().stream()
                        .filter(d -> d.code().equals(i.domain()))
                        .map(Domain::name)
                        .findFirst()
                        .orElse(i.domain()),
                ages(i, text.ages()),
                String.join(", ", i.themes()),
                i.immediateAction(),
                i.childVoice(),
                i.prompt(),
                i.procedure(),
                i.dutyNote());
    }

    private static String ages(Indicator i, List<AgeBand> bands) {
        return bands.stream()
                .filter(b -> b.ageFrom() == i.ageFrom() && b.ageTo() == i.ageTo())
                .map(b -> b.shortName() == null ? b.name() : b.shortName())
                .findFirst()
                .orElseGet(() -> i.ageFrom() < 0 && i.ageTo() == 17
                        ? "Any age"
                        : (i.ageFrom() < 0 ? "Before birth" : String.valueOf(i.ageFrom())) + "–" + i.ageTo());
    }
}
