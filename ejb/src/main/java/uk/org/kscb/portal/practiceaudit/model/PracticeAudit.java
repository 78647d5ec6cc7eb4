package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.AuditStep.CountsFrom;
import uk.org.kscb.portal.practiceaudit.GateIsShut;
import uk.org.kscb.portal.practiceaudit.GateIsShut.Gate;

/**
 * A multi-agency audit of practice. Life story: scoped → piloted → sampled → agencies notified → returns collected → in →
 * moderated → checked for accuracy → reported → approved → acted upon → audited again → closed. It may be paused and
 * resumed, or cancelled, with a reason. Each step has a day that counts in working days.
 */
@Entity
@Table(name = "practice_audit")
public class PracticeAudit extends AuditFile {
    private static final int LONGEST_MINUTE = 200;

    protected PracticeAudit() {}

    /** What an audit is about, as it is scoped. */
    public record Scope(
            String code,
            String title,
            String theme,
            String question,
            AuditKind kind,
            long ownerId,
            String gradingScheme,
            LocalDate periodFrom,
            LocalDate periodUntil) {}

    public PracticeAudit(Scope scope, String by, Instant at) {
        this.publicId = Secret.publicId();
        this.code = scope.code();
        this.title = scope.title();
        this.theme = scope.theme();
        this.question = scope.question();
        this.kind = scope.kind();
        this.ownerId = scope.ownerId();
        this.gradingScheme = scope.gradingScheme();
        this.periodFrom = scope.periodFrom();
        this.periodUntil = scope.periodUntil();
        this.state = AuditState.SCOPED;
        this.createdAt = at;
        this.createdBy = by;
        this.agencies = new ArrayList<>();
        this.steps = new ArrayList<>();
        for (AuditStep step : AuditStep.values()) {
            steps.add(new AuditStepDay(this, step, step.usualOffset()));
        }
    }

    /** @param quarter 1 to 4, in which the line of the programme comes round */
    public void carriesOut(long lineId, int quarter) {
        programmeLineId = lineId;
        programmeQuarter = quarter;
    }

    /** Id of the programme's line that this audit carries out. */
    public Optional<Long> programmeLineId() {
        return Optional.ofNullable(programmeLineId);
    }

    public AuditEvent scoped(String detail, Happening when) {
        return event("SCOPED", detail, null, when);
    }

    /**
     * The same audit again: agencies that still take part, tool and days of the steps; all statuses as at the
     * start. Copied while agencies act on it, or while it is audited again, it is the re-audit.
     *
     * @param from and @param until the time that the new one looks at, which is never that of the first
     */
    public PracticeAudit again(String newCode, LocalDate from, LocalDate until, Happening when) {
        if (until.isBefore(from)) {
            throw new Refusal("copyUntil", "The period ends before it begins. Check the two days.");
        }
        if (!from.isAfter(periodFrom)) {
            throw new Refusal("copyFrom", "A copy looks at a later time than the audit that it repeats.");
        }
        PracticeAudit again = new PracticeAudit(
                new Scope(newCode, title, theme, question, kind, ownerId, gradingScheme, from, until),
                when.by(),
                when.at());
        takingPart().forEach(a -> again.agencies.add(new AuditAgency(again, a.agencyId(), a.part())));
        steps.forEach(s -> again.clock().of(s.step()).move(s.plannedOffset()));
        again.toolVersionId = toolVersionId;
        again.reauditOf = state == AuditState.ACTING || state == AuditState.REAUDITING ? this : null;
        return again;
    }

    /** After this long, what was being typed when the returns closed is no longer taken. */
    public static final Duration GRACE = Duration.ofHours(1);

    /** Adds an agency; once agencies are notified, they have their cases and no other one joins. */
    public AuditEvent invite(long agencyId, AgencyPart part, Happening when) {
        if (state.atLeast(AuditState.NOTIFIED) || state.ended()) {
            throw new Refusal("agency", "The agencies are notified already. Ask a new agency in the next audit.");
        }
        if (agency(agencyId).isPresent()) {
            throw new Refusal("agency", "This agency takes part already.");
        }
        agencies.add(new AuditAgency(this, agencyId, part));
        return event("AGENCY_ADDED", part.words(), null, when).about(agencyId);
    }

    /** In mid-audit too: what the agency returned is kept, and nobody waits for it any more. */
    public AuditEvent withdraw(long agencyId, String reason, Happening when) {
        agency(agencyId)
                .orElseThrow(() -> new NotVisible("agency in this audit"))
                .withdraw(reason, when.day());
        return event("AGENCY_WITHDRAWN", "", reason, when).about(agencyId);
    }

    /** The agency has the references, which went another way. */
    public AuditEvent confirmReceipt(long agencyId, Happening when) {
        if (state != AuditState.NOTIFIED && state != AuditState.COLLECTING) {
            throw new GateIsShut(
                    Gate.WRONG_STATE, "There is nothing to confirm while the audit is not out to agencies.");
        }
        agency(agencyId)
                .orElseThrow(() -> new NotVisible("agency in this audit"))
                .confirmReceipt(when.by(), when.day());
        return event("RECEIPT_CONFIRMED", "", null, when).about(agencyId);
    }

