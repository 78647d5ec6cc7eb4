package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.AgencyName;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Standing;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.MoveAudit;
import uk.org.kscb.portal.practiceaudit.MoveStep;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService.ToolChoice;
import uk.org.kscb.portal.practiceaudit.StepView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** What the KSCB manager does to an audit, and an agency's word that the references arrived. */
@Named
@RequestScoped
public class AuditForms {
    @EJB
    private PracticeAuditService service;

    @Inject
    private AuditPage page;

    @Inject
    private Notices notices;

    private @Nullable String note;
    private @Nullable String asideMove;
    private @Nullable String asideNote;
    private @Nullable String tool;
    private @Nullable String agency;
    private @Nullable String part;
    private @Nullable String leaves;
    private @Nullable String withdrawReason;
    private @Nullable String step;
    private @Nullable Integer offset;
    private @Nullable String reason;
    private @Nullable String missing;
    private @Nullable String agreed;
    private @Nullable String copyFrom;
    private @Nullable String copyUntil;

    /** @param move name of an {@link AuditMove} */
    public void move(String move) {
        String beside = Sent.text("note-" + move); // of a move that stands beside the next one
        go(AuditMove.valueOf(move), beside.isBlank() ? Objects.requireNonNullElse(note, "") : beside);
    }

    public void aside() {
        if (asideMove == null || asideMove.isBlank()) {
            Doors.say("asideMove", "Choose what to do.");
            return;
        }
        if (asideNote == null || asideNote.isBlank()) {
            Doors.say("asideNote", "Say why. Everybody who takes part reads it.");
            return;
        }
        go(AuditMove.valueOf(asideMove), asideNote);
    }

    private void go(AuditMove move, String words) {
        String code = page.getCode();
        if (Doors.passed(() -> service.move(new MoveAudit(code, move, words, Sent.ticked("panel"))))) {
            done(
                    "Done: " + Words.capital(move.words().toLowerCase(java.util.Locale.UK)),
                    "It stands in the history below.");
        }
    }

    public void confirmReceipt() {
        if (Doors.passed(() -> service.confirmReceipt(page.getCode()))) {
            done("Thank you", "The audit’s lead sees that the references have arrived.");
        }
    }

    public void chase(String agencyCode) {
        if (Doors.passed(() -> service.chase(page.getCode(), agencyCode))) {
            done("Chased", "The agency finds the reminder on its audit pages. It stands in the history.");
        }
    }

    public void resolve() {
        if (Doors.passed(() -> service.agreeOnNonReturn(
                page.getCode(), Objects.requireNonNullElse(missing, ""), Objects.requireNonNullElse(agreed, "")))) {
            done("Recorded", "The audit’s lead and the agency find it in the history.");
        }
    }

    public void useTool() {
        if (Doors.passed(() -> service.useTool(page.getCode(), Objects.requireNonNullElse(tool, "")))) {
            done("Tool chosen", "It can be changed until the sample is drawn.");
        }
    }

    public void invite() {
        if (agency == null || agency.isBlank() || part == null || part.isBlank()) {
            Doors.say("agency", "Choose an agency and its part.");
            return;
        }
        String who = agency;
        AgencyPart what = AgencyPart.valueOf(part);
        if (Doors.passed(() -> service.invite(page.getCode(), who, what))) {
            done("Agency added", "It sees the audit as soon as the scope is approved.");
        }
    }

    public void withdraw() {
        if (leaves == null || leaves.isBlank()) {
            Doors.say("leaves", "Choose the agency.");
            return;
        }
        String who = leaves;
        if (Doors.passed(() -> service.withdraw(page.getCode(), who, Objects.requireNonNullElse(withdrawReason, "")))) {
            done("Agency withdrawn", "What it returned is kept, and nobody waits for it any more.");
        }
    }

