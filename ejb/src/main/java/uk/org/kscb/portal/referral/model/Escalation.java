package uk.org.kscb.portal.referral.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.referral.EscalationOutcome;
import uk.org.kscb.portal.referral.EscalationTheme;

/**
 * Two agencies disagree. Life story: begun at stage 1, practitioner to practitioner → up the ladder, one stage or more at
 * a time → ended with an outcome. Each stage is appended as a step.
 */
@Entity
@Table(name = "escalation")
public class Escalation {
    public static final int LAST_STAGE = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String reference;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "other_agency_id")
    private long otherAgencyId;

    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private EscalationTheme theme;

    @Column(name = "begun_on")
    private LocalDate begunOn;

    private int stage;

    @Column(name = "stage_since")
    private LocalDate stageSince;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EscalationOutcome outcome;

    protected Escalation() {}

    public Escalation(
            EscalationTheme theme, long otherAgencyId, LocalDate begun, LocalDate today, Receipt.Recorder by) {
        if (otherAgencyId == by.agencyId()) {
            throw new Refusal("other", "Choose the other agency; disagreements within one are for its own managers.");
        }
        if (begun.isAfter(today)) {
            throw new Refusal("on", "That day is still to come.");
        }
        if (begun.isBefore(today.minusYears(1))) {
            throw new Refusal("on", "That is more than a year ago. Check the day.");
        }
        String letters = Secret.publicId();
        this.reference = letters.substring(0, 4) + "-" + letters.substring(4, 8);
        this.agencyId = by.agencyId();
        this.memberId = by.memberId();
        this.otherAgencyId = otherAgencyId;
        this.theme = theme;
        this.begunOn = begun;
        this.stage = 1;
        this.stageSince = begun;
    }

    public EscalationStep begin(Receipt.Recorder by) {
        return new EscalationStep(id, 1, begunOn, null, by);
    }

    public EscalationStep climb(int to, LocalDate on, LocalDate today, Receipt.Recorder by) {
        requireOpen(on, today);
        if (to <= stage || to > LAST_STAGE) {
            throw new Refusal(
                    "stage", "It stands at stage " + stage + ". Choose a later one, up to " + LAST_STAGE + ".");
        }
        stage = to;
        stageSince = on;
        return new EscalationStep(id, to, on, null, by);
    }

    public EscalationStep end(EscalationOutcome how, LocalDate on, LocalDate today, Receipt.Recorder by) {
        requireOpen(on, today);
        endedOn = on;
        outcome = how;
        return new EscalationStep(id, stage, on, how, by);
    }

    private void requireOpen(LocalDate on, LocalDate today) {
        if (endedOn != null) {
            throw new EscalationEnded();
        }
        if (on.isBefore(stageSince)) {
            throw new Refusal("on", "That is before the stage it stands at began. Check the day.");
        }
        if (on.isAfter(today)) {
            throw new Refusal("on", "That day is still to come.");
        }
    }

    /** It has ended. */
    public static class EscalationEnded extends Refusal {
        private static final long serialVersionUID = 1L;

        EscalationEnded() {
            super("This disagreement has ended. If it begins again, record a new one.");
        }
    }

    public String reference() {
        return reference;
    }
}
