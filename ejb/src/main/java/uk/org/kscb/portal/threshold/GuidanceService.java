package uk.org.kscb.portal.threshold;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.OpenDoor;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.EditionRef.IndicatorRef;
import uk.org.kscb.portal.threshold.store.EditionStore;
import uk.org.kscb.portal.threshold.store.GuidanceStamp;
import uk.org.kscb.portal.threshold.store.NumberStore;

/**
 * The published guidance, for everybody: practitioners without an account, families, other rooms of the portal. Drafts
 * are behind {@link DraftService}.
 */
@Stateless
public class GuidanceService {
    private static final String PUBLIC = "Guidance in force must be readable by anybody, without an account (BRIEF 9)";

    @Inject
    private EditionStore editions;

    @Inject
    private NumberStore numbers;

    @Inject
    private GuidanceStamp stamp;

    @Inject
    private EditionFiles files;

    @Inject
    private PortalClock clock;

    /** The edition that counts on a day, as a reference for other rooms; empty before the first one. */
    @OpenDoor(why = PUBLIC)
    public Optional<EditionRef> inForceOn(LocalDate day) {
        return readingOn(day).map(GuidanceService::reference);
    }

    /** The edition that counts on a day, whole; empty before the first one. */
    @OpenDoor(why = PUBLIC)
    public Optional<Edition> readingOn(LocalDate day) {
        return editions.inForceOn(day, clock.today());
    }

    /** @throws NotVisible when there is none with this number, or it is still a draft */
    @OpenDoor(why = PUBLIC)
    public Edition edition(int number) {
        return editions.requirePublished(number, clock.today());
    }

    /** Those that were, are or will be in force, oldest first. */
    @OpenDoor(why = PUBLIC)
    public List<EditionHead> published() {
        return editions.published(clock.today());
    }

    /** What changed from one published edition to another. */
    @OpenDoor(why = PUBLIC)
    public Comparison compare(int from, int to) {
        return Comparison.of(
                editions.requirePublished(from, clock.today()), editions.requirePublished(to, clock.today()));
    }

    /** A published edition to take away, to print, or to keep for when the portal is down. */
    @OpenDoor(why = PUBLIC)
    public GuidanceFile file(int number, GuidanceFile.Format format) {
        return files.of(editions.requirePublished(number, clock.today()), format, numbers.current());
    }

    /** The telephone numbers for every guidance page; a kind that nobody has entered yet is missing. */
    @OpenDoor(why = PUBLIC)
    public List<UrgentNumber> numbers() {
        return numbers.current();
    }

    /** Changes whenever any public guidance page does; at most two seconds late on another node. */
    @OpenDoor(why = "It says that something changed, and nothing of what")
    public String stamp() {
        return stamp.stamp();
    }

    private static EditionRef reference(Edition edition) {
        EditionHead head = edition.head();
        return new EditionRef(
                head.id(),
                head.number(),
                head.label(),
                Optional.ofNullable(head.effectiveFrom()).orElseThrow(),
                edition.text().indicators().stream()
                        .map(i -> new IndicatorRef(i.id(), i.level(), i.statement()))
                        .toList());
    }
}
