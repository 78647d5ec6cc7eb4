package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.org.kscb.portal.platform.PortalAddress;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.exchange.AuditIcal;
import uk.org.kscb.portal.practiceaudit.model.AuditEvent;
import uk.org.kscb.portal.practiceaudit.model.GateFacts;
import uk.org.kscb.portal.practiceaudit.model.Happening;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.ProgrammeLine;
import uk.org.kscb.portal.practiceaudit.store.AgencyNames;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.ProgrammeStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;
import uk.org.kscb.portal.practiceaudit.store.SampleStore;

/** Running audits: from scope to close, who is asked, who has answered. */
@Stateless
public class PracticeAuditService {
    private static final int CONCERN_DAYS = 28;

    @Inject
    private AuditStore store;

    @Inject
    private RunningStore running;

    @Inject
    private ProgrammeStore programmes;

    @Inject
    private SampleStore samples;

    @Inject
    private AuditViews views;

    @Inject
    private AuditGates gates;

    @Inject
    private BankHolidays holidays;

    @Inject
    private PortalClock clock;

    @Inject
    private Event<AuditMoved> moved;

    @Door(Permission.READ_PROGRAMME)
    public List<AuditRow> list() {
        return views.list(scope(Permission.READ_PROGRAMME), now());
    }

    /** @throws NotVisible when there is no such audit for the viewer */
    @Door(Permission.READ_PROGRAMME)
    public AuditDetail audit(@TrailObject String code) {
        AuditScope scope = scope(Permission.READ_PROGRAMME);
        return views.detail(store.require(code, scope), scope, now());
    }

    /** Steps of the audits that the viewer sees, and how much agencies are asked in a week. */
    @Door(Permission.READ_PROGRAMME)
    public AuditCalendar calendar() {
        return views.calendar(scope(Permission.READ_PROGRAMME), now());
    }

    /** The steps that lie ahead, for a calendar program. */
    @Door(value = Permission.READ_PROGRAMME, trail = "practice-audit.calendar.export")
    public String takeCalendar() {
        return AuditIcal.write(
                views.calendar(scope(Permission.READ_PROGRAMME), now()).audits(), PortalAddress.fromOutside());
    }

    /** Agencies that could be asked, for the form of a new audit. */
    @Door(Permission.RUN_AUDITS)
    public List<AgencyName> askable() {
        return running.agencies(CurrentViewer.require().agencyId()).all();
    }

    /** Concerns for children that auditors found in the last weeks, for the lead. */
    @Door(Permission.RUN_AUDITS)
    public List<AuditConcern> concerns() {
        return running.concerns(clock.today().minusDays(CONCERN_DAYS));
    }

    /** A tool that could be used. */
    public record ToolChoice(String id, String words) {}

    @Door(Permission.RUN_AUDITS)
    public List<ToolChoice> tools() {
        return running.tools().stream()
                .map(t -> new ToolChoice(t.publicId(), t.words()))
                .toList();
    }

    /** The next free code of this year. */
    @Door(Permission.RUN_AUDITS)
    public String nextCode() {
        return running.nextCode(clock.today().getYear());
    }

    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.scope")
    public void scope(@Valid ScopeAudit asked) {
        Viewer viewer = CurrentViewer.require();
        if (store.find(asked.code(), scope(Permission.RUN_AUDITS)).isPresent()) {
            throw new Refusal("code", "There is an audit " + asked.code() + " already. Take the next number.");
        }
        String scheme = asked.gradingScheme() == null || asked.gradingScheme().isBlank()
                ? GradingScheme.inspectionOn(asked.periodUntil()).code()
                : asked.gradingScheme();
        if (!GradingScheme.exists(scheme)) {
            throw new Refusal("gradingScheme", "There is no such grading scheme.");
        }
        if (asked.kind() == AuditKind.SINGLE_AGENCY && asked.agencies().size() != 1) {
            throw new Refusal("kind", "A single-agency file audit asks one agency, whose own it is. Choose that one.");
        }
        Happening when = now();
        AgencyNames names = running.agencies(viewer.agencyId());
        long owner = asked.kind() == AuditKind.SINGLE_AGENCY
                ? names.id(asked.agencies().keySet().iterator().next())
                : viewer.agencyId();
        PracticeAudit audit = store.add(new PracticeAudit(
                new PracticeAudit.Scope(
                        asked.code(),
                        asked.title().strip(),
                        asked.theme().strip(),
                        asked.question().strip(),
                        asked.kind(),
                        owner,
                        scheme,
                        asked.periodFrom(),
                        asked.periodUntil()),
                viewer.userName(),
                when.at()));
        if (asked.line() != null && !asked.line().isBlank()) {
            ProgrammeLine line = programmes.requireLine(asked.line());
            audit.carriesOut(line.id(), line.quarterFor(asked.quarter(), programmes.carriedOut(line)));
        }
        asked.agencies().forEach((code, part) -> store.add(audit.invite(names.id(code), part, when)));
        store.add(audit.scoped("", when));
    }

    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.move")
    public void move(@Valid MoveAudit asked) {
        AuditScope scope = scope(Permission.RUN_AUDITS);
        PracticeAudit audit = store.require(asked.code(), scope);
        Happening when = now();
        AgencyNames names = running.agencies(scope.agencyId());
        Set<Long> panel = asked.panel().stream().map(names::id).collect(Collectors.toUnmodifiableSet());
        GateFacts facts = gates.facts(audit, scope, panel);
        gates.shut(audit, asked.move(), asked.note(), facts, when).ifPresent(shut -> {
            throw shut;
        });
        String note = asked.move() == AuditMove.MODERATE ? panelWords(panel, names) : asked.note();
        keep(audit, audit.move(asked.move(), note, facts, when), when);
        if (audit.state() == AuditState.CANCELLED) {
            samples.forgetPopulation(audit);
        }
    }

