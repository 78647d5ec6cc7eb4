package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.RecordFinding;

/** What an audit found, with the figures that show it. Written once; a better reading is another finding. */
@Entity
@Table(name = "finding")
public class Finding {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    private int number;
    private String text;

    @Column(name = "question_ref")
    private @Nullable String questionRef;

    private @Nullable Integer numerator;
    private @Nullable Integer denominator;

    @Column(name = "case_codes")
    private @Nullable String caseCodes;

    @Column(name = "found_on")
    private LocalDate foundOn;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Finding() {}

    /** @param number its place among the findings of the audit, from 1 */
    public Finding(PracticeAudit audit, int number, RecordFinding says, String by, LocalDate on, Instant at) {
        Integer of = says.denominator();
        Integer so = says.numerator();
        if ((of == null) != (so == null)) {
            throw new Refusal("numerator", "Give both figures, so many of so many, or neither.");
        }
        if (of != null && so != null && (so < 0 || so > of || of == 0)) {
            throw new Refusal("numerator", so + " of " + of + " cannot be.");
        }
        this.publicId = Secret.publicId();
        this.audit = audit;
        this.number = number;
        this.text = says.text().strip();
        this.questionRef = blank(says.questionRef());
        this.numerator = so;
        this.denominator = of;
        this.caseCodes = blank(says.caseCodes());
        this.foundOn = on;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String publicId() {
        return publicId;
    }

    public PracticeAudit audit() {
        return audit;
    }
}
