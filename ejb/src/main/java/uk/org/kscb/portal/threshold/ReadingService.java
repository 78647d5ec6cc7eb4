package uk.org.kscb.portal.threshold;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.store.EditionStore;
import uk.org.kscb.portal.threshold.store.ReadingStore;

/** Who has read the edition in force, what they found unclear, and how far the guidance is used (BRIEF 3.6). */
@Stateless
public class ReadingService {
    private static final int LONGEST = 500;
    private static final int USE_MONTHS = 3;

    @Inject
    private EditionStore editions;

    @Inject
    private ReadingStore readings;

    @Inject
    private PortalClock clock;

    /** The edition in force, unless the viewer has confirmed having read it. */
    @Door(Permission.CONFIRM_READING)
    public Optional<Edition> toRead() {
        Viewer viewer = CurrentViewer.require();
        return editions.inForceOn(clock.today(), clock.today())
                .filter(e -> !readings.hasRead(e.head().id(), viewer.memberId(), viewer.agencyId()));
    }

    /** Says that the viewer has read this edition; saying it again changes nothing. */
    @Door(value = Permission.CONFIRM_READING, trail = "guidance.confirm-reading")
    public void confirm(@TrailObject int edition) {
        Viewer viewer = CurrentViewer.require();
        EditionHead head = editions.requirePublished(edition, clock.today()).head();
        readings.confirm(head.id(), viewer.memberId(), viewer.agencyId(), clock.today(), clock.now());
    }

    /** Tells the KSCB manager that an example of the edition in force is unclear. No name is kept, not in
     * the trail either, only the agency.
     */
    @Door(Permission.CONFIRM_READING)
    public void unclear(String example, String why) {
        Edition edition = editions.inForceOn(clock.today(), clock.today())
                .filter(e -> e.text().indicator(example).isPresent())
                .orElseThrow(() -> new NotVisible("example"));
        if (why.isBlank() || why.length() > LONGEST) {
            throw new Refusal("why", "Say what is unclear, in at most 500 characters. No names, no case.");
        }
        TextWatch.refuse("why", why);
        readings.unclear(edition.head().id(), example, CurrentViewer.require().agencyId(), why.strip(), clock.today());
    }

    /**
     * How many have read an edition, by agency and post.
     *
     * @param post title, or "No post" for who holds none
     * @param people who may confirm
     * @param read of them who did
     * @param afterAWeek who had in the first week of the edition; @param afterFour in its first four weeks
     * @param latest day of the newest confirmation
     */
    public record Coverage(
            String agencyCode,
            String agency,
            String post,
            long people,
            long read,
            long afterAWeek,
            long afterFour,
            @Nullable LocalDate latest) {
        public static final int WEEKS = 4;
    }

    /** @param example id; @param agencies how many different ones; @param words newest first */
    public record Unclear(String example, String statement, long times, long agencies, List<String> words) {
        public Unclear {
            words = List.copyOf(words);
        }

        Unclear counted() {
            return new Unclear(example, statement, times, agencies, List.of());
        }
    }

    /** @param agency "Without an account" for the public */
    public record Use(String agency, int level, long times) {}

    /** Confirmations in one week, from its Monday. */
    public record Week(LocalDate monday, long confirmations) {}

    /**
     * How far an edition has reached, in the viewer's agency or in all.
     *
     * @param weeks confirmations over time
     * @param unclear what was called unclear, most often first; for the next review
     * @param uses how often the guidance was opened since a day, whatever the edition
     */
    public record Reached(
            EditionHead edition,
            LocalDate today,
            List<Coverage> coverage,
            List<Week> weeks,
            List<Unclear> unclear,
            List<Use> uses,
            LocalDate usedSince) {

        /** Whether so many weeks of it have gone by. */
        public boolean past(int weeks) {
            LocalDate from = edition.effectiveFrom();
            return from != null && !today.isBefore(from.plusWeeks(weeks));
        }

        public long people() {
            return coverage.stream().mapToLong(Coverage::people).sum();
        }

        public long read() {
            return coverage.stream().mapToLong(Coverage::read).sum();
        }
    }

    /** @param edition its number, or none for the one in force */
    @Door(Permission.READ_GUIDANCE_USE)
    public Reached reached(@Nullable Integer edition) {
        LocalDate today = clock.today();
        Edition whole = edition == null
                ? editions.inForceOn(today, today).orElseThrow(() -> new NotVisible("edition"))
                : editions.requirePublished(edition, today);
        LocalDate since = today.minusMonths(USE_MONTHS);
        long id = whole.head().id();
        LocalDate from = Objects.requireNonNullElse(whole.head().effectiveFrom(), today);
        return new Reached(
                whole.head(),
                today,
                readings.coverage(id, from, agency()),
                readings.overTime(id, from, agency()),
                unclear(whole),
                readings.uses(since, agency()),
                since);
    }

    /** Words go to the board's manager; an agency sees how often, for in a small one they would tell whose they are. */
    private List<Unclear> unclear(Edition edition) {
        List<Unclear> all = readings.unclearExamples(edition, agency());
        return agency() == null ? all : all.stream().map(Unclear::counted).toList();
    }

    /** Null for all agencies. */
    private static @Nullable Long agency() {
        Viewer viewer = CurrentViewer.require();
        return viewer.reach(Permission.READ_GUIDANCE_USE) == Reach.ALL ? null : viewer.agencyId();
    }
}
