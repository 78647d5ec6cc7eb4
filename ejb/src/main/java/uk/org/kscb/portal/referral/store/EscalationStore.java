package uk.org.kscb.portal.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.EscalationOutcome;
import uk.org.kscb.portal.referral.EscalationTheme;
import uk.org.kscb.portal.referral.EscalationView;
import uk.org.kscb.portal.referral.EscalationView.Rung;
import uk.org.kscb.portal.referral.model.Escalation;
import uk.org.kscb.portal.referral.model.EscalationStep;

/** Disagreements: both agencies see theirs, the board's manager all. */
@ApplicationScoped
public class EscalationStore {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public Escalation add(Escalation escalation) {
        em.persist(escalation);
        em.flush();
        return escalation;
    }

    public void add(EscalationStep step) {
        em.persist(step);
        em.flush();
    }

    public Escalation require(String reference, Viewer viewer) {
        return em.createQuery(
                        "select e from Escalation e where e.reference = :reference"
                                + " and (:all = true or e.agencyId = :own or e.otherAgencyId = :own)",
                        Escalation.class)
                .setParameter("reference", reference)
                .setParameter("all", all(viewer, Permission.RECORD_ESCALATIONS))
                .setParameter("own", viewer.agencyId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("escalation"));
    }

    private static boolean all(Viewer viewer, Permission permission) {
        return viewer.reach(permission) == Reach.ALL;
    }

    public long agencyId(String code) {
        return new Sql()
                .add("select id, code from agency where code = ?", code).rows(em).stream()
                        .map(row -> Sql.number(row[0]))
                        .findFirst()
                        .orElseThrow(() -> new NotVisible("agency"));
    }

    /** Open ones first, then the newest; at most 200. */
    public List<EscalationView> list(
            Viewer viewer, Function<LocalDate, List<Rung>> ladders, WorkingDays calendar, LocalDate today) {
        Sql query = new Sql()
                .add("select e.reference, a.short_name, o.short_name other, e.theme, e.begun_on, e.stage,"
                        + " e.stage_since,")
                .add("e.ended_on, e.outcome from escalation e join agency a on a.id = e.agency_id")
                .add("join agency o on o.id = e.other_agency_id where 1 = 1");
        if (!all(viewer, Permission.READ_ESCALATIONS)) {
            query.add("and (e.agency_id = ? or e.other_agency_id = ?)", viewer.agencyId(), viewer.agencyId());
        }
        query.add("order by e.ended_on is not null, e.begun_on desc, e.id desc limit ?", MOST);
        return query.rows(em).stream()
                .map(row -> view(row, ladders, calendar, today, viewer.may(Permission.RECORD_ESCALATIONS)))
                .toList();
    }

    private static EscalationView view(
            Object[] row,
            Function<LocalDate, List<Rung>> ladders,
            WorkingDays calendar,
            LocalDate today,
            boolean mayRecord) {
        LocalDate begun = Objects.requireNonNull(Sql.day(row[4]));
        LocalDate since = Objects.requireNonNull(Sql.day(row[6]));
        LocalDate ended = Sql.day(row[7]);
        int stage = (int) Sql.number(row[5]);
        // a stage is judged by the guidance of the day on which it began
        LocalDate due = ended != null
                ? null
                : ladders.apply(since).stream()
                        .filter(rung -> rung.stage() == stage)
                        .map(rung -> calendar.plus(since, rung.within()))
                        .findFirst()
                        .orElse(null);
        return new EscalationView(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                EscalationTheme.valueOf((String) row[3]),
                begun,
                stage,
                since,
                due,
                due != null && due.isBefore(today),
                due != null && calendar.provisional(due),
                calendar.between(begun, ended == null ? today : ended),
                ended,
                row[8] == null ? null : EscalationOutcome.valueOf((String) row[8]),
                ended == null && mayRecord);
    }

    /** What a count of themes needs of each disagreement. */
    public record Ended(EscalationTheme theme, int stage, boolean open, int days) {}

    /** @param ownOnly agency id, or -1 for all agencies */
    public List<Ended> since(
            LocalDate from, long ownOnly, LocalDate today, ToIntBiFunction<LocalDate, LocalDate> workingDays) {
        return new Sql()
                        .add("select theme, stage, begun_on, ended_on from escalation where begun_on >= ?", from)
                        .add("and (? = -1 or agency_id = ? or other_agency_id = ?)", ownOnly, ownOnly, ownOnly)
                        .rows(em)
                        .stream()
                        .map(row -> {
                            LocalDate ended = Sql.day(row[3]);
                            return new Ended(
                                    EscalationTheme.valueOf((String) row[0]),
                                    (int) Sql.number(row[1]),
                                    ended == null,
                                    workingDays.applyAsInt(
                                            Objects.requireNonNull(Sql.day(row[2])), ended == null ? today : ended));
                        })
                        .toList();
    }
}
