package uk.org.kscb.portal.plan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The plan around its actions from one day until another: title, governance, reference texts, priorities, outcomes. */
@Entity
@Table(name = "plan_edition")
public class PlanEdition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "import_id")
    private long importId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "closed_by")
    private @Nullable Long closedBy;

    @Lob
    private String document;

    protected PlanEdition() {}

    /** @param document the plan's JSON without its actions */
    public PlanEdition(long importId, LocalDate from, String document) {
        this.importId = importId;
        this.validFrom = from;
        this.validUntil = ActionWording.FOREVER;
        this.document = document;
    }

    public void close(LocalDate on, long byImport) {
        validUntil = on;
        closedBy = byImport;
    }

    public void reopen() {
        validUntil = ActionWording.FOREVER;
        closedBy = null;
    }

    public long id() {
        return id;
    }

    public long importId() {
        return importId;
    }

    public String document() {
        return document;
    }
}
