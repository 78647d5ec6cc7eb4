package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.WatchedWords;
import uk.org.kscb.portal.platform.privacy.WatchedWords.Typed;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.ReturnCase;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.CaseRow;

/** Agencies' returns: read by those who may, given to auditors, signed off, reopened by two. */
@Stateless
public class ReturnService {

    @Inject
    private AuditStore audits;

    @Inject
    private ReturnStore store;

    @Inject
    private ReturnAssembly assembly;

    @Inject
    private OwnCase own;

    @Inject
    private WatchedWords words;

    @Inject
    private PortalClock clock;

    /** One agency's return in the list of an audit's returns. */
    public record ReturnLine(
            String agency, String agencyName, ReturnState state, int done, int cases, List<ConcernLine> concerns) {}

    /** A concern that was acted on: when, and who was told by role. */
    public record ConcernLine(String caseCode, String agencyName, Instant actedAt, String told) {}

    public record ReturnList(ReturnView.Head head, List<ReturnLine> returns) {
        public List<ConcernLine> concerns() {
            return returns.stream().flatMap(r -> r.concerns().stream()).toList();
        }
    }

    /** The own agency's return; an auditor sees the cases given to them. */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.read")
    public ReturnView own(@TrailObject String audit) {
        return assembly.view(own.open(audit), CurrentViewer.require());
    }

    /** @param part null for the first that the agency has in the case */
    @Door(value = Permission.ANSWER_RETURN, trail = "return.read")
    public CaseView ownCase(@TrailObject String audit, @TrailObject String caseCode, @Nullable AgencyPart part) {
        return own.view(audit, caseCode, part);
    }

    /** An agency's return, for who may read it: see {@link ReturnScope}. */
    @Door(value = Permission.READ_RETURNS, trail = "return.read")
    public ReturnView of(@TrailObject String audit, @TrailObject String agency) {
        return assembly.view(open(audit, agency), CurrentViewer.require());
    }

    @Door(value = Permission.READ_RETURNS, trail = "return.read")
    public CaseView caseOf(
            @TrailObject String audit,
            @TrailObject String agency,
            @TrailObject String caseCode,
            @Nullable AgencyPart part) {
        return assembly.caseView(open(audit, agency), caseCode, part, CurrentViewer.require());
    }

    /** Every answer of an agency's return, case by case, for a file or for paper. */
    @Door(value = Permission.READ_RETURNS, trail = "return.export")
    public List<CaseView> export(@TrailObject String audit, @TrailObject String agency) {
        Opened opened = open(audit, agency);
        Viewer viewer = CurrentViewer.require();
        return assembly.allCases(opened, viewer);
    }

