package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.config.QueryHints;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.model.BridgeLine;
import uk.org.kscb.portal.practiceaudit.model.Tool;
import uk.org.kscb.portal.practiceaudit.model.ToolVersion;

/** Tools as far as a scope reaches: an agency sees those of audits that it takes part in. */
@ApplicationScoped
public class ToolStore {
    private static final String VISIBLE = "(:all = true or exists (select a from PracticeAudit a, AuditAgency g,"
            + " ToolVersion u where a.toolVersionId = u.id and u.tool = t and g.audit = a and g.agencyId = :own"
            + " and a.scopeApprovedOn is not null))";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public List<Tool> tools(AuditScope scope) {
        if (scope.none()) {
            return List.of();
        }
        return em.createQuery("select t from Tool t where " + VISIBLE + " order by t.name", Tool.class)
                .setParameter("all", scope.all())
                .setParameter("own", scope.agencyId())
                .setHint(QueryHints.BATCH, "t.versions")
                .getResultList();
    }

    /** @throws NotVisible when there is no such version, or none that the scope reaches */
    public ToolVersion requireVersion(String publicId, AuditScope scope) {
        if (scope.none()) {
            throw new NotVisible("tool");
        }
        return em.createQuery(
                        "select v from ToolVersion v join fetch v.tool t where v.publicId = :id and " + VISIBLE,
                        ToolVersion.class)
                .setParameter("id", publicId)
                .setParameter("all", scope.all())
                .setParameter("own", scope.agencyId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("tool"));
    }

    /** The version that an audit asks. For use within an audit that is in scope already. */
    public Optional<ToolVersion> version(long id) {
        return Optional.ofNullable(em.find(ToolVersion.class, id));
    }

    public Optional<Tool> named(String name) {
        return em.createQuery("select t from Tool t where t.name = :name", Tool.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    public List<BridgeLine> bridge(ToolVersion to) {
        return em.createQuery("select b from BridgeLine b where b.toVersion = :to order by b.refFrom", BridgeLine.class)
                .setParameter("to", to.id())
                .getResultList();
    }

    public void remove(BridgeLine line) {
        em.remove(line);
        em.flush();
    }

    public void removeBridge(ToolVersion to) {
        em.createQuery("delete from BridgeLine b where b.toVersion = :to")
                .setParameter("to", to.id())
                .executeUpdate();
    }

    /** Lines that lead to questions which the version no longer asks. */
    public void removeBridgeBeyond(ToolVersion to, List<String> refs) {
        em.createQuery("delete from BridgeLine b where b.toVersion = :to and b.refTo not in :refs")
                .setParameter("to", to.id())
                .setParameter("refs", refs)
                .executeUpdate();
    }

    /** How many questions each version asks, by its id. */
    public Map<Long, Integer> counts() {
        Map<Long, Integer> counts = new HashMap<>();
        new Sql()
                .add("select version_id, count(*) from tool_question group by version_id")
                .rows(em)
                .forEach(row -> counts.put(Sql.number(row[0]), (int) Sql.number(row[1])));
        return counts;
    }

    public boolean hasAnswers(ToolVersion version) {
        return !new Sql()
                .add("select 1 from answer x join tool_question q on q.id = x.question_id")
                .add("where q.version_id = ? limit 1", version.id())
                .on(em)
                .getResultList()
                .isEmpty();
    }

    public <T> T add(T entity) {
        em.persist(entity);
        return entity;
    }

    public void flush() {
        em.flush();
    }
}
