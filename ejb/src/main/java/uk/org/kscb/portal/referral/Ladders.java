package uk.org.kscb.portal.referral;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.referral.EscalationView.Rung;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceService;

/** The ladder of each day, as the guidance in force on it says (BRIEF 3.7); each edition is read once. */
final class Ladders {
    private final GuidanceService guidance;
    private final List<EditionHead> published;
    private final Map<Integer, List<Rung>> read = new HashMap<>();

    Ladders(GuidanceService guidance) {
        this.guidance = guidance;
        this.published = guidance.published();
    }

    /** From step 1 up; none before the first edition. */
    List<Rung> on(LocalDate day) {
        return published.stream()
                .filter(edition -> edition.inForceOn(day))
                .findFirst()
                .map(edition -> read.computeIfAbsent(edition.number(), this::rungs))
                .orElse(List.of());
    }

    private List<Rung> rungs(int edition) {
        return guidance.edition(edition).text().disagreement().stream()
                .filter(step -> step.no() > 0 && step.workingDays().isPresent())
                .map(step -> new Rung(step.no(), step.who(), step.workingDays().getAsInt()))
                .toList();
    }
}
