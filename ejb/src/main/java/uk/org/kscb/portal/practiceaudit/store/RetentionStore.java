package uk.org.kscb.portal.practiceaudit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.RetentionView.Certificate;
import uk.org.kscb.portal.practiceaudit.RetentionView.Hold;

/** How long case-level returns are kept, what stops their destruction, and the destruction itself. */
@ApplicationScoped
public class RetentionStore {
    /**
     * The last day of its re-audits, none while one is under way; without any the audit's own last day, closed or cancelled.
     */
    private static final String CLOSED = "case when exists (select 1 from practice_audit x where x.reaudit_of_id = p.id"
            + " and x.state not in ('CLOSED', 'CANCELLED')) then null else coalesce((select max(x.closed_on) from"
            + " practice_audit x where x.reaudit_of_id = p.id and x.state = 'CLOSED'), case when p.state = 'CLOSED' then"
            + " p.closed_on when p.state = 'CANCELLED' then (select max(e.happened_on) from audit_event e where"
            + " e.audit_id = p.id and e.what = 'CANCEL') end) end";

    private static final String CASES = " where return_case_id in (select rc.id from return_case rc"
            + " join agency_return r on r.id = rc.return_id where r.audit_id = ?)";

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    /** The last day of what has to close first, or null while it has not. */
    public @Nullable LocalDate closed(long audit) {
        return Sql.day(new Sql()
                .add("select " + CLOSED + " from practice_audit p where p.id = ?", audit)
                .on(em)
                .getSingleResult());
    }

    public boolean everythingHeld() {
        return Sql.number(new Sql()
                        .add("select count(*) from retention_hold h where h.audit_id is null and h.lifted_on is null")
                        .on(em)
                        .getSingleResult())
                > 0;
    }

    /** User names of managers and moderators, former ones too: to them a list of returns shows every agency's. */
    public Set<String> readersOfAll() {
        return new Sql()
                        .add("select distinct m.user_name, m.id from member_role r join member m on m.id = r.member_id")
                        .add("where r.role in ('MANAGER', 'MODERATOR')")
                        .rows(em)
                        .stream()
                        .map(row -> (String) row[0])
                        .collect(Collectors.toSet());
    }

    /** @param id and @param code of an audit whose returns may be due */
    public record Due(long id, String code) {}

    /** Audits whose time closed on or before that day, that no hold stops and that are not destroyed yet. */
    public List<Due> due(LocalDate closedUntil) {
        return new Sql()
                        .add("select p.id, p.code from practice_audit p where " + CLOSED + " <= ?", closedUntil)
                        .add("and not exists (select 1 from destruction_certificate d where d.audit_id = p.id)")
                        .add("and not exists (select 1 from retention_hold h where h.lifted_on is null")
                        .add("and (h.audit_id is null or h.audit_id = p.id)) order by p.id")
                        .rows(em)
                        .stream()
                        .map(row -> new Due(Sql.number(row[0]), (String) row[1]))
                        .toList();
    }

    /** Keeps two nodes from destroying the same returns. @return whether it is still to be done */
    public boolean lock(Due due) {
        new Sql()
                .add("select p.id from practice_audit p where p.id = ? for update", due.id())
                .on(em)
                .getSingleResult();
        return Sql.number(new Sql()
                        .add("select count(*) from destruction_certificate d where d.audit_id = ?", due.id())
                        .on(em)
                        .getSingleResult())
                == 0;
    }

