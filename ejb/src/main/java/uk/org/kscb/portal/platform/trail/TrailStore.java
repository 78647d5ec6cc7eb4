package uk.org.kscb.portal.platform.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows are only ever inserted here; nothing in the portal changes or deletes one. */
@ApplicationScoped
class TrailStore {
    private static final String COLUMNS = "number, at, who, agency, what, object, result, before_hash, hash";

    @Inject
    private EntityManager em;

    void append(Instant at, String who, String agency, String what, String object, String result) {
        Object[] head = (Object[]) em.createNativeQuery("select number, hash from trail_head where id = 1 for update")
                .getSingleResult();
        TrailEntry entry = TrailEntry.following(
                ((Number) head[0]).longValue(), (String) head[1], at, who, agency, what, object, result);
        Query insert = em.createNativeQuery(
                "insert into trail_entry (" + COLUMNS + ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        Object[] values = {
            entry.number(),
            entry.at().toEpochMilli(),
            entry.who(),
            entry.agency(),
            entry.what(),
            entry.object(),
            entry.result(),
            entry.beforeHash(),
            entry.hash()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setParameter(i + 1, values[i]);
        }
        insert.executeUpdate();
        em.createNativeQuery("update trail_head set number = ?1, hash = ?2 where id = 1")
                .setParameter(1, entry.number())
                .setParameter(2, entry.hash())
                .executeUpdate();
    }

    /** @param agency only what was done for this agency; null for all */
    List<TrailEntry> newestFirst(@Nullable String agency, int from, int count) {
        Query query = em.createNativeQuery("select " + COLUMNS + " from trail_entry"
                + (agency == null ? "" : " where agency = ?1") + " order by number desc");
        if (agency != null) {
            query.setParameter(1, agency);
        }
        return entries(query.setFirstResult(from).setMaxResults(count));
    }

    /** What was done with one thing: its own name, or its name, a space and a part of it. */
    List<TrailEntry> about(String object, int count) {
        return entries(em.createNativeQuery("select " + COLUMNS
                        + " from trail_entry where (object = ?1 or object like concat(?2, ' %')) order by number desc")
                .setParameter(1, object)
                .setParameter(
                        2, object.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .setMaxResults(count));
    }

    long count(@Nullable String agency) {
        Query query =
                em.createNativeQuery("select count(*) from trail_entry" + (agency == null ? "" : " where agency = ?1"));
        if (agency != null) {
            query.setParameter(1, agency);
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    List<TrailEntry> after(long number, int count) {
        return entries(em.createNativeQuery("select " + COLUMNS + " from trail_entry where number > ?1 order by number")
                .setParameter(1, number)
                .setMaxResults(count));
    }

    /** Number and hash of the newest entry, as kept apart from the entries. */
    Head head() {
        Object[] row = (Object[]) em.createNativeQuery("select number, hash from trail_head where id = 1")
                .getSingleResult();
        return new Head(((Number) row[0]).longValue(), (String) row[1]);
    }

    record Head(long number, String hash) {}

    @SuppressWarnings("unchecked")
    private static List<TrailEntry> entries(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream()
                        .map(r -> new TrailEntry(
                                ((Number) r[0]).longValue(),
                                Instant.ofEpochMilli(((Number) r[1]).longValue()),
                                (String) r[2],
                                (String) r[3],
                                (String) r[4],
                                (String) r[5],
                                (String) r[6],
                                (String) r[7],
                                (String) r[8]))
                        .toList();
    }
}
