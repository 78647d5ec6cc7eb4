package uk.org.kscb.portal.plan.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview.State;
import uk.org.kscb.portal.plan.ImportPreview.Summary;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;

/**
 * A plan that somebody brought. Life story: uploaded, as a preview that changes nothing (first without a document, where
 * nobody has said yet which column is which) → confirmed, and in the plan, or
 * cancelled → undone once, as long as it is the newest in the plan.
 */
@Entity
@Table(name = "plan_import")
public class PlanImport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "file_name")
    private String fileName;

    private String format = "";

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "uploaded_by")
    private String uploadedBy;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private byte[] source;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private String document = "";

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private String reading = "";

    @Column(name = "seen_version")
    private long seenVersion;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    private String outcome = "";

    protected PlanImport() {}

    public PlanImport(String fileName, byte[] source, String by, Instant at) {
        this.publicId = Secret.publicId();
        this.fileName = fileName;
        this.source = source.clone();
        this.state = State.PREVIEW;
        this.uploadedBy = by;
        this.uploadedAt = at;
    }

    /**
     * Keeps what was read; again when the user has said which column is what.
     *
     * @param document the plan; empty where the columns are unknown
     * @param seenVersion version of the plan that the preview compares with
     */
    public void read(String format, String document, String reading, long seenVersion) {
        require(State.PREVIEW, "This import has been decided. Upload the file again.");
        this.format = format;
        this.document = document;
        this.reading = reading;
        this.seenVersion = seenVersion;
    }

    /** @param planVersion the plan's version now: a preview of an older plan shows the wrong changes */
    public void confirm(long planVersion, String outcome, String by, Instant at) {
        require(State.PREVIEW, "This import has been decided already.");
        if (columnsUnknown()) {
            throw new ColumnsUnknown();
        }
        if (planVersion != seenVersion) {
            throw new PlanHasChanged();
        }
        decide(State.CONFIRMED, outcome, by, at);
    }

    public void cancel(String by, Instant at) {
        require(State.PREVIEW, "This import has been decided already.");
        decide(State.CANCELLED, "Nothing was changed.", by, at);
    }

    public void undo(boolean newest, String by, Instant at) {
        require(State.CONFIRMED, "Only an import that is in the plan can be undone.");
        if (!newest) {
            throw new Refusal("A later import stands on this one. Undo the newest import only.");
        }
        decide(State.UNDONE, outcome, by, at);
    }

    /** Nothing is read yet: somebody has to say which column is which. */
    public boolean columnsUnknown() {
        return document.isEmpty();
    }

    /** The preview has been compared with the plan anew. */
    public void compared(long planVersion) {
        if (state == State.PREVIEW) {
            seenVersion = planVersion;
        }
    }

    private void require(State wanted, String otherwise) {
        if (state != wanted) {
            throw new Refusal(otherwise);
        }
    }

    private void decide(State decision, String outcome, String by, Instant at) {
        this.state = decision;
        this.outcome = outcome;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String fileName() {
        return fileName;
    }

    public String format() {
        return format;
    }

    public State state() {
        return state;
    }

    public byte[] source() {
        return source.clone();
    }

    public String document() {
        return document;
    }

    public String reading() {
        return reading;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Summary summary() {
        return new Summary(publicId, fileName, format, state, uploadedAt, uploadedBy, outcome);
    }

    /** There is nothing to confirm yet. */
    public static class ColumnsUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        ColumnsUnknown() {
            super("Say first which column of the file holds what. Nothing has been read from it yet.");
        }
    }

    /** The plan moved on between preview and confirmation. */
    public static class PlanHasChanged extends Refusal {
        private static final long serialVersionUID = 1L;

        PlanHasChanged() {
            super("The plan has changed since this preview was made. Look at it again, then confirm.");
        }
    }
}