    /** @return what was destroyed, before it is written down */
    public Certificate destroy(Due due, String rule, String by, LocalDate on, Instant at) {
        long audit = due.id();
        String codes = String.join(
                " ",
                new Sql()
                                .add(
                                        "select c.code, c.id from audit_case c where c.audit_id = ? order by c.code",
                                        audit)
                                .rows(em)
                                .stream()
                                .map(row -> (String) row[0])
                                .toList());
        run(
                "delete from moderation_member where moderation_id in (select m.id from moderation m"
                        + CASES.replace("return_case_id", "m.return_case_id") + ")",
                audit);
        int moderations = run("delete from moderation" + CASES, audit);
        int grades = run("delete from self_grade" + CASES, audit);
        run("delete from self_grade_as_signed" + CASES, audit);
        int answers = run("delete from answer" + CASES, audit);
        run("delete from answer_as_signed" + CASES, audit);
        run("delete from return_declaration" + CASES, audit);
        run("delete from return_reopening where return_id in (select id from agency_return where audit_id = ?)", audit);
        int cases = run(
                "delete from return_case where return_id in (select id from agency_return where audit_id = ?)", audit);
        int returns = run("delete from agency_return where audit_id = ?", audit);
        // case codes may stand in findings; they name nobody, and the key to them was destroyed when the audit closed
        run("update finding set case_codes = null where audit_id = ?", audit);
        run(
                "update audit_case set age_band = null, sex = null, ethnicity_group = null, district = null,"
                        + " outcome = null, referral_on = null where audit_id = ?",
                audit);
        Certificate certificate = new Certificate(
                Secret.publicId(), on, by, rule, returns, cases, answers, grades, moderations, Secret.hash(codes));
        new Sql()
                .add("insert into destruction_certificate (public_id, audit_id, destroyed_on, destroyed_at,"
                        + " destroyed_by,")
                .add("rule, returns, cases, answers, grades, moderations, fingerprint)")
                .add("values (?, ?, ?, ?, ?, ?,", certificate.id(), audit, on, at.toEpochMilli(), by, rule)
                .add("?, ?, ?, ?, ?, ?)", returns, cases, answers, grades, moderations, certificate.fingerprint())
                .on(em)
                .executeUpdate();
        return certificate;
    }

    private int run(String statement, long audit) {
        return new Sql().add(statement, audit).on(em).executeUpdate();
    }

    public Optional<Certificate> certificate(long audit) {
        return new Sql()
                        .add("select d.public_id, d.destroyed_on, d.destroyed_by, d.rule, d.returns, d.cases,"
                                + " d.answers, d.grades,")
                        .add("d.moderations, d.fingerprint from destruction_certificate d where d.audit_id = ?", audit)
                        .rows(em)
                        .stream()
                        .map(row -> new Certificate(
                                (String) row[0],
                                Objects.requireNonNull(Sql.day(row[1])),
                                (String) row[2],
                                (String) row[3],
                                (int) Sql.number(row[4]),
                                (int) Sql.number(row[5]),
                                (int) Sql.number(row[6]),
                                (int) Sql.number(row[7]),
                                (int) Sql.number(row[8]),
                                (String) row[9]))
                        .findFirst();
    }

    /** Holds in force that stop this audit's destruction. */
    public List<Hold> holds(long audit) {
        return new Sql()
                        .add("select h.public_id, h.audit_id, h.reason, h.placed_on, h.placed_by from retention_hold h")
                        .add(
                                "where h.lifted_on is null and (h.audit_id is null or h.audit_id = ?) order by h.id",
                                audit)
                        .rows(em)
                        .stream()
                        .map(row -> new Hold(
                                (String) row[0],
                                row[1] == null,
                                (String) row[2],
                                Objects.requireNonNull(Sql.day(row[3])),
                                (String) row[4]))
                        .toList();
    }

    /** @param audit null for a hold on everything */
    public void hold(@Nullable Long audit, String reason, String by, LocalDate on, Instant at) {
        Sql sql = new Sql().add("insert into retention_hold (public_id, reason, placed_on, placed_at, placed_by");
        sql.add(audit == null ? ")" : ", audit_id)");
        sql.add("values (?, ?, ?, ?, ?", Secret.publicId(), reason, on, at.toEpochMilli(), by);
        (audit == null ? sql.add(")") : sql.add(", ?)", audit)).on(em).executeUpdate();
    }

    /** @return whether there was such a hold in force */
    public boolean lift(String id, String reason, String by, LocalDate on) {
        return new Sql()
                        .add(
                                "update retention_hold set lifted_on = ?, lifted_by = ?, lifted_reason = ?",
                                on,
                                by,
                                reason)
                        .add("where public_id = ? and lifted_on is null", id)
                        .on(em)
                        .executeUpdate()
                == 1;
    }
}
