package uk.org.kscb.portal.threshold.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.UrgentNumber;

/** A telephone number as it was from one moment on. A change or a check is a new record; the newest of a kind counts. */
@Entity
@Table(name = "urgent_number")
public class NumberRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    private UrgentNumber.Kind kind;

    private String number;
    private String owner;

    @Column(name = "checked_on")
    private LocalDate checkedOn;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected NumberRecord() {}

    public NumberRecord(
            UrgentNumber.Kind kind,
            String number,
            String owner,
            LocalDate checkedOn,
            String by,
            LocalDate today,
            Instant at) {
        if (!number.strip().matches("\\+?[0-9][0-9 ]{2,18}[0-9]")) {
            throw new Refusal("number", "Give the number in figures and spaces, such as 01632 960 100.");
        }
        if (owner.isBlank() || owner.length() > 100) {
            throw new Refusal("owner", "Name the post that answers for this number, in at most 100 characters.");
        }
        if (checkedOn.isAfter(today)) {
            throw new Refusal("checkedOn", "The day of the check has not come yet. Ring the number, then say when.");
        }
        this.kind = kind;
        this.number = number.strip();
        this.owner = owner.strip();
        this.checkedOn = checkedOn;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    public UrgentNumber view() {
        return new UrgentNumber(kind, number, owner, checkedOn);
    }
}
