package uk.org.kscb.portal.platform.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import uk.org.kscb.portal.platform.persistence.Sql;

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

    /**
     * What an agency kept to itself is read by that agency alone.
     *
     * @param own the reader's agency
     * @param all what every agency did, or the own one only
     */
    List<TrailEntry> newestFirst(String own, boolean all, int from, int count) {
        return entries(em.createNativeQuery(
                        "select " + COLUMNS + " from trail_entry" + readable(all) + " order by number desc")
                .setParameter(1, own)
                .setFirstResult(from)
                .setMaxResults(count));
    }

    private static String readable(boolean all) {
        return " where (agency = ?1" + (all ? " or what not like '%" + Trail.WITHIN_AGENCY + "')" : ")");
    }

    /** What was done with one thing: its own name, or its name, a space and a part of it. */
    /**
     * Beside what is said of the object and the agency by name: what people of the agency did, and what people who read
     * everything did with these.
     */
    List<TrailEntry> about(
            String object,
            Collection<String> what,
            String agency,
            Collection<String> all,
            Collection<String> who,
            long before,
            int count) {
        String literally = literally(object);
        return entries(new Sql()
                .add(
                        "select " + COLUMNS + " from trail_entry where (object = ? or object like concat(?, ' %'))",
                        object,
                        literally)
                .add("and result = 'done' and number < ? and what in (?)", before, what)
                .add(
                        "and (agency = ? or object = ? or object like concat(?, ' %')",
                        agency, object + " " + agency, literally + " " + literally(agency))
                .add("or (what in (?) and who in (?))) order by number desc", all, who)
                .on(em)
                .setMaxResults(count));
    }

    private static String literally(String object) {
        return object.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    List<TrailEntry> about(String object, Collection<String> what, long before, int count) {
        String literally = object.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return entries(new Sql()
                .add(
                        "select " + COLUMNS + " from trail_entry where (object = ? or object like concat(?, ' %'))",
                        object,
                        literally)
                .add("and result = 'done' and number < ? and what in (?) order by number desc", before, what)
                .on(em)
                .setMaxResults(count));
    }

    long count(String own, boolean all) {
        return ((Number) em.createNativeQuery("select count(*) from trail_entry" + readable(all))
                        .setParameter(1, own)
                        .getSingleResult())
                .longValue();
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