    /** The returns of an audit that the viewer may read. */
    @Door(value = Permission.READ_RETURNS, trail = "return.list")
    public ReturnList list(@TrailObject String audit) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit found = found(audit, viewer);
        ReturnScope scope = scope(found, viewer);
        List<AgencyReturn> visible = store.visible(found, scope);
        Map<Long, List<CaseRow>> cases = store.cases(visible, scope);
        List<ReturnLine> lines = assembly.open(found, visible, scope).stream()
                .map(o -> line(o, cases.getOrDefault(o.made().id(), List.of())))
                .sorted(Comparator.comparing(ReturnLine::agencyName))
                .toList();
        return new ReturnList(assembly.head(found, viewer), lines);
    }

    private static ReturnLine line(Opened opened, List<CaseRow> rows) {
        return new ReturnLine(
                opened.head().agency(),
                opened.head().agencyName(),
                opened.made().state(),
                (int) rows.stream().filter(r -> r.completedAt() != null).count(),
                rows.size(),
                rows.stream()
                        .filter(r -> r.concernAt() != null)
                        .map(r -> new ConcernLine(
                                r.code(),
                                opened.head().agencyName(),
                                Objects.requireNonNull(r.concernAt()),
                                Objects.requireNonNullElse(r.concernTold(), "")))
                        .toList());
    }

    /** Gives a case to an auditor of the own agency, and perhaps to a second one; empty takes it back. */
    @Door(value = Permission.SIGN_RETURN, trail = "return.assign")
    public void assign(
            @TrailObject String audit,
            @TrailObject String caseCode,
            @TrailObject AgencyPart part,
            String auditor,
            String helper) {
        ReturnCase at = own.toAnswer(audit, caseCode, part);
        long agency = CurrentViewer.require().agencyId();
        at.assign(
                auditor.isEmpty() ? null : (Long) store.requireAuditor(agency, auditor),
                helper.isEmpty() ? null : (Long) store.requireAuditor(agency, helper));
    }

    /** Signs off and locks the own agency's return. */
    @Door(value = Permission.SIGN_RETURN, trail = "return.sign")
    public void sign(@TrailObject String audit) {
        Opened opened = own.open(audit);
        store.lock(opened.made());
        Viewer viewer = CurrentViewer.require();
        opened.made().requireOpen();
        ReturnView view = assembly.view(opened, viewer);
        if (view.closed() != null) {
            throw new AnswerRules.ReturnIsClosed(view.closed());
        }
        if (!view.toSign().isEmpty()) {
            throw new Refusal("sign", String.join(" ", view.toSign()));
        }
        opened.made().sign(viewer.memberId(), store.audited(opened.made(), viewer.memberId()), clock.now());
    }

    /** Asks for a signed return to be opened again; somebody else must agree. */
    @Door(value = Permission.REOPEN_RETURN, trail = "return.reopen.ask")
    public void askReopening(
            @TrailObject String audit, @TrailObject String agency, String reason, Set<String> cleared) {
        AgencyReturn made = reopenable(audit, agency);
        Viewer viewer = CurrentViewer.require();
        if (reason.isBlank() || reason.length() > 1000) {
            throw new Refusal("reason", "Say in at most 1,000 characters why the return must be opened again.");
        }
        words.check(audit + " " + agency, cleared, new Typed("reason", reason));
        if (store.openRequest(made, viewer.memberId()).isPresent()) {
            throw new Refusal("Reopening has been asked for already. A second person must agree.");
        }
        store.askReopening(made, reason.strip(), viewer.memberId(), clock.now());
    }

    /** Agrees to what somebody else asked. What had been signed is kept. */
    @Door(value = Permission.REOPEN_RETURN, trail = "return.reopen.agree")
    public void agreeReopening(@TrailObject String audit, @TrailObject String agency) {
        AgencyReturn made = reopenable(audit, agency);
        Viewer viewer = CurrentViewer.require();
        ReturnView.Reopening asked = store.openRequest(made, viewer.memberId())
                .orElseThrow(() -> new Refusal("Nobody has asked for this return to be reopened."));
        if (!asked.mayAgree()) {
            throw new SecondPersonNeeded();
        }
        store.agreeReopening(made, viewer.memberId(), clock.now());
        made.reopen(clock.now());
    }

    private AgencyReturn reopenable(String audit, String agency) {
        AgencyReturn made = open(audit, agency).made();
        store.lock(made);
        PracticeAudit found = found(audit, CurrentViewer.require());
        if (made.state().open()) {
            throw new Refusal("This return is open already.");
        }
        if (!AnswerRules.mayReopen(found.state())) {
            throw new Refusal("The report is being written. Returns are not reopened any more.");
        }
        return made;
    }

    private Opened open(String audit, String agency) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit found = found(audit, viewer);
        ReturnScope scope = scope(found, viewer);
        return assembly.open(found, store.require(found, store.requireAgency(agency), scope), scope);
    }

    private PracticeAudit found(String audit, Viewer viewer) {
        return audits.require(audit, AuditScope.of(viewer, Permission.READ_RETURNS));
    }

    /** Before and after the panel's work a moderator reads the own agency's return, if there is one to read, and no other. */
    private static ReturnScope scope(PracticeAudit found, Viewer viewer) {
        ReturnScope scope = ReturnScope.of(viewer);
        if (!scope.all() || !scope.panel() || AnswerRules.panelWorks(found.state())) {
            return scope;
        }
        if (!viewer.may(Permission.ANSWER_RETURN)) {
            throw new NotVisible("return");
        }
        return ReturnScope.own(viewer);
    }

    /** Whoever asks does not agree to it. */
    public static class SecondPersonNeeded extends Refusal {
        private static final long serialVersionUID = 1L;

        SecondPersonNeeded() {
            super("You asked for this, so somebody else must agree to it.");
        }
    }
}
