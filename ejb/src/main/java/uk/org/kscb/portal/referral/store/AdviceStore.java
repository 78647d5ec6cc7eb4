package uk.org.kscb.portal.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.referral.AdviceTheme;
import uk.org.kscb.portal.referral.AdviceView;
import uk.org.kscb.portal.referral.Clock;
import uk.org.kscb.portal.referral.District;
import uk.org.kscb.portal.referral.ReceiptView.ClockView;
import uk.org.kscb.portal.referral.model.AdviceRequest;

/** Requests for advice, in the same scope as receipts. */
@ApplicationScoped
public class AdviceStore {
    private static final int MOST = 100;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    public void add(AdviceRequest request) {
        em.persist(request);
    }

    /** For the desk only. */
    public List<AdviceRequest> open() {
        return em.createQuery("select a from AdviceRequest a where a.answeredAt is null", AdviceRequest.class)
                .getResultList();
    }

    public AdviceRequest require(String reference, ReceiptScope scope) {
        return em.createQuery("select a from AdviceRequest a where a.reference = :reference", AdviceRequest.class)
                .setParameter("reference", reference)
                .getResultStream()
                .filter(a -> scope.desk())
                .findFirst()
                .orElseThrow(() -> new NotVisible("request for advice"));
    }

    public List<AdviceView.Line> list(ReceiptScope scope, Instant now) {
        Sql query = new Sql()
                .add("select r.reference, a.short_name, m.name, r.district, r.theme, r.asked_at, r.due_at,")
                .add("r.provisional, r.answered_at from advice_request r join agency a on a.id = r.agency_id")
                .add("join member m on m.id = r.member_id where 1 = 1");
        scope.narrow(query);
        query.add("order by r.answered_at is not null, r.asked_at desc limit ?", MOST);
        return query.rows(em).stream().map(row -> line(row, now)).toList();
    }

    private static AdviceView.Line line(Object[] row, Instant now) {
        Long answered = Sql.numberOrNull(row[8]);
        return new AdviceView.Line(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                District.valueOf((String) row[3]),
                AdviceTheme.valueOf((String) row[4]),
                Instant.ofEpochMilli(Sql.number(row[5])),
                ClockView.of(
                        Clock.ADVICE,
                        Instant.ofEpochMilli(Sql.number(row[6])),
                        true,
                        Sql.flag(row[7]),
                        answered == null ? null : Instant.ofEpochMilli(answered),
                        now));
    }
}