    @SuppressWarnings("NullAway") // a missing step or day is answered by the record's own validation
    public void moveStep() {
        AuditStep which = step == null || step.isBlank() ? null : AuditStep.valueOf(step);
        if (Doors.passed(() -> service.moveStep(
                new MoveStep(page.getCode(), which, offset, Objects.requireNonNullElse(reason, ""))))) {
            done("Step moved", "Later reminders follow the new day.");
        }
    }

    public void copy() {
        String[] made = new String[1];
        if (Doors.passed(
                () -> made[0] = service.copy(page.getCode(), day("copyFrom", copyFrom), day("copyUntil", copyUntil)))) {
            notices.done(
                    "Copied", "This is the copy. Agencies, tool and steps are the same; nothing has happened in it.");
            Doors.goTo("/practice-audits/" + Words.url(made[0]));
        }
    }

    private static LocalDate day(String field, @Nullable String typed) {
        LocalDate day = Asked.day(field, typed);
        if (day == null) {
            throw new Refusal(field, "Give the day.");
        }
        return day;
    }

    public @Nullable String getCopyFrom() {
        return copyFrom;
    }

    public void setCopyFrom(@Nullable String copyFrom) {
        this.copyFrom = copyFrom;
    }

    public @Nullable String getCopyUntil() {
        return copyUntil;
    }

    public void setCopyUntil(@Nullable String copyUntil) {
        this.copyUntil = copyUntil;
    }

    private void done(String lead, String text) {
        notices.done(lead, text);
        Doors.goTo("/practice-audits/" + Words.url(page.getCode()));
    }

    public List<ToolChoice> getTools() {
        return service.tools();
    }

    /** Agencies that do not take part yet. */
    public List<AgencyName> getAddable() {
        Set<String> there =
                page.getDetail().agencies().stream().map(s -> s.agency().code()).collect(Collectors.toSet());
        return service.askable().stream().filter(a -> !there.contains(a.code())).toList();
    }

    public List<AgencyName> getAskable() {
        return service.askable();
    }

    public AgencyPart[] getParts() {
        return AgencyPart.values();
    }

    public List<AgencyName> getTakingPart() {
        return page.getDetail().agencies().stream()
                .filter(Standing::takesPart)
                .map(Standing::agency)
                .toList();
    }

    public List<StepView> getMovable() {
        return page.getDetail().steps().stream()
                .filter(s -> s.done() == null && s.step() != AuditStep.SCOPE)
                .toList();
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getMissing() {
        return missing;
    }

    public void setMissing(@Nullable String missing) {
        this.missing = missing;
    }

    public @Nullable String getAgreed() {
        return agreed;
    }

    public void setAgreed(@Nullable String agreed) {
        this.agreed = agreed;
    }

    public @Nullable String getAsideMove() {
        return asideMove;
    }

    public void setAsideMove(@Nullable String asideMove) {
        this.asideMove = asideMove;
    }

    public @Nullable String getAsideNote() {
        return asideNote;
    }

    public void setAsideNote(@Nullable String asideNote) {
        this.asideNote = asideNote;
    }

    public @Nullable String getTool() {
        return tool;
    }

    public void setTool(@Nullable String tool) {
        this.tool = tool;
    }

    public @Nullable String getAgency() {
        return agency;
    }

    public void setAgency(@Nullable String agency) {
        this.agency = agency;
    }

    public @Nullable String getPart() {
        return part;
    }

    public void setPart(@Nullable String part) {
        this.part = part;
    }

    public @Nullable String getLeaves() {
        return leaves;
    }

    public void setLeaves(@Nullable String leaves) {
        this.leaves = leaves;
    }

    public @Nullable String getWithdrawReason() {
        return withdrawReason;
    }

    public void setWithdrawReason(@Nullable String withdrawReason) {
        this.withdrawReason = withdrawReason;
    }

    public @Nullable String getStep() {
        return step;
    }

    public void setStep(@Nullable String step) {
        this.step = step;
    }

    public @Nullable Integer getOffset() {
        return offset;
    }

    public void setOffset(@Nullable Integer offset) {
        this.offset = offset;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
