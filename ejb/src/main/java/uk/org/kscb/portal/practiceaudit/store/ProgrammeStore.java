package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.persistence.config.QueryHints;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Audit;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.State;
import uk.org.kscb.portal.practiceaudit.model.Programme;
import uk.org.kscb.portal.practiceaudit.model.ProgrammeChange;
import uk.org.kscb.portal.practiceaudit.model.ProgrammeLine;

/** Years of audits. A draft is for those who write and approve it; others see a year once it is approved. */
@ApplicationScoped
public class ProgrammeStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** @param drafts whether the viewer sees years that are not approved */
    public Optional<Programme> find(int year, boolean drafts) {
        return em.createQuery(
                        "select p from Programme p where p.year = :year and (:drafts = true or p.state = :approved)",
                        Programme.class)
                .setParameter("year", year)
                .setParameter("drafts", drafts)
                .setParameter("approved", State.APPROVED)
                .setHint(QueryHints.BATCH, "p.lines.agencies")
                .getResultStream()
                .findFirst();
    }

    /** @throws NotVisible when nobody has begun that year */
    public Programme require(int year) {
        return find(year, true).orElseThrow(() -> new NotVisible("programme"));
    }

    public List<Integer> years(boolean drafts) {
        return em.createQuery(
                        "select p.year from Programme p where :drafts = true or p.state = :approved order by p.year",
                        Integer.class)
                .setParameter("drafts", drafts)
                .setParameter("approved", State.APPROVED)
                .getResultList();
    }

    /** Changes of a year, newest first. */
    public List<ProgrammeChange> changes(Programme programme) {
        return em.createQuery(
                        "select c from ProgrammeChange c join fetch c.line l where l.programme = :programme order by c.id desc",
                        ProgrammeChange.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    public ProgrammeChange requireChange(String publicId) {
        return em.createQuery("select c from ProgrammeChange c where c.publicId = :id", ProgrammeChange.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("change of the programme"));
    }

    public ProgrammeLine requireLine(String publicId) {
        return em.createQuery("select l from ProgrammeLine l where l.publicId = :id", ProgrammeLine.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("line of a programme"));
    }

    /** Audits that carry out the lines of a year, by line id. */
    public Map<Long, List<Audit>> audits(Programme programme) {
        Map<Long, List<Audit>> audits = new HashMap<>();
        new Sql()
                .add("select a.programme_line_id, a.code, a.state, a.programme_quarter from practice_audit a")
                .add("join programme_line l on l.id = a.programme_line_id where l.programme_id = ?", programme.id())
                .add("order by a.code")
                .rows(em)
                .forEach(row -> audits.computeIfAbsent(Sql.number(row[0]), id -> new ArrayList<>())
                        .add(new Audit(
                                (String) row[1], AuditState.valueOf((String) row[2]), (int) Sql.number(row[3]))));
        return audits;
    }

    public Optional<ProgrammeLine> line(long id) {
        return Optional.ofNullable(em.find(ProgrammeLine.class, id));
    }

    /** The quarters in which an audit, that is not cancelled, carries the line out. */
    public Set<Integer> carriedOut(ProgrammeLine line) {
        return audits(line.programme()).getOrDefault(line.id(), List.of()).stream()
                .filter(a -> a.state() != AuditState.CANCELLED)
                .map(Audit::quarter)
                .collect(Collectors.toSet());
    }

    public <T> T add(T entity) {
        em.persist(entity);
        return entity;
    }

    public void flush() {
        em.flush();
    }
}
