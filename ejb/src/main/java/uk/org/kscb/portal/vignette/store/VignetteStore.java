package uk.org.kscb.portal.vignette.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.vignette.model.Answer;
import uk.org.kscb.portal.vignette.model.Exercise;

/** Exercises are the partnership's; answers leave the store without names. */
@ApplicationScoped
public class VignetteStore {
    private static final String NEWEST =
            "join (select max(id) id from vignette_answer group by case_id, member_id) n" + " on n.id = v.id";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** Somebody's own newest answer to a case. */
    public record Own(int level, String why) {}

    /** An answer without the name of who gave it; {@code rater} counts people within this one reading only. */
    public record Given(String code, int rater, String agency, String agencyName, int level, String why) {}

    public Exercise add(Exercise exercise) {
        em.persist(exercise);
        em.flush();
        return exercise;
    }

    public void add(Answer answer) {
        em.persist(answer);
    }

    public void flush() {
        em.flush();
    }

    public boolean none() {
        return em.createQuery("select count(e) from Exercise e", Long.class).getSingleResult() == 0;
    }

    /** Who answers, for which agency. */
    public record Who(long memberId, long agencyId) {}

    /** A sample person, in the first agency where they have a role. */
    public Optional<Who> memberAndAgency(String userName) {
        return new Sql()
                        .add("select m.id, r.agency_id from member m join member_role r on r.member_id = m.id")
                        .add("where m.user_name = ? order by r.id limit 1", userName)
                        .rows(em)
                        .stream()
                        .map(row -> new Who(Sql.number(row[0]), Sql.number(row[1])))
                        .findFirst();
    }

    /** Newest first, with their cases. */
    public List<Exercise> all() {
        return em.createQuery(
                        "select distinct e from Exercise e left join fetch e.cases left join fetch e.repeats"
                                + " order by e.opensOn desc, e.id desc",
                        Exercise.class)
                .setMaxResults(200)
                .getResultList();
    }

    public Exercise require(String publicId) {
        return em.createQuery("select e from Exercise e where e.publicId = :id", Exercise.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("vignette exercise"));
    }

    /** The member's own answers by case id. */
    public Map<Long, Own> own(long memberId) {
        Map<Long, Own> own = new HashMap<>();
        new Sql()
                .add("select v.case_id, v.level, v.why from vignette_answer v")
                .add(NEWEST)
                .add("where v.member_id = ?", memberId)
                .rows(em)
                .forEach(row -> own.put(Sql.number(row[0]), new Own((int) Sql.number(row[1]), (String) row[2])));
        return own;
    }

    public boolean answered(Exercise exercise) {
        return !new Sql()
                .add("select v.id, v.level from vignette_answer v join vignette_case c on c.id = v.case_id")
                .add("where c.exercise_id = ? limit 1", exercise.id())
                .rows(em)
                .isEmpty();
    }

    public List<Given> given(Exercise exercise) {
        Map<Long, Integer> raters = new HashMap<>();
        List<Given> given = new ArrayList<>();
        new Sql()
                .add("select c.code, v.member_id, a.code agency, a.name, v.level, v.why from vignette_answer v")
                .add(NEWEST)
                .add("join vignette_case c on c.id = v.case_id join agency a on a.id = v.agency_id")
                .add("where c.exercise_id = ? order by a.position, a.name, v.member_id", exercise.id())
                .rows(em)
                .forEach(row -> given.add(new Given(
                        (String) row[0],
                        raters.computeIfAbsent(Sql.number(row[1]), m -> raters.size()),
                        (String) row[2],
                        (String) row[3],
                        (int) Sql.number(row[4]),
                        (String) row[5])));
        return given;
    }
}
