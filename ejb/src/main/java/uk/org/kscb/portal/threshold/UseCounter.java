package uk.org.kscb.portal.threshold;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.store.UseStore;

/**
 * Counts how often the guidance is opened, by day, agency and level; never by whom (BRIEF 3.6). Counted in memory and
 * written down every half minute: reading the guidance waits for no database.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class UseCounter {
    private static final String LEVELS = "/guidance/levels/";

    private final Map<Opened, LongAdder> counted = new ConcurrentHashMap<>();

    @Inject
    private UseStore store;

    @Inject
    private PortalClock clock;

    /** @param agency 0 for anybody without an account; level 0 for the guidance as a whole */
    private record Opened(LocalDate day, long agency, int level) {}

    /**
     * @param agency id of the reader's agency, null for anybody without an account
     * @param level 0 for the guidance as a whole
     */
    public void opened(@Nullable Long agency, int level) {
        counted.computeIfAbsent(new Opened(clock.today(), agency == null ? 0 : agency, level), key -> new LongAdder())
                .increment();
    }

    /** Which level a page is about; 0 for the whole. */
    public static int levelOf(String path) {
        return path.startsWith(LEVELS) && path.length() == LEVELS.length() + 1
                ? Math.max(0, Character.digit(path.charAt(LEVELS.length()), 10))
                : 0;
    }

    /** Writes down what was counted since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void writeDown() {
        counted.forEach((what, adder) -> {
            long times = adder.sumThenReset();
            if (times > 0) {
                store.add(what.day(), what.agency(), what.level(), times);
            }
        });
        counted.keySet().removeIf(what -> !what.day().equals(clock.today()));
    }

    @PreDestroy
    void end() {
        writeDown();
    }
}
