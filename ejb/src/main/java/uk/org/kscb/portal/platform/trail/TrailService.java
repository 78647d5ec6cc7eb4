package uk.org.kscb.portal.platform.trail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;

/** Reading and checking the trail. */
@Stateless
public class TrailService {
    private static final int SIZE = 50;
    private static final int BATCH = 1000;
    private static final String BEGINNING = "0".repeat(64);

    @Inject
    private TrailStore store;

    /** @param result {@code done}, {@code refused} or {@code failed} */
    public record EntryView(
            long number, Instant at, String who, String agency, String what, String object, String result) {}

    public record EntryPage(List<EntryView> entries, long total, int page, int size) {}

    /** @param firstBroken number of the first entry that does not fit the one before, or null when unbroken */
    public record Verdict(long entries, @Nullable Long firstBroken, String explanation) {}

    /**
     * Newest first; a coordinator sees what was done for their own agency, a summary reader not who or on what. That another
     * agency reported to itself alone is not told; the numbers of entries then show a gap.
     */
    @Door(value = Permission.READ_TRAIL, trail = "trail.read")
    public EntryPage entries(int page) {
        Viewer viewer = CurrentViewer.require();
        Reach reach = viewer.reach(Permission.READ_TRAIL);
        boolean all = reach != Reach.OWN;
        int from = Math.max(0, page - 1) * SIZE;
        return new EntryPage(
                store.newestFirst(viewer.agencyCode(), all, from, SIZE).stream()
                        .map(e -> new EntryView(
                                e.number(),
                                e.at(),
                                reach == Reach.HEAD ? "" : e.who(),
                                e.agency(),
                                e.what(),
                                reach == Reach.HEAD ? "" : e.object(),
                                e.result()))
                        .toList(),
                store.count(viewer.agencyCode(), all),
                Math.max(1, page),
                SIZE);
    }

    @Door(value = Permission.VERIFY_TRAIL, trail = "trail.verify")
    public Verdict verify() {
        TrailStore.Head head = store.head();
        long number = 0;
        String hash = BEGINNING;
        for (List<TrailEntry> batch = store.after(0, BATCH); !batch.isEmpty(); batch = store.after(number, BATCH)) {
            for (TrailEntry entry : batch) {
                if (entry.number() > head.number()) {
                    break;
                }
                if (!entry.follows(number, hash)) {
                    return new Verdict(
                            head.number(),
                            number + 1,
                            "Entry " + (number + 1) + " is not as it was written, or is missing.");
                }
                number = entry.number();
                hash = entry.hash();
            }
            if (number >= head.number()) {
                break;
            }
        }
        if (number != head.number() || !hash.equals(head.hash())) {
            return new Verdict(
                    head.number(),
                    number + 1,
                    "The trail ends too early: entry " + (number + 1) + " is missing or was not the last one written.");
        }
        return new Verdict(number, null, "Every entry fits the one before.");
    }
}
