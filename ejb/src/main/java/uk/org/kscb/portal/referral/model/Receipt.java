package uk.org.kscb.portal.referral.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.Consent;
import uk.org.kscb.portal.referral.Decision;
import uk.org.kscb.portal.referral.ReceiptView.Kind;
import uk.org.kscb.portal.referral.ReferrerPost;
import uk.org.kscb.portal.referral.TakeReceipt;
import uk.org.kscb.portal.referral.ToldHow;

/**
 * That a referral was made, never about whom. Life story: taken by the referrer → acknowledged, decided and told by the
 * desk that receives referrals → the referrer may say "I was never told". Each step is appended as an event; this row
 * shows the newest of each, so that lists and measures need not read events.
 */
@Entity
@Table(name = "referral_receipt")
public class Receipt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String reference;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private ReferrerPost post;

    @Column(name = "level_claimed")
    private int level;

    @Column(name = "significant_harm")
    private boolean significantHarm;

    @Enumerated(EnumType.STRING)
    private Consent consent;

    private @Nullable Integer edition;

    @Column(name = "edition_label")
    private @Nullable String editionLabel;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "received_month")
    private String receivedMonth;

    @Column(name = "hours_due_at")
    private Instant hoursDueAt;

    @Column(name = "day_due_at")
    private Instant dayDueAt;

    @Column(name = "acknowledge_due_at")
    private Instant acknowledgeDueAt;

    @Column(name = "tell_days")
    private int tellDays;

    private boolean provisional;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "latest_decision_at")
    private @Nullable Instant latestDecisionAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    @Column(name = "tell_due_at")
    private @Nullable Instant tellDueAt;

    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @Column(name = "told_how")
    @Enumerated(EnumType.STRING)
    private @Nullable ToldHow toldHow;

    @Column(name = "never_told_at")
    private @Nullable Instant neverToldAt;

    protected Receipt() {}

    private Receipt(TakeReceipt asked, long agencyId, long memberId, Deadlines due) {
        String letters = Secret.publicId();
        this.reference = letters.substring(0, 4) + "-" + letters.substring(4, 8);
        this.requestKey = asked.key();
        this.agencyId = agencyId;
        this.memberId = memberId;
        this.post = asked.post();
        this.level = asked.level();
        this.significantHarm = asked.significantHarm();
        this.consent = asked.consent();
        this.receivedAt = due.received();
        this.receivedMonth =
                YearMonth.from(due.received().atZone(PortalClock.LONDON)).toString();
        this.hoursDueAt = due.decideHours();
        this.dayDueAt = due.decideDay();
        this.acknowledgeDueAt = due.acknowledge();
        this.tellDays = due.tellDays();
        this.provisional = due.provisional();
    }

    public static Receipt taken(TakeReceipt asked, long agencyId, long memberId, Deadlines due) {
        return new Receipt(asked, agencyId, memberId, due);
    }

    /** The guidance that was in force when it was sent; it is judged against this one for ever. */
    public void underEdition(int number, String label) {
        edition = number;
        editionLabel = label;
    }

    /** By another table of bank holidays. What has been done in time stays so; open clocks end where they end now. */
    public void countAnew(Deadlines due, @Nullable Instant tellDue) {
        if (decidedAt == null) {
            dayDueAt = due.decideDay();
            provisional = due.provisional();
        }
        if (acknowledgedAt == null) {
            acknowledgeDueAt = due.acknowledge();
        }
        if (toldHow != ToldHow.WRITING && tellDue != null) {
            tellDueAt = tellDue;
        }
    }

    public Event acknowledge(Instant at, Recorder by) {
        requireReal(at, by);
        acknowledgedAt = at;
        return new Event(this, Kind.ACKNOWLEDGED, null, at, by);
    }

    /**
     * The clocks measure the first decision; the same one given again corrects its time. Another decision takes its place
     * and has to be told anew. Everything stays on record.
     */
    public Event decide(Decision what, Instant at, Instant tellDue, Recorder by) {
        requireReal(at, by);
        boolean corrected = what == decision && decidedAt != null && decidedAt.equals(latestDecisionAt);
        if (decidedAt == null || corrected || at.isBefore(decidedAt)) {
            decidedAt = at;
        }
        if (toldAt != null && at.isAfter(toldAt)) {
            toldAt = null;
            toldHow = null;
        }
        decision = what;
        latestDecisionAt = at;
        tellDueAt = tellDue;
        return new Event(this, Kind.DECIDED, what.name(), at, by);
    }

    public Event tell(ToldHow how, Instant at, Recorder by) {
        requireReal(at, by);
        if (latestDecisionAt == null) {
            throw new NothingDecided();
        }
        if (at.isBefore(latestDecisionAt)) {
            throw new ToldBeforeDecided();
        }
        if (how == ToldHow.WRITING || toldHow != ToldHow.WRITING) {
            toldAt = at; // a letter's time can be corrected; once it was written, what is said changes nothing
            toldHow = how;
        }
        return new Event(this, Kind.TOLD, how.name(), at, by);
    }

    public Event sayNeverTold(Recorder by) {
        if (!maySayNeverTold(by.now())) {
            throw new StillTime();
        }
        neverToldAt = by.now();
        return new Event(this, Kind.NEVER_TOLD, null, by.now(), by);
    }

    public boolean maySayNeverTold(Instant now) {
        return decidedAt != null || now.isAfter(dayDueAt);
    }

    private void requireReal(Instant at, Recorder by) {
        if (at.isBefore(receivedAt)) {
            throw new BeforeReceived();
        }
        if (at.isAfter(by.now())) {
            throw new Refusal("at", "That is still to come. Give the day and time when it happened.");
        }
    }

    /** Who records, for which agency, when. */
    public record Recorder(long agencyId, long memberId, Instant now) {}

    /** Until when what must be done; {@code tellDays} working days run from the decision. */
    public record Deadlines(
            Instant received,
            Instant decideHours,
            Instant decideDay,
            Instant acknowledge,
            int tellDays,
            boolean provisional) {}

    /** A referral cannot be decided, acknowledged or answered before it was received. */
    public static class BeforeReceived extends Refusal {
        private static final long serialVersionUID = 1L;

        BeforeReceived() {
            super("at", "That is before the referral was received. Check the day and the time.");
        }
    }

    /** Asked for again with one key and other answers: the form says one thing and the receipt another. */
    public static class OtherAnswers extends Refusal {
        private static final long serialVersionUID = 1L;

        OtherAnswers() {
            super(
                    "A receipt was taken for this form with other answers. Clear the form and begin a new referral, so that"
                            + " form and receipt say the same.");
        }
    }

    /** @throws OtherAnswers unless it was taken for just this */
    public Receipt requireFor(TakeReceipt asked) {
        boolean same = post == asked.post()
                && level == asked.level()
                && significantHarm == asked.significantHarm()
                && consent == asked.consent();
        if (!same) {
            throw new OtherAnswers();
        }
        return this;
    }

    /** There is nothing yet to tell. */
    public static class NothingDecided extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingDecided() {
            super("Record the decision first; then say when the referrer was told.");
        }
    }

    /** Told before it was decided. */
    public static class ToldBeforeDecided extends Refusal {
        private static final long serialVersionUID = 1L;

        ToldBeforeDecided() {
            super("at", "That is before the decision was made. Check the day and the time.");
        }
    }

    /** The desk still has its working day. */
    public static class StillTime extends Refusal {
        private static final long serialVersionUID = 1L;

        StillTime() {
            super("The decision is not due yet. If you are worried now, phone; you can say this after the due day.");
        }
    }

    public long id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public long agencyId() {
        return agencyId;
    }

    public long memberId() {
        return memberId;
    }

    public ReferrerPost post() {
        return post;
    }

    public int level() {
        return level;
    }

    public boolean significantHarm() {
        return significantHarm;
    }

    public Consent consent() {
        return consent;
    }

    public Optional<Integer> edition() {
        return Optional.ofNullable(edition);
    }

    public Optional<String> editionLabel() {
        return Optional.ofNullable(editionLabel);
    }

    /** Of the decision that counts now, which the referrer is told of. */
    public Optional<Instant> latestDecisionAt() {
        return Optional.ofNullable(latestDecisionAt);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant hoursDueAt() {
        return hoursDueAt;
    }

    public Instant dayDueAt() {
        return dayDueAt;
    }

    public Instant acknowledgeDueAt() {
        return acknowledgeDueAt;
    }

    public int tellDays() {
        return tellDays;
    }

    public boolean provisional() {
        return provisional;
    }

    public @Nullable Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    public @Nullable Instant tellDueAt() {
        return tellDueAt;
    }

    public @Nullable Instant toldAt() {
        return toldAt;
    }

    public @Nullable ToldHow toldHow() {
        return toldHow;
    }

    public @Nullable Instant neverToldAt() {
        return neverToldAt;
    }
}
