package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.What;

/** A change of an approved year: asked for with a reason, decided once by the independent chair; only then it counts. */
@Entity
@Table(name = "programme_change")
public class ProgrammeChange {

    /** What the chair said. */
    public enum Decision {
        AGREED,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "line_id")
    private ProgrammeLine line;

    @Enumerated(EnumType.STRING)
    private What what;

    @Column(name = "quarter_from")
    private @Nullable Integer quarterFrom;

    @Column(name = "quarter_until")
    private @Nullable Integer quarterUntil;

    private String reason;

    @Column(name = "asked_on")
    private LocalDate askedOn;

    @Column(name = "asked_by")
    private String askedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decision_note")
    private @Nullable String decisionNote;

    protected ProgrammeChange() {}

    ProgrammeChange(
            ProgrammeLine line,
            What what,
            @Nullable Integer from,
            @Nullable Integer until,
            String reason,
            String by,
            LocalDate on) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal("reason", "Say why the year changes, in up to 500 characters. The chair decides on it.");
        }
        if (what == What.MOVE && (from == null || until == null || from < 1 || until > 4 || until < from)) {
            throw new Refusal("quarter", "Choose the quarter that it moves to.");
        }
        this.publicId = Secret.publicId();
        this.line = line;
        this.what = what;
        this.quarterFrom = from;
        this.quarterUntil = until;
        this.reason = reason.strip();
        this.askedBy = by;
        this.askedOn = on;
    }

    /** By the chair, who did not ask for it. */
    public void decide(boolean agreed, @Nullable String note, String by, LocalDate on) {
        if (decision != null) {
            throw new Refusal("This change is decided already.");
        }
        if (by.equals(askedBy)) {
            throw new Refusal("Who asks for a change does not decide on it.");
        }
        if (!agreed && (note == null || note.isBlank())) {
            throw new Refusal("note", "Say why not, so that the audit’s lead can ask again.");
        }
        decision = agreed ? Decision.AGREED : Decision.REFUSED;
        decisionNote = note == null || note.isBlank() ? null : note.strip();
        decidedBy = by;
        decidedOn = on;
        if (agreed) {
            carryOut();
        } else if (what == What.ADD) {
            line.drop();
        }
    }

    private void carryOut() {
        switch (what) {
            case ADD -> line.plan();
            case DROP -> line.drop();
            case MOVE -> {
                if (quarterFrom != null && quarterUntil != null) {
                    line.move(quarterFrom, quarterUntil);
                }
            }
        }
    }

    public String publicId() {
        return publicId;
    }

    public ProgrammeLine line() {
        return line;
    }

    public What what() {
        return what;
    }

    public @Nullable Integer quarterFrom() {
        return quarterFrom;
    }

    public @Nullable Integer quarterUntil() {
        return quarterUntil;
    }

    public String reason() {
        return reason;
    }

    public LocalDate askedOn() {
        return askedOn;
    }

    public Optional<Boolean> agreed() {
        return Optional.ofNullable(decision).map(d -> d == Decision.AGREED);
    }

    public Optional<LocalDate> decidedOn() {
        return Optional.ofNullable(decidedOn);
    }

    public Optional<String> note() {
        return Optional.ofNullable(decisionNote);
    }
}
