package uk.org.kscb.portal.plan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.DateState;
import uk.org.kscb.portal.plan.ActionDetail.MilestoneView;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.MeasureRecurrence;
import uk.org.kscb.portal.platform.persistence.TextList;

/** One timescale of an action with its measures: the words of the plan beside the dates that were read from them. */
@Entity
@Table(name = "milestone")
public class Milestone {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "wording_id")
    private ActionWording wording;

    private int no;

    @Column(name = "timescale_raw")
    private String timescaleRaw;

    @Column(name = "timescale_cell_raw")
    private @Nullable String timescaleCellRaw;

    @Column(name = "start_on")
    private @Nullable LocalDate startOn;

    @Column(name = "end_on")
    private @Nullable LocalDate endOn;

    private boolean review;
    private boolean completed;
    private @Nullable String recurrence;

    @Column(name = "recurrence_source")
    private @Nullable String recurrenceSource;

    @Convert(converter = TextList.class)
    private List<String> leads;

    @Column(name = "leads_inherited")
    private boolean leadsInherited;

    @Convert(converter = TextList.class)
    private List<String> measures;

    @Column(name = "same_measures_as")
    private @Nullable Integer sameMeasuresAs;

    @Convert(converter = TextList.class)
    @Column(name = "measure_recurrences")
    private List<String> measureRecurrences;

    @Column(name = "date_note")
    private @Nullable String dateNote;

    @Enumerated(EnumType.STRING)
    @Column(name = "date_state")
    private DateState dateState;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    protected Milestone() {}

    Milestone(ActionWording wording, PlanDocument.Milestone says) {
        this.wording = wording;
        this.no = says.no();
        this.timescaleRaw = says.timescaleRaw();
        this.timescaleCellRaw = says.timescaleCellRaw();
        this.startOn = says.start();
        this.endOn = says.end();
        this.review = says.review();
        this.completed = says.completed();
        this.recurrence = says.recurrence();
        this.recurrenceSource = says.recurrenceSource();
        this.leads = says.leads();
        this.leadsInherited = says.leadsInherited();
        this.measures = says.measures();
        this.sameMeasuresAs = says.sameMeasuresAs();
        this.measureRecurrences = says.measureRecurrences().stream()
                .map(r -> r.measure() + "\t" + r.every() + "\t" + r.phrase())
                .toList();
        this.dateNote = says.dateNote();
        this.dateState = says.impossibleDate() ? DateState.NEEDS_CONFIRMATION : DateState.AS_READ;
    }

    void confirm(String by, Instant at) {
        if (dateState == DateState.NEEDS_CONFIRMATION) {
            dateState = DateState.CONFIRMED;
            confirmedBy = by;
            confirmedAt = at;
        }
    }

    void confirmAs(Milestone old) {
        if (old.dateState == DateState.CONFIRMED && old.confirmedBy != null && old.confirmedAt != null) {
            confirm(old.confirmedBy, old.confirmedAt);
        }
    }

    boolean writtenLike(Milestone other) {
        return no == other.no && timescaleRaw.equals(other.timescaleRaw);
    }

    boolean needsConfirmation() {
        return dateState == DateState.NEEDS_CONFIRMATION;
    }

    public int no() {
        return no;
    }

    PlanDocument.Milestone says() {
        return new PlanDocument.Milestone(
                no,
                timescaleRaw,
                timescaleCellRaw,
                startOn,
                endOn,
                review,
                completed,
                recurrence,
                recurrenceSource,
                leads,
                leadsInherited,
                measures,
                sameMeasuresAs,
                measureRecurrences.stream()
                        .map(r -> r.split("\t", 3))
                        .map(r -> new MeasureRecurrence(Integer.parseInt(r[0]), r[2], r[1]))
                        .toList(),
                dateNote);
    }

    public MilestoneView view() {
        return new MilestoneView(
                no,
                timescaleRaw,
                startOn,
                endOn,
                review,
                completed,
                recurrence,
                leads,
                measures,
                sameMeasuresAs,
                dateNote,
                dateState);
    }
}
