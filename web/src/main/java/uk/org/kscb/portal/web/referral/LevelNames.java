package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.GuidanceService;

/** What the levels are called in the guidance of today: names belong to an edition, the numbers to everybody. */
@RequestScoped
public class LevelNames {
    @EJB
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    private @Nullable Map<Integer, String> names;

    /** "3 Intensive"; "Level 3" where no edition is in force. */
    public String of(int level) {
        if (names == null) {
            names = read();
        }
        return names.getOrDefault(level, "Level " + level);
    }

    private Map<Integer, String> read() {
        Map<Integer, String> read = new TreeMap<>();
        guidance.readingOn(clock.today())
                .ifPresent(edition -> edition.text().levels().forEach(l -> read.put(l.no(), l.no() + " " + l.name())));
        return read;
    }
}
