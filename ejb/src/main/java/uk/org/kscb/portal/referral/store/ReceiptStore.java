package uk.org.kscb.portal.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.Clock;
import uk.org.kscb.portal.referral.ClockRule;
import uk.org.kscb.portal.referral.Decision;
import uk.org.kscb.portal.referral.ReceiptList;
import uk.org.kscb.portal.referral.ReceiptList.Show;
import uk.org.kscb.portal.referral.ReceiptView;
import uk.org.kscb.portal.referral.ReceiptView.Kind;
import uk.org.kscb.portal.referral.ToldHow;
import uk.org.kscb.portal.referral.model.Event;
import uk.org.kscb.portal.referral.model.Receipt;
import uk.org.kscb.portal.referral.model.Receipt.Recorder;

/** Receipts and the clocks that run for them. */
@ApplicationScoped
public class ReceiptStore {

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public ReceiptScope scope(Viewer viewer) {
        Set<Long> desks = new HashSet<>();
        for (Object id :
                em.createNativeQuery("select agency_id from referral_desk").getResultList()) {
            desks.add(Sql.number(id));
        }
        return ReceiptScope.of(viewer, desks);
    }

    /** Puts the same member's requests in line, so that two at once with one key make one receipt. */
    public Optional<Receipt> alreadyTaken(long memberId, String key) {
        em.createNativeQuery("select id from member where id = ?1 for update")
                .setParameter(1, memberId)
                .getSingleResult();
        return em.createQuery(
                        "select r from Receipt r where r.memberId = :member and r.requestKey = :key", Receipt.class)
                .setParameter("member", memberId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    public boolean referenceTaken(String reference) {
        return em.createQuery("select count(r) from Receipt r where r.reference = :reference", Long.class)
                        .setParameter("reference", reference)
                        .getSingleResult()
                > 0;
    }

    /** @return how many receipts of before that moment there were */
    public int destroyBefore(Instant moment) {
        em.createNativeQuery("delete e from referral_event e join referral_receipt r on r.id = e.receipt_id where"
                        + " r.received_at < ?1")
                .setParameter(1, moment.toEpochMilli())
                .executeUpdate();
        return em.createNativeQuery("delete from referral_receipt where received_at < ?1")
                .setParameter(1, moment.toEpochMilli())
                .executeUpdate();
    }

    public Receipt add(Receipt receipt) {
        em.persist(receipt);
        em.flush();
        return receipt;
    }

    public void add(Event event) {
        em.persist(event);
        em.flush();
    }

    /** One that the viewer may see; locked against a second recording at the same time. */
    public Receipt require(String reference, ReceiptScope scope) {
        return em.createQuery("select r from Receipt r where r.reference = :reference", Receipt.class)
                .setParameter("reference", reference)
                .getResultStream()
                .filter(r -> scope.all() || (r.memberId() == scope.memberId() && r.agencyId() == scope.agencyId()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("receipt"));
    }

    /** One more than a page, so that the reader knows whether there is a next one without counting all. */
    public List<ReceiptList.Line> list(
            ReceiptScope scope, Show show, int page, int size, WorkingDays calendar, Instant now) {
        Sql query = new Sql()
                .add("select r.reference, a.short_name, r.level_claimed, r.received_at, r.hours_due_at, r.day_due_at,")
                .add("r.provisional, r.decided_at, r.decision, r.tell_due_at, r.told_at, r.told_how, r.never_told_at")
                .add("from referral_receipt r join agency a on a.id = r.agency_id where 1 = 1");
        scope.narrow(query);
        switch (show) {
            case WAITING -> query.add("and r.decided_at is null");
            case UNTOLD ->
                query.add("and r.decided_at is not null and (r.told_how is null or r.told_how <> 'WRITING')");
            case ALL -> {}
        }
        query.add("order by r.received_at desc limit ? offset ?", size + 1, (page - 1) * size);
        return query.rows(em).stream().map(row -> line(row, calendar, now)).toList();
    }

    private static ReceiptList.Line line(Object[] row, WorkingDays calendar, Instant now) {
        Instant received = Instant.ofEpochMilli(Sql.number(row[3]));
        Optional<Instant> decided = moment(row[7]);
        Optional<Instant> tellDue = moment(row[9]);
        return new ReceiptList.Line(
                (String) row[0],
                (String) row[1],
                (int) Sql.number(row[2]),
                received,
                ReceiptView.ClockView.of(
                        Clock.DECIDE_HOURS,
                        Instant.ofEpochMilli(Sql.number(row[4])),
                        false,
                        false,
                        decided.orElse(null),
                        now),
                ReceiptView.ClockView.of(
                        Clock.DECIDE_DAY,
                        Instant.ofEpochMilli(Sql.number(row[5])),
                        true,
                        Sql.flag(row[6]),
                        decided.orElse(null),
                        now),
                ReceiptView.ClockView.of(
                        Clock.TELL,
                        tellDue.orElse(null),
                        true,
                        tellDue.isPresent()
                                && calendar.provisional(
                                        tellDue.get().atZone(PortalClock.LONDON).toLocalDate()),
                        ToldHow.WRITING.name().equals(row[11]) ? moment(row[10]).orElse(null) : null,
                        now),
                row[8] == null ? null : Decision.valueOf((String) row[8]),
                row[11] == null ? null : ToldHow.valueOf((String) row[11]),
                row[12] != null);
    }

    /** Those with a clock that still runs. */
    public List<Receipt> running(Instant now) {
        return em.createQuery(
                        "select r from Receipt r where (r.decidedAt is null and r.dayDueAt > :now)"
                                + " or (r.acknowledgedAt is null and r.acknowledgeDueAt > :now)"
                                + " or (r.decidedAt is not null and r.tellDueAt > :now)",
                        Receipt.class)
                .setParameter("now", now)
                .getResultList();
    }

    public List<ReceiptView.Event> events(Receipt receipt) {
        return new Sql()
                        .add("select e.kind, e.detail, e.at, e.recorded_at, a.short_name from referral_event e")
                        .add("join agency a on a.id = e.agency_id where e.receipt_id = ?", receipt.id())
                        .add("order by e.recorded_at, e.id")
                        .rows(em)
                        .stream()
                        .map(row -> new ReceiptView.Event(
                                Kind.valueOf((String) row[0]),
                                detail((String) row[0], row[1]),
                                Instant.ofEpochMilli(Sql.number(row[2])),
                                Instant.ofEpochMilli(Sql.number(row[3])),
                                (String) row[4]))
                        .toList();
    }

    private static Optional<String> detail(String kind, @org.jspecify.annotations.Nullable Object detail) {
        if (detail == null) {
            return Optional.empty();
        }
        return Optional.of(
                kind.equals(Kind.DECIDED.name())
                        ? Decision.valueOf(detail.toString()).words()
                        : ToldHow.valueOf(detail.toString()).words());
    }

    public boolean none() {
        return em.createQuery("select count(r) from Receipt r", Long.class).getSingleResult() == 0;
    }

    /** A sample person, in the first agency where they have a role. */
    public Optional<Recorder> memberAndAgency(String userName) {
        return new Sql()
                        .add("select r.agency_id, m.id from member m join member_role r on r.member_id = m.id")
                        .add("where m.user_name = ? order by r.id limit 1", userName)
                        .rows(em)
                        .stream()
                        .map(row -> new Recorder(Sql.number(row[0]), Sql.number(row[1]), Instant.EPOCH))
                        .findFirst();
    }

    /** Code and name of an agency, by its id. */
    public String[] agency(long id) {
        Object[] row = new Sql()
                .add("select code, name from agency where id = ?", id)
                .rows(em)
                .getFirst();
        return new String[] {(String) row[0], (String) row[1]};
    }

    /** The rule of each clock on a day: the newest that had begun. */
    public Map<Clock, ClockRule> rulesOn(LocalDate day) {
        Map<Clock, ClockRule> rules = new EnumMap<>(Clock.class);
        for (ClockRule rule : rules()) {
            if (!rule.from().isAfter(day)) {
                rules.put(rule.clock(), rule);
            }
        }
        return rules;
    }

    public void add(ClockRule rule, String by, Instant at) {
        new Sql()
                .add("insert into referral_rule (clock, label, unit, amount, regime, source_note, valid_from, set_by,")
                .add(
                        "set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        rule.clock().name(),
                        rule.label(),
                        rule.unit().name(),
                        rule.amount(),
                        rule.regime(),
                        rule.source(),
                        rule.from(),
                        by,
                        at.toEpochMilli())
                .on(em)
                .executeUpdate();
    }

    /** Every rule that was, is or will be, oldest first. */
    public List<ClockRule> rules() {
        return new Sql()
                        .add("select clock, label, unit, amount, regime, source_note, valid_from from referral_rule")
                        .add("order by clock, valid_from")
                        .rows(em)
                        .stream()
                        .map(row -> new ClockRule(
                                Clock.valueOf((String) row[0]),
                                (String) row[1],
                                ClockRule.Unit.valueOf((String) row[2]),
                                (int) Sql.number(row[3]),
                                (String) row[4],
                                (String) row[5],
                                java.util.Objects.requireNonNull(Sql.day(row[6]))))
                        .toList();
    }

    private static Optional<Instant> moment(@org.jspecify.annotations.Nullable Object column) {
        return Optional.ofNullable(Sql.numberOrNull(column)).map(Instant::ofEpochMilli);
    }
}
