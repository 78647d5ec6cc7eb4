package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.AgencyPart;

/**
 * One case in one agency's return, in one part. Life story: known to the agency or not → given to an auditor, who says
 * that they did not work on it → answered → the question after a concern answered → complete.
 */
@Entity
@Table(name = "return_case")
public class ReturnCase {
    private static final String YES = "YES";
    private static final String NO = "NO";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "return_id")
    private long returnId;

    @Column(name = "case_id")
    private long caseId;

    @Enumerated(EnumType.STRING)
    private AgencyPart part;

    private @Nullable Boolean known;

    @Column(name = "known_by")
    private @Nullable Long knownBy;

    @Column(name = "known_at")
    private @Nullable Instant knownAt;

    @Column(name = "auditor_member_id")
    private @Nullable Long auditorId;

    @Column(name = "helper_member_id")
    private @Nullable Long helperId;

    private @Nullable String concern;

    @Column(name = "concern_at")
    private @Nullable Instant concernAt;

    @Column(name = "concern_told")
    private @Nullable String concernTold;

    @Column(name = "concern_by")
    private @Nullable Long concernBy;

    @Column(name = "concern_recorded_at")
    private @Nullable Instant concernRecordedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "completed_by")
    private @Nullable Long completedBy;

    protected ReturnCase() {}

    public ReturnCase(long returnId, long caseId, AgencyPart part) {
        this.returnId = returnId;
        this.caseId = caseId;
        this.part = part;
    }

    /** Whether the agency knows the child at all; a case that it does not know needs no answers. */
    public void know(boolean knows, long by, Instant at) {
        requireIncomplete();
        known = knows;
        knownBy = by;
        knownAt = at;
    }

    /** Gives the case to an auditor, and perhaps to a second one who helps; null takes it back. */
    public void assign(@Nullable Long auditor, @Nullable Long helper) {
        requireIncomplete();
        if (auditor != null && auditor.equals(helper)) {
            throw new Refusal("helper", "Choose somebody else as the second auditor, or nobody.");
        }
        auditorId = auditor;
        helperId = helper;
    }

    public boolean isFor(long member) {
        return Objects.equals(auditorId, member) || Objects.equals(helperId, member);
    }

    /** Nothing gave cause for concern. What was once recorded as a concern stays one. */
    public void noConcern(long by, Instant at) {
        requireIncomplete();
        if (YES.equals(concern)) {
            throw new Refusal(
                    "found",
                    "A concern is recorded on this case and stays. Tell the KSCB manager if it was a mistake.");
        }
        concern = NO;
        concernBy = by;
        concernRecordedAt = at;
    }

    /** @param acted when, never later than now; @param told whom, by role */
    public void concern(Instant acted, String told, long by, Instant at) {
        if (acted.isAfter(at)) {
            throw new Refusal("actedAt", "This time has not come yet. Act first, then record when you did.");
        }
        if (told.isBlank()) {
            throw new Refusal("told", "Say whom you told, by role: for example the duty social worker.");
        }
        concern = YES;
        concernAt = acted;
        concernTold = told.strip();
        concernBy = by;
        concernRecordedAt = at;
    }

    /** @param missing refs of what is not answered yet */
    public void complete(List<String> missing, long by, Instant at) {
        requireIncomplete();
        if (Boolean.FALSE.equals(known)) {
            completedAt = at;
            completedBy = by;
            return;
        }
        if (concern == null) {
            throw new ConcernNotAnswered();
        }
        if (!missing.isEmpty()) {
            throw new NotAllAnswered(missing);
        }
        completedAt = at;
        completedBy = by;
    }

    /** While the return is open, a finished case may be taken up again. */
    public void takeUp() {
        completedAt = null;
        completedBy = null;
    }

    private void requireIncomplete() {
        if (completedAt != null) {
            throw new CaseIsComplete();
        }
    }

    public long id() {
        return id;
    }

    public long returnId() {
        return returnId;
    }

    public long caseId() {
        return caseId;
    }

    public AgencyPart part() {
        return part;
    }

    public Optional<Boolean> known() {
        return Optional.ofNullable(known);
    }

    public Optional<Long> auditorId() {
        return Optional.ofNullable(auditorId);
    }

    public Optional<String> concern() {
        return Optional.ofNullable(concern);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** The one question that may not be left open. */
    public static class ConcernNotAnswered extends Refusal {
        private static final long serialVersionUID = 1L;

        ConcernNotAnswered() {
            super(
                    "cf",
                    "Say whether reading this record gave cause for concern. Until then the case cannot be completed.");
        }
    }

    /** A case is complete when every question that applies has an answer. */
    public static class NotAllAnswered extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAllAnswered(List<String> missing) {
            super("Not answered yet: " + String.join(", ", missing)
                    + ". “Does not apply” and “Not known” are answers too.");
        }
    }

    /** What is complete does not change under those who rely on it. */
    public static class CaseIsComplete extends Refusal {
        private static final long serialVersionUID = 1L;

        public CaseIsComplete() {
            super("This case is complete. Take it up again to change it.");
        }
    }
}
