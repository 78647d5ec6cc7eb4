package uk.org.kscb.portal.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.org.kscb.portal.plan.ActionDetail.Holder;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Viewer.Scope;
import uk.org.kscb.portal.platform.time.PortalClock;

/** Who within the viewer's agency holds a contribution: a post and whoever is in it, or a person who was named. */
@ApplicationScoped
public class HolderStore {
    /** Who leaves a post on the day on which it is filled anew has left it. */
    private static final String IN_POST = "from_on <= ? and (h.until_on is null or h.until_on > ?)";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private PortalClock clock;

    /** Adds a condition on contribution {@code c}: the viewer holds it. */
    static void heldByViewer(Sql sql, Scope scope, LocalDate today) {
        sql.add("(c.agency_id = ? and (c.member_id = ?", scope.agencyId(), scope.memberId());
        sql.add("or exists (select 1 from post_holding h where h.post_id = c.post_id");
        sql.add("and h.member_id = ? and h." + IN_POST + ")))", scope.memberId(), today, today);
    }

    /** Ids of the contributions that the viewer holds. */
    public Set<Long> heldBy(Scope scope) {
        Sql sql = new Sql().add("select c.id, c.agency_id from contribution c where c.removed_on is null and");
        heldByViewer(sql, scope, clock.today());
        Set<Long> held = new HashSet<>();
        sql.rows(em).forEach(row -> held.add(Sql.number(row[0])));
        return held;
    }

    /** Ids of the posts that the viewer is in today. */
    public Set<Long> postsOf(Scope scope) {
        LocalDate today = clock.today();
        Set<Long> posts = new HashSet<>();
        new Sql()
                .add("select h.post_id, h.id from post_holding h where h.member_id = ?", scope.memberId())
                .add("and h." + IN_POST, today, today)
                .rows(em)
                .forEach(row -> posts.add(Sql.number(row[0])));
        return posts;
    }

    /**
     * The agency's posts, then its people who may report for it.
     *
     * @param contribution public id of the one that shall be held
     */
    public List<Holder> choices(Scope scope, String contribution) {
        LocalDate today = clock.today();
        List<Holder> choices = new ArrayList<>();
        new Sql()
                .add("select p.title, group_concat(m.name order by m.name, m.id separator ', '),")
                .add("exists (select 1 from contribution c where c.public_id = ?", contribution)
                .add("and c.post_id = p.id and c.member_id is null) from post p")
                .add("left join post_holding h on h.post_id = p.id and h." + IN_POST, today, today)
                .add("left join member m on m.id = h.member_id")
                .add("where p.agency_id = ? group by p.id, p.title order by p.title", scope.agencyId())
                .rows(em)
                .forEach(row -> choices.add(Holder.post((String) row[0], (String) row[1], Sql.flag(row[2]))));
        Sql people = new Sql()
                .add(
                        "select m.user_name, m.name, exists (select 1 from contribution c where c.public_id = ?",
                        contribution)
                .add("and c.member_id = m.id) from member m where");
        reporters(people, scope)
                .add("order by m.name, m.user_name")
                .rows(em)
                .forEach(row -> choices.add(Holder.person((String) row[0], (String) row[1], Sql.flag(row[2]))));
        return choices;
    }

    /** @throws Refusal when the agency has no such post */
    public long post(String title, Scope scope) {
        return only(new Sql().add("select id from post where agency_id = ? and title = ?", scope.agencyId(), title))
                .orElseThrow(() -> new Refusal("post", "Choose a post of your own agency."));
    }

    /** @throws Refusal when nobody of that name may report for the agency */
    public long reporter(String userName, Scope scope) {
        return only(reporters(new Sql().add("select m.id from member m where m.user_name = ? and", userName), scope))
                .orElseThrow(() -> new Refusal("person", "Choose somebody who may report for your own agency."));
    }

    private static Sql reporters(Sql sql, Scope scope) {
        return sql.add(
                        "exists (select 1 from member_role r where r.member_id = m.id and r.agency_id = ?",
                        scope.agencyId())
                .add(
                        "and r.withdrawn_at is null and r.waiting_since is null and r.role in (?))",
                        Stream.of(Role.values())
                                .filter(role -> Permission.REPORT_PROGRESS.reach(role) != Reach.NONE)
                                .map(Role::name)
                                .toList());
    }

    private Optional<Long> only(Sql sql) {
        return sql.on(em).getResultList().stream().findFirst().map(Sql::number);
    }

    /** Sample data: puts a member into a post of an agency. */
    public void fill(long agencyId, String title, String userName, LocalDate from) {
        new Sql()
                .add("insert into post_holding (post_id, member_id, from_on)")
                .add("select p.id, m.id, ? from post p, member m", from)
                .add("where p.agency_id = ? and p.title = ? and m.user_name = ?", agencyId, title, userName)
                .on(em)
                .executeUpdate();
    }

    /** Sample data: the member of that user name, whatever they may do. */
    public long member(String userName) {
        return only(new Sql().add("select id from member where user_name = ?", userName))
                .orElseThrow();
    }
}
