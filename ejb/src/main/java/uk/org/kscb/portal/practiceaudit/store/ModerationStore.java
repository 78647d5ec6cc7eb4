package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.model.Moderation;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;

/** What panels decided, and who may sit on one. */
@ApplicationScoped
public class ModerationStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** Somebody who may sit on a panel, for one agency. */
    public record Seat(long memberId, String userName, String name, long agencyId, String agencyShort) {}

    public List<Seat> seats() {
        return new Sql()
                        .add("select distinct m.id, m.user_name, m.name, a.id, a.short_name from member m")
                        .add("join member_role r on r.member_id = m.id join agency a on a.id = r.agency_id")
                        .add(
                                "where r.withdrawn_at is null and r.waiting_since is null and r.role in ('MODERATOR', 'MANAGER')")
                        .add("order by a.short_name, m.name")
                        .rows(em)
                        .stream()
                        .map(row -> new Seat(
                                Sql.number(row[0]), (String) row[1], (String) row[2], Sql.number(row[3]), (String)
                                        row[4]))
                        .toList();
    }

    /** Decisions by return case, newest first. */
    public Map<Long, List<Moderation>> decisions(List<Long> returnCases) {
        if (returnCases.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery(
                        "select m from Moderation m where m.returnCaseId in :cases order by m.id desc",
                        Moderation.class)
                .setParameter("cases", returnCases)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(Moderation::returnCaseId, LinkedHashMap::new, Collectors.toList()));
    }

    /** Id of an agency's part of a case, held until the transaction ends: one decision after the other. */
    public long lockCase(PracticeAudit audit, String agency, String code, AgencyPart part) {
        List<?> ids = new Sql()
                .add("select rc.id from return_case rc join agency_return r on r.id = rc.return_id")
                .add("join agency g on g.id = r.agency_id and g.code = ?", agency)
                .add("join audit_case c on c.id = rc.case_id and c.code = ?", code)
                .add("where r.audit_id = ? and rc.part = ? for update", audit.id(), part.name())
                .on(em)
                .getResultList();
        if (ids.isEmpty()) {
            throw new NotVisible("agency in this case");
        }
        return Sql.number(ids.getFirst());
    }

    /** 0 when there is none yet. */
    public long newest(long returnCase, GradeSubject subject) {
        return Sql.number(new Sql()
                .add(
                        "select max(id) from moderation where return_case_id = ? and subject = ?",
                        returnCase,
                        subject.name())
                .on(em)
                .getSingleResult());
    }

    public long add(Moderation made, List<Seat> panel) {
        em.persist(made);
        em.flush();
        panel.stream()
                .collect(Collectors.toMap(Seat::memberId, Seat::agencyId, (a, b) -> a))
                .forEach((member, agency) -> new Sql()
                        .add(
                                "insert into moderation_member (moderation_id, member_id, agency_id) values (?, ?, ?)",
                                made.id(),
                                member,
                                agency)
                        .on(em)
                        .executeUpdate());
        return made.id();
    }
}