    public AuditEvent chase(long agencyId, Happening when) {
        AuditAgency agency = agency(agencyId).orElseThrow(() -> new NotVisible("agency in this audit"));
        if (!agency.takesPart()) {
            throw new AuditAgency.AgencyHasWithdrawn();
        }
        if (state != AuditState.NOTIFIED && state != AuditState.COLLECTING) {
            throw new GateIsShut(Gate.WRONG_STATE, "Nothing is asked of agencies now, so there is nothing to chase.");
        }
        return event("CHASED", "", null, when).about(agencyId);
    }

    /** @param days working days before (negative) or after the closing day */
    public AuditEvent remind(long agencyId, int days, Happening when) {
        return event("REMINDED", String.valueOf(days), null, when).about(agencyId);
    }

    /** What is still missing goes to the independent chair, who resolves it with the agency. */
    public AuditEvent escalate(long agencyId, Happening when) {
        return event("ESCALATED", "", null, when).about(agencyId);
    }

    /** What the independent chair agreed with an agency whose return did not come. */
    public AuditEvent agreeOnNonReturn(long agencyId, String agreed, Happening when) {
        if (!agency(agencyId)
                .orElseThrow(() -> new NotVisible("agency in this audit"))
                .takesPart()) {
            throw new AuditAgency.AgencyHasWithdrawn();
        }
        return event("NON_RETURN_AGREED", "", agreed, when).about(agencyId);
    }

    public AuditEvent useTool(long versionId, String words, Happening when) {
        if (toolVersionId != null && state != AuditState.SCOPED && state != AuditState.PILOTING) {
            throw new GateIsShut(Gate.WRONG_STATE, "The tool stays as it is once the sample is drawn.");
        }
        toolVersionId = versionId;
        return event("TOOL_CHOSEN", words, null, when);
    }

    public AuditEvent moveStep(AuditStep step, int offset, String reason, Happening when) {
        if (state.ended()) {
            throw new GateIsShut(Gate.WRONG_STATE, "The audit has ended.");
        }
        int before = clock().of(step).offsetDays();
        clock().move(step, offset, start(step.countsFrom()), when.calendar());
        returnsDueOn = clock().dueOn(AuditStep.COLLECT).orElse(null);
        return event("STEP_MOVED", step.words() + ": day " + before + " to day " + offset, reason, when)
                .about(step);
    }

    private Optional<LocalDate> start(CountsFrom from) {
        return from == CountsFrom.SCOPE ? scopeApprovedOn() : clock().doneOn(AuditStep.APPROVE);
    }

    /** Why a move may not be made now, if it may not. */
    public Optional<GateIsShut> gate(AuditMove move, String note, GateFacts facts, Happening when) {
        return Gates.shut(this, move, note, facts, when);
    }

    /**
     * One step on its way, if its gate is open.
     *
     * @param note what is said with it: a minute, a reason, who is on the panel
     * @throws GateIsShut naming the gate and what opens it
     */
    public AuditEvent move(AuditMove move, String note, GateFacts facts, Happening when) {
        gate(move, note, facts, when).ifPresent(shut -> {
            throw shut;
        });
        if (move.note().required() && note.isBlank()) {
            throw new GateIsShut(Gate.NOTE_GIVEN, "Fill in: " + move.note().words() + ".");
        }
        if (move.note() == AuditMove.Note.MINUTE && note.strip().length() > LONGEST_MINUTE) {
            throw new Refusal("note", "Keep the minute to " + LONGEST_MINUTE + " characters: its number and date.");
        }
        switch (move) {
            case APPROVE_SCOPE -> approveScope(note, when);
            case PILOT -> state = AuditState.PILOTING;
            case NOTIFY -> reach(AuditState.NOTIFIED, when, AuditStep.NOTIFY);
            case OPEN_RETURNS -> state = AuditState.COLLECTING;
            case REOPEN_RETURNS -> reopenReturns();
            case CLOSE_RETURNS -> closeReturns(when);
            case MODERATE -> state = AuditState.MODERATING;
            case CHECK_ACCURACY -> reach(AuditState.ACCURACY, when, AuditStep.MODERATE);
            case REPORT -> reach(AuditState.REPORTING, when, AuditStep.ACCURACY);
            case APPROVE -> approve(note, when);
            case ACT -> reach(AuditState.ACTING, when, AuditStep.ACT);
            case BRIEF -> clock().done(when.day(), AuditStep.BRIEF);
            case CHECK_ACTIONS -> clock().done(when.day(), AuditStep.CHECK);
            case REAUDIT -> state = AuditState.REAUDITING;
            case CLOSE -> close(when);
            case PAUSE -> pause(when);
            case RESUME -> resume(when);
            case CANCEL -> state = AuditState.CANCELLED;
        }
        return event(move.name(), "", note.isBlank() ? null : note.strip(), when);
    }

