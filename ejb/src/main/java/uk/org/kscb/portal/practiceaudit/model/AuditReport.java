package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Kind;
import uk.org.kscb.portal.practiceaudit.WriteReport;

/**
 * One version of an audit's report, frozen as the files that people are given. Life story: written → open to agencies for
 * what is wrong with its facts → released. It is never changed: what is put right is another version.
 */
@Entity
@Table(name = "audit_report")
public class AuditReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    private int version;
    private String headline;
    private String summary;
    private String learning;
    private String training;

    @Column(name = "made_on")
    private LocalDate madeOn;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "comments_until")
    private @Nullable LocalDate commentsUntil;

    @Column(name = "released_on")
    private @Nullable LocalDate releasedOn;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private byte[] word;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private byte[] pdf;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private byte[] brief;

    protected AuditReport() {}

    /** The three files of a version. */
    public record Files(byte[] word, byte[] pdf, byte[] brief) {}

    /** @param commentsUntil last day of the factual-accuracy round */
    public AuditReport(
            PracticeAudit audit,
            int version,
            WriteReport says,
            Files files,
            LocalDate commentsUntil,
            String by,
            LocalDate on,
            Instant at) {
        this.publicId = Secret.publicId();
        this.audit = audit;
        this.version = version;
        this.headline = says.headline().strip();
        this.summary = says.summary().strip();
        this.learning = says.learning().strip();
        this.training = says.training().strip();
        this.word = files.word();
        this.pdf = files.pdf();
        this.brief = files.brief();
        this.commentsUntil = commentsUntil;
        this.madeOn = on;
        this.madeAt = at;
        this.madeBy = by;
    }

    /** @param approved whether the board that decides has approved this version */
    public void release(boolean approved, LocalDate on) {
        if (releasedOn != null) {
            throw new Refusal("This version was released before.");
        }
        requireFactsChecked(on);
        if (!approved) {
            throw new Refusal("The " + Programme.DECIDING_BOARD + " has not approved this version yet.");
        }
        releasedOn = on;
    }

    /** @throws RoundIsOpen while agencies may still say what is wrong */
    public void requireFactsChecked(LocalDate on) {
        if (commentsUntil != null && !on.isAfter(commentsUntil)) {
            throw new RoundIsOpen(commentsUntil);
        }
    }

    /** @return whether the comment comes after the last day: it is kept, and said to be late */
    public boolean commentIsLate(LocalDate on) {
        if (releasedOn != null) {
            throw new Refusal("text", "This version is released. Tell the KSCB manager what is wrong in it.");
        }
        return commentsUntil != null && on.isAfter(commentsUntil);
    }

    public byte[] file(Kind kind) {
        return switch (kind) {
            case WORD -> word.clone();
            case PDF -> pdf.clone();
            case BRIEF -> brief.clone();
        };
    }

    public long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Optional<LocalDate> releasedOn() {
        return Optional.ofNullable(releasedOn);
    }

    /** Agencies still have days to say what is wrong. */
    public static class RoundIsOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        RoundIsOpen(LocalDate until) {
            super("Agencies may say until " + DAY.format(until)
                    + " what is wrong with the facts. It is approved and released after that day.");
        }
    }
}
