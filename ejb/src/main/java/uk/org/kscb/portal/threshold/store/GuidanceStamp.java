package uk.org.kscb.portal.threshold.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.time.PortalClock;

/**
 * A short text that changes whenever the public guidance does: another wording or date, another telephone number, another
 * day. Asked of the database every two seconds at most, so that pages may be kept and every node still notices.
 */
@ApplicationScoped
public class GuidanceStamp {
    private static final Duration KEPT = Duration.ofSeconds(2);

    private record Known(String stamp, Instant at) {}

    private volatile Known known = new Known("", Instant.EPOCH);

    @Inject
    private EntityManager em;

    @Inject
    private PortalClock clock;

    public String stamp() {
        Known now = known;
        if (now.at().plus(KEPT).isBefore(clock.realNow())) {
            now = new Known(ask(), clock.realNow());
            known = now;
        }
        return clock.today() + now.stamp();
    }

    /** For the node that changed something: looks again at once. */
    public void touch() {
        known = new Known("", Instant.EPOCH);
    }

    private String ask() {
        StringBuilder stamp = new StringBuilder();
        List<Object[]> rows = new Sql()
                .add("select e.id, e.revision, e.effective_from from guidance_edition e")
                .add("where e.effective_from is not null order by e.id")
                .rows(em);
        rows.forEach(row -> stamp.append('|')
                .append(row[0])
                .append(':')
                .append(row[1])
                .append(':')
                .append(row[2]));
        Object newest = new Sql()
                .add(
                        "select concat(coalesce(max(n.id), 0), '-', (select coalesce(max(a.id), 0) from guidance_approval a))")
                .add("from urgent_number n")
                .on(em)
                .getSingleResult();
        return stamp.append('#').append(newest).toString();
    }
}