    private static String panelWords(Set<Long> panel, AgencyNames names) {
        return panel.stream().map(id -> names.of(id).shortName()).sorted().collect(Collectors.joining(", "));
    }

    private void keep(PracticeAudit audit, AuditEvent event, Happening when) {
        store.add(event);
        moved.fire(new AuditMoved(audit.id(), audit.code(), event.what(), audit.state(), when.day()));
    }

    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.step")
    public void moveStep(@Valid MoveStep asked) {
        PracticeAudit audit = require(asked.code(), Permission.RUN_AUDITS);
        store.add(audit.moveStep(asked.step(), asked.offset(), asked.reason().strip(), now()));
    }

    /** @param tool public id of a tool version */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.tool")
    public void useTool(@TrailObject String code, String tool) {
        PracticeAudit audit = require(code, Permission.RUN_AUDITS);
        RunningStore.Tool version = running.tool(tool)
                .orElseThrow(() -> new Refusal("tool", "Choose a tool that is in use or being piloted."));
        store.add(audit.useTool(version.id(), version.words(), now()));
    }

    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.agency.add")
    public void invite(@TrailObject String code, @TrailObject String agency, AgencyPart part) {
        PracticeAudit audit = require(code, Permission.RUN_AUDITS);
        store.add(audit.invite(id(agency), part, now()));
    }

    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.agency.withdraw")
    public void withdraw(@TrailObject String code, @TrailObject String agency, String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal("withdrawReason", "Say why the agency takes no more part, in up to 500 characters.");
        }
        PracticeAudit audit = require(code, Permission.RUN_AUDITS);
        Happening when = now();
        keep(audit, audit.withdraw(id(agency), reason.strip(), when), when);
    }

    /** One click: logged, and the agency finds it on its home page. */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.chase")
    public void chase(@TrailObject String code, @TrailObject String agency) {
        PracticeAudit audit = require(code, Permission.RUN_AUDITS);
        long asked = id(agency);
        RunningStore.Answered answered =
                running.answered(audit, scope(Permission.RUN_AUDITS)).get(asked);
        if (answered != null && answered.state() == ReturnState.SIGNED_OFF) {
            throw new Refusal("agency", "This agency has signed off its return. There is nothing to chase.");
        }
        store.add(audit.chase(asked, now()));
    }

    /** Returns that did not come, for the independent chair, who resolves it with the agency. */
    @Door(Permission.RESOLVE_NON_RETURNS)
    public List<NonReturn> nonReturns() {
        return running.nonReturns();
    }

    /** What the chair and an agency agreed about its return; the lead and the agency read it in the history. */
    @Door(value = Permission.RESOLVE_NON_RETURNS, trail = "practice-audit.non-return.agree")
    public void agreeOnNonReturn(@TrailObject String code, @TrailObject String agency, String agreed) {
        if (agreed.isBlank() || agreed.length() > 500) {
            throw new Refusal("agreed", "Say what was agreed and by when, in up to 500 characters.");
        }
        TextWatch.refuseNumbers("agreed", agreed);
        PracticeAudit audit = require(code, Permission.RESOLVE_NON_RETURNS);
        if (running.nonReturns().stream()
                .noneMatch(n -> n.audit().equals(code) && n.agency().code().equals(agency))) {
            throw new Refusal("missing", "Choose an agency whose return has not come.");
        }
        store.add(audit.agreeOnNonReturn(id(agency), agreed.strip(), now()));
    }

    /** The references, which went another way, have arrived at the viewer's agency. */
    @Door(value = Permission.CONFIRM_RECEIPT, trail = "practice-audit.receipt")
    public void confirmReceipt(@TrailObject String code) {
        PracticeAudit audit = require(code, Permission.CONFIRM_RECEIPT);
        store.add(audit.confirmReceipt(CurrentViewer.require().agencyId(), now()));
    }

    /**
     * The same audit again, of another time, with its agencies, tool and steps, and nothing that happened in it. It
     * carries out its programme line's next round, where there is one in the year that it looks at.
     */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.copy")
    public String copy(@TrailObject String code, LocalDate from, LocalDate until) {
        PracticeAudit first = require(code, Permission.RUN_AUDITS);
        Happening when = now();
        PracticeAudit again = store.add(first.again(running.nextCode(when.day().getYear()), from, until, when));
        first.programmeLineId()
                .flatMap(programmes::line)
                .filter(line -> line.programme().holds(from))
                .ifPresent(line -> line.nextQuarter(programmes.carriedOut(line))
                        .ifPresent(next -> again.carriesOut(line.id(), next)));
        store.add(again.scoped("Copied from " + first.code(), when));
        return again.code();
    }

    private PracticeAudit require(String code, Permission permission) {
        return store.require(code, scope(permission));
    }

    private long id(String agency) {
        return running.agencies(-1).id(agency);
    }

    private static AuditScope scope(Permission permission) {
        return AuditScope.of(CurrentViewer.require(), permission);
    }

    private Happening now() {
        return new Happening(clock.today(), clock.now(), CurrentViewer.require().userName(), holidays.workingDays());
    }
}
