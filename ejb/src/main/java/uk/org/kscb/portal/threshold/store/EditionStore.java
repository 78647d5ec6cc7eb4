package uk.org.kscb.portal.threshold.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.exchange.GuidanceJson;
import uk.org.kscb.portal.threshold.model.EditionRecord;

/** Editions: a handful of rows, read anew each time; only the reading of a wording is remembered. */
@ApplicationScoped
public class EditionStore {
    private static final int REMEMBERED = 60;

    private final Map<String, GuidanceText> read = new ConcurrentHashMap<>();

    @Inject
    private EntityManager em;

    /** All of them, oldest first, with their approvals. */
    public List<EditionRecord> all() {
        return em.createQuery(
                        "select distinct e from EditionRecord e left join fetch e.approvals order by e.number",
                        EditionRecord.class)
                .getResultList();
    }

    public List<EditionHead> heads(LocalDate day) {
        List<EditionRecord> all = all();
        return all.stream().map(e -> e.head(day, all)).toList();
    }

    /** Open to all, at its own address. */
    public Edition requirePublished(int number, LocalDate today) {
        return published(today).stream()
                .filter(h -> h.number() == number)
                .findFirst()
                .map(this::whole)
                .orElseThrow(() -> new NotVisible("edition"));
    }

    public List<EditionHead> published(LocalDate today) {
        return heads(today).stream().filter(h -> h.state().published()).toList();
    }

    /** The one that counts on a day, among those that have a day. */
    public Optional<Edition> inForceOn(LocalDate day, LocalDate today) {
        return published(today).stream()
                .filter(h -> h.inForceOn(day))
                .findFirst()
                .map(this::whole);
    }

    public Edition whole(EditionHead head) {
        return new Edition(head, text(head.id(), head.revision()));
    }

    private GuidanceText text(long id, long revision) {
        if (read.size() > REMEMBERED) {
            read.clear();
        }
        return read.computeIfAbsent(id + ":" + revision, key -> {
            EditionRecord edition = em.find(EditionRecord.class, id);
            return GuidanceJson.read(edition.document());
        });
    }

    public EditionRecord require(int number) {
        return find(number).orElseThrow(() -> new NotVisible("edition"));
    }

    public Optional<EditionRecord> find(int number) {
        return em.createQuery("select e from EditionRecord e where e.number = :number", EditionRecord.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** The same, held until the end of the transaction: of two who change it at once the second sees what the first did. */
    public EditionRecord requireToChange(int number) {
        return em.createQuery("select e from EditionRecord e where e.number = :number", EditionRecord.class)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("edition"));
    }

    /** The latest that has a first day in force, another than this one. */
    public Optional<EditionRecord> newestScheduled(EditionRecord besides) {
        return all().stream()
                .filter(e -> e.id() != besides.id() && e.effectiveFrom().isPresent())
                .max(Comparator.comparing(e -> e.effectiveFrom().orElseThrow()));
    }

    public int nextNumber() {
        return em.createQuery("select max(e.number) from EditionRecord e", Integer.class)
                        .getResultStream()
                        .filter(n -> n != null)
                        .findFirst()
                        .orElse(0)
                + 1;
    }

    public boolean noneYet() {
        return em.createQuery("select count(e) from EditionRecord e", Long.class)
                        .getSingleResult()
                == 0;
    }

    public EditionRecord add(EditionRecord edition) {
        em.persist(edition);
        em.flush();
        return edition;
    }

    public void flush() {
        em.flush();
    }
}
