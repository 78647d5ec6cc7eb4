package uk.org.kscb.portal.web.threshold;

import java.util.List;
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
