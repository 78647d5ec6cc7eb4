package uk.org.kscb.portal.threshold.model;

import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.Body;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.EditionHead.State;

/**
 * One edition of the guidance. Life story: draft, worded by the KSCB manager → consultation, agencies comment → approved
 * by KSCB and by the Children's Trust, each with a date and a minute; from the first approval on its wording is closed,
 * and taking it back to draft voids what was approved → a first day in force is set, never one gone by → in force →
 * superseded on the first day of a later one. What counts on which day follows from those dates and is never stored.
 */
@Entity
@Table(name = "guidance_edition")
public class EditionRecord {
    private static final int LONGEST_MINUTE = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int number;
    private String label;

    @Version
    private long revision;

    @Column(name = "based_on")
    private @Nullable Integer basedOn;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private String document;

    @Column(name = "begun_on")
    private LocalDate begunOn;

    @Column(name = "begun_by")
    private String begunBy;

    @Column(name = "reworded_by")
    private String rewordedBy;

    @Column(name = "reworded_at")
    private Instant rewordedAt;

    @Column(name = "consultation_from")
    private @Nullable LocalDate consultationFrom;

    @Column(name = "consultation_until")
    private @Nullable LocalDate consultationUntil;

    @Column(name = "effective_from")
    private @Nullable LocalDate effectiveFrom;

    @Column(name = "review_due")
    private @Nullable LocalDate reviewDue;

    @OneToMany(mappedBy = "edition", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ApprovalRecord> approvals = new ArrayList<>();

    protected EditionRecord() {}

    /** @param basedOn number of the edition whose wording it starts from; null for the first */
    public EditionRecord(
            int number, String label, @Nullable Integer basedOn, String document, String by, LocalDate on, Instant at) {
        this.number = number;
        this.label = label;
        this.basedOn = basedOn;
        this.document = document;
        this.begunOn = on;
        this.begunBy = by;
        this.rewordedBy = by;
        this.rewordedAt = at;
    }

    /**
     * Takes a new wording.
     *
     * @param seen the revision that the writer had before their eyes
     */
    public void reword(long seen, String document, String by, Instant at) {
        requireOpenWording();
        if (seen != revision) {
            throw new ChangedMeanwhile(rewordedBy);
        }
        this.document = document;
        this.rewordedBy = by;
        this.rewordedAt = at;
    }

    public void consult(LocalDate until, List<String> gaps, LocalDate today) {
        requireOpenWording();
        if (!gaps.isEmpty()) {
            throw new Refusal("until", "Not ready for partners. " + String.join(" ", gaps));
        }
        if (!until.isAfter(today)) {
            throw new Refusal("until", "Consultation needs a last day after today.");
        }
        if (consultationFrom == null) {
            consultationFrom = today;
        }
        consultationUntil = until;
    }

    /** @throws RewordedMeanwhile when the wording is another than the one that was looked at */
    public EditionRecord requireRevision(long looked) {
        if (looked != revision) {
            throw new RewordedMeanwhile();
        }
        return this;
    }

    /** Nobody approves what they have not read. */
    public static class RewordedMeanwhile extends Refusal {
        private static final long serialVersionUID = 1L;

        RewordedMeanwhile() {
            super(
                    "The wording has changed since you opened this page. Read it again; then record the decision if it was"
                            + " about this wording.");
        }
    }

    /** A body's decision, as its minutes have it. */
    public void approve(Body body, LocalDate decidedOn, String minute, String by, LocalDate today, Instant at) {
        if (consultationFrom == null) {
            throw new Refusal("Agencies have not been consulted on this edition yet.");
        }
        if (effectiveFrom != null
                && body.needed()) { // an agreement that is only recorded may come after the day is set
            throw new EditionIsClosed();
        }
        if (valid(body).isPresent()) {
            throw new Refusal(body.title() + " has approved this edition already.");
        }
        if (decidedOn.isAfter(today)) {
            throw new Refusal("decidedOn", "A decision has a day that has come. Give the day of the meeting.");
        }
        if (decidedOn.isBefore(consultationFrom)) {
            throw new Refusal("decidedOn", "That is before agencies were consulted. Give the day of the meeting.");
        }
        if (minute.isBlank() || minute.length() > LONGEST_MINUTE) {
            throw new Refusal("minute", "Say where it is minuted, in at most 200 characters.");
        }
        approvals.add(new ApprovalRecord(this, body, decidedOn, minute.strip(), by, at));
    }

    /** Opens the wording again. What was approved was another wording, and no longer counts. */
    public void takeBack(String reason, String by, Instant at) {
        if (bothApproved()) {
            throw new EditionIsClosed();
        }
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal("reason", "Say why in at most 500 characters; the boards will ask.");
        }
        approvals.stream().filter(ApprovalRecord::stands).forEach(a -> a.voidBecause(reason.strip(), by, at));
        consultationFrom = null;
        consultationUntil = null;
    }

