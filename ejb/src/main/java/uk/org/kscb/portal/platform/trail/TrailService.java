package uk.org.kscb.portal.platform.trail;

import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;

/** Reading and checking the trail. */
@Stateless
public class TrailService {

    /** @param result {@code done}, {@code refused} or {@code failed} */
    public record EntryView(
            long number, Instant at, String who, String agency, String what, String object, String result) {}

    public record EntryPage(List<EntryView> entries, long total, int page, int size) {}

    /** @param firstBroken number of the first entry that does not fit the one before, or null when unbroken */
    public record Verdict(long entries, @Nullable Long firstBroken, String explanation) {}

    /** Newest first; a coordinator sees what their own agency's members did. */
    @Door(value = Permission.READ_TRAIL, trail = "trail.read")
    public EntryPage entries(int page) {
        throw new UnsupportedOperationException();
    }

    @Door(value = Permission.VERIFY_TRAIL, trail = "trail.verify")
    public Verdict verify() {
        throw new UnsupportedOperationException();
    }
}
