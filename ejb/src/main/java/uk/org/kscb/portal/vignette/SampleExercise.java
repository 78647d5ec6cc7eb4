package uk.org.kscb.portal.vignette;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.vignette.model.Exercise;
import uk.org.kscb.portal.vignette.store.VignetteStore;

/** With {@code PORTAL_SAMPLE_DATA}: an exercise that five agencies answered in spring, and one that is open. */
@Singleton
@Startup
@DependsOn("StartingGuidance")
public class SampleExercise {
    private static final String SOURCE = "sample data";
    private static final LocalDate SPRING = LocalDate.of(2011, 4, 4);
    private static final LocalDate SUMMER = LocalDate.of(2011, 6, 6);
    private static final List<String> PEOPLE = List.of("police", "health", "kcc", "schools", "probation");

    /** Levels that each of them chose, case by case. Invented. */
    private static final int[][] LEVELS = {
        {2, 2, 2, 2, 2}, {3, 4, 3, 3, 4}, {4, 4, 4, 3, 4}, {1, 1, 2, 1, 1}, {3, 2, 4, 3, 2}, {3, 3, 4, 2, 3}
    };

    @Inject
    private VignetteStore store;

    @Inject
    private GuidanceService guidance;

    @PostConstruct
    void begin() {
        String folder = System.getenv("PORTAL_SAMPLE_DATA");
        if (folder == null || folder.isBlank() || !store.none()) {
            return;
        }
        Exercise spring = set("Spring 2011, all agencies", SPRING, SPRING.plusDays(18));
        for (int person = 0; person < PEOPLE.size(); person++) {
            for (int which = 0; which < LEVELS.length; which++) {
                answer(spring, PEOPLE.get(person), which, LEVELS[which][person]);
            }
        }
        set("Summer 2011, after the new edition", SUMMER, SUMMER.plusDays(18));
    }

    private Exercise set(String title, LocalDate opens, LocalDate closes) {
        Exercise exercise = new Exercise(title, opens, closes, opens, SOURCE, noon(opens));
        StartingCases.ALL.forEach(c -> exercise.add(c.words(), c.indicators(), false));
        guidance.inForceOn(opens).ifPresent(e -> exercise.judgedBy(e.number(), e.label()));
        return store.add(exercise);
    }

    private void answer(Exercise exercise, String person, int which, int level) {
        store.memberAndAgency(person)
                .ifPresent(who -> store.add(exercise.answer(
                        "W" + (which + 1),
                        level,
                        "It fits level " + level + " of the guidance best.",
                        exercise.opensOn(),
                        who.agencyId(),
                        who.memberId(),
                        noon(exercise.opensOn()))));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(PortalClock.LONDON).toInstant();
    }
}