    /** The writer has looked at what another edition brought meanwhile. */
    public void comparedWith(int number) {
        requireOpenWording();
        basedOn = number;
    }

    /**
     * Sets the first day in force; a day that has not come yet may still be changed.
     *
     * @param newest the latest edition that has such a day, this one left out
     */
    public void schedule(LocalDate from, LocalDate review, LocalDate today, Optional<EditionRecord> newest) {
        for (Body body : Body.values()) {
            if (body.needed() && valid(body).isEmpty()) {
                throw new ApprovalIsMissing(body);
            }
        }
        if (effectiveFrom != null && !effectiveFrom.isAfter(today)) {
            throw new EditionIsClosed();
        }
        if (from.isBefore(today)) {
            throw new Refusal("effectiveFrom", "Nobody can follow guidance from a day gone by. Choose today or later.");
        }
        newest.ifPresent(other -> {
            if (basedOn == null || basedOn != other.number) {
                throw new OvertakenByAnother(other.label);
            }
            if (other.effectiveFrom != null && !from.isAfter(other.effectiveFrom)) {
                throw new Refusal("effectiveFrom", "That is not after the first day of " + other.label + ".");
            }
        });
        if (!review.isAfter(from)) {
            throw new Refusal("reviewDue", "The review comes after the first day in force.");
        }
        effectiveFrom = from;
        reviewDue = review;
    }

    /** How a sample edition came to be, in days that have gone by. */
    public void came(LocalDate consulted, LocalDate until, @Nullable LocalDate from, @Nullable LocalDate review) {
        consultationFrom = consulted;
        consultationUntil = until;
        effectiveFrom = from;
        reviewDue = review;
    }

    private void requireOpenWording() {
        if (approvals.stream().anyMatch(ApprovalRecord::stands) || effectiveFrom != null) {
            throw new EditionIsClosed();
        }
    }

    private Optional<ApprovalRecord> valid(Body body) {
        return approvals.stream().filter(a -> a.stands() && a.body() == body).findFirst();
    }

    private boolean bothApproved() {
        return java.util.Arrays.stream(Body.values()).filter(Body::needed).allMatch(b -> valid(b).isPresent());
    }

    private State state(LocalDate day, @Nullable LocalDate supersededOn) {
        if (effectiveFrom != null) {
            if (effectiveFrom.isAfter(day)) {
                return State.SCHEDULED;
            }
            return supersededOn == null || supersededOn.isAfter(day) ? State.IN_FORCE : State.SUPERSEDED;
        }
        if (bothApproved()) {
            return State.APPROVED;
        }
        return consultationFrom == null ? State.DRAFT : State.CONSULTATION;
    }

    /** @param all every edition there is: a later one says until when this one counts */
    public EditionHead head(LocalDate day, List<EditionRecord> all) {
        LocalDate from = effectiveFrom;
        LocalDate supersededOn = from == null
                ? null
                : all.stream()
                        .flatMap(e -> Optional.ofNullable(e.effectiveFrom).stream())
                        .filter(other -> other.isAfter(from))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return new EditionHead(
                id(),
                number,
                label,
                state(day, supersededOn),
                revision,
                basedOn,
                consultationFrom,
                consultationUntil,
                effectiveFrom,
                reviewDue,
                supersededOn,
                approvals.stream()
                        .filter(ApprovalRecord::stands)
                        .map(ApprovalRecord::view)
                        .toList());
    }

    /** 0 until it is in the database. */
    public long id() {
        return id == null ? 0 : id;
    }

    public int number() {
        return number;
    }

    public long revision() {
        return revision;
    }

    public String document() {
        return document;
    }

    public Optional<LocalDate> effectiveFrom() {
        return Optional.ofNullable(effectiveFrom);
    }

    /** Somebody else wrote meanwhile. */
    public static class ChangedMeanwhile extends Refusal {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile(String by) {
            super("This draft was changed by " + by + " while you were writing, so yours is not saved. Your words are"
                    + " still here: compare them with the draft as it is now, then save again.");
        }
    }

    /** What boards approved stays as it was. */
    public static class EditionIsClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        EditionIsClosed() {
            super("This edition is approved and can no longer change. Begin a new draft from it.");
        }
    }

    /** A body has not said yes. */
    public static class ApprovalIsMissing extends Refusal {
        private static final long serialVersionUID = 1L;

        ApprovalIsMissing(Body body) {
            super(body.title() + " has not approved this edition, so it cannot come into force.");
        }
    }

    /** Another draft of the same edition came first. */
    public static class OvertakenByAnother extends Refusal {
        private static final long serialVersionUID = 1L;

        OvertakenByAnother(String label) {
            super(
                    label + " was scheduled after this draft was begun, and what it changed would be lost. Compare this"
                            + " one with it and begin a new draft from the edition in force: what is approved is never reworded.");
        }
    }
}