    /** For sample data, which may come before any tool is there. */
    public AuditEvent pilotedAsSample(Happening when) {
        state = AuditState.PILOTING;
        return event(AuditMove.PILOT.name(), "", null, when);
    }

    private void reach(AuditState next, Happening when, AuditStep... done) {
        state = next;
        clock().done(when.day(), done);
    }

    private void approveScope(String minute, Happening when) {
        scopeApprovedOn = when.day();
        scopeMinute = minute.strip();
        clock().start(CountsFrom.SCOPE, when.day(), when.calendar());
        clock().done(when.day(), AuditStep.SCOPE);
        returnsDueOn = clock().dueOn(AuditStep.COLLECT).orElse(null);
    }

    /** The sample is drawn: {@code draw} is the method in words, for those who ask later. */
    public AuditEvent drawn(String draw, Happening when) {
        if (state != AuditState.PILOTING && state != AuditState.SAMPLED) {
            throw new GateIsShut(
                    Gate.WRONG_STATE, "A sample is drawn after the pilot and before agencies are notified.");
        }
        reach(AuditState.SAMPLED, when, AuditStep.PILOT, AuditStep.SAMPLE);
        return event("DRAW", draw, null, when);
    }

    /** @param agencyId at whose word, null for the lead's */
    public AuditEvent caseLeft(String which, String reason, @Nullable Long agencyId, boolean replaced, Happening when) {
        AuditEvent left = event(replaced ? "CASE_REPLACED" : "CASE_EXCLUDED", which, reason, when);
        return agencyId == null ? left : left.about(agencyId);
    }

    private void closeReturns(Happening when) {
        reach(AuditState.RETURNED, when, AuditStep.COLLECT, AuditStep.SIGN_OFF);
        returnsClosedOn = when.day();
        returnsClosedAt = when.at();
    }

    /** Their last day can be moved again. */
    private void reopenReturns() {
        state = AuditState.COLLECTING;
        clock().undo(AuditStep.COLLECT, AuditStep.SIGN_OFF);
    }

    private void approve(String minute, Happening when) {
        reach(AuditState.APPROVED, when, AuditStep.REPORT, AuditStep.APPROVE);
        reportMinute = minute.strip();
        clock().start(CountsFrom.APPROVAL, when.day(), when.calendar());
        release(when);
    }

    /** From now on agencies see the moderated grades of their own cases. */
    public void release(Happening when) {
        if (releasedOn == null) {
            releasedOn = when.day();
        }
    }

    private void close(Happening when) {
        reach(AuditState.CLOSED, when, AuditStep.REAUDIT);
        closedOn = when.day();
    }

    private void pause(Happening when) {
        pausedFrom = state;
        pausedOn = when.day();
        state = AuditState.PAUSED;
    }

    private void resume(Happening when) {
        if (pausedFrom == null || pausedOn == null) {
            throw new IllegalStateException("a paused audit without the state it was paused from: " + code);
        }
        clock().shift(when.calendar().between(pausedOn, when.day()), when.calendar());
        returnsDueOn = clock().dueOn(AuditStep.COLLECT).orElse(null);
        state = pausedFrom;
        pausedFrom = null;
        pausedOn = null;
    }

    /** By another table of bank holidays. */
    public void countAnew(WorkingDays calendar) {
        for (CountsFrom from : CountsFrom.values()) {
            start(from).ifPresent(day -> clock().start(from, day, calendar));
        }
        returnsDueOn = clock().dueOn(AuditStep.COLLECT).orElse(null);
    }

    /** Whether an agency may still answer: until returns are closed, and for what is being typed just then a little longer. */
    public boolean takesAnswers(long agencyId, Instant at) {
        return takesAnswers(state, returnsClosedAt, at)
                && agency(agencyId).filter(AuditAgency::takesPart).isPresent();
    }

    /** The same of an audit whose state is known without loading it. @param closedAt when its returns were closed */
    public static boolean takesAnswers(AuditState state, @Nullable Instant closedAt, Instant at) {
        return state == AuditState.COLLECTING
                || (state == AuditState.RETURNED && closedAt != null && at.isBefore(closedAt.plus(GRACE)));
    }

    /** An auditor acted on a concern; the lead finds it here. @param which case, and who was told by role */
    public AuditEvent concernFound(String which, long agencyId, Happening when) {
        return event("CONCERN", which, null, when).about(agencyId);
    }

    private AuditEvent event(String what, String detail, @Nullable String reason, Happening when) {
        return new AuditEvent(this, what, detail, reason, when);
    }

    public AuditClock clock() {
        return new AuditClock(steps);
    }

    public List<AuditAgency> takingPart() {
        return agencies.stream().filter(AuditAgency::takesPart).toList();
    }

    public Set<Long> agencyIds() {
        return agencies.stream().map(AuditAgency::agencyId).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
