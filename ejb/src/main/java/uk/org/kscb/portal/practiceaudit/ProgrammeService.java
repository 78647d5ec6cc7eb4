package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Approval;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Audit;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Change;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Line;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.LineState;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Round;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.State;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.What;
import uk.org.kscb.portal.practiceaudit.model.Programme;
import uk.org.kscb.portal.practiceaudit.model.ProgrammeChange;
import uk.org.kscb.portal.practiceaudit.model.ProgrammeLine;
import uk.org.kscb.portal.practiceaudit.store.AgencyNames;
import uk.org.kscb.portal.practiceaudit.store.ProgrammeStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;

/** The year's programme: written by the manager, approved board by board, changed with the chair's word. */
@Stateless
public class ProgrammeService {

    @Inject
    private ProgrammeStore store;

    @Inject
    private RunningStore running;

    @Inject
    private PortalClock clock;

    /** The year in which today lies, April to March. */
    @Door(Permission.READ_PROGRAMME)
    public int thisYear() {
        return clock.today().minusMonths(3).getYear();
    }

    /** @param year in which it begins */
    @Door(Permission.READ_PROGRAMME)
    public ProgrammeView programme(int year) {
        Viewer viewer = CurrentViewer.require();
        boolean drafts = viewer.may(Permission.MANAGE_PROGRAMME) || viewer.may(Permission.APPROVE_PROGRAMME);
        List<Integer> years = store.years(drafts);
        return store.find(year, drafts)
                .map(p -> view(p, viewer, years, drafts))
                .orElseGet(() -> new ProgrammeView(
                        year, false, State.DRAFT, null, List.of(), List.of(), List.of(), List.of(), List.of(), years));
    }

    /** One line, for the scope of the audit that carries it out. */
    @Door(Permission.MANAGE_PROGRAMME)
    public Line line(String id) {
        Viewer viewer = CurrentViewer.require();
        AgencyNames names = running.agencies(viewer.agencyId());
        ProgrammeLine line = store.requireLine(id);
        List<Audit> audits = store.audits(line.programme()).getOrDefault(line.id(), List.of());
        return line(line, names, audits, Reach.ALL, viewer.agencyId());
    }

    @Door(value = Permission.MANAGE_PROGRAMME, trail = "programme.plan")
    public void plan(@Valid PlanLine asked) {
        Viewer viewer = CurrentViewer.require();
        Programme programme = store.find(asked.year(), true)
                .orElseGet(() -> store.add(new Programme(asked.year(), viewer.userName(), clock.now())));
        AgencyNames names = running.agencies(viewer.agencyId());
        Set<Long> agencies = asked.agencies().stream().map(names::id).collect(Collectors.toSet());
        ProgrammeLine line = store.add(programme.plan(asked, agencies));
        if (line.state() == LineState.PROPOSED) {
            store.add(programme.ask(
                    line.publicId(), What.ADD, null, null, asked.reason(), viewer.userName(), clock.today()));
        }
    }

    /** Takes over from the year before what comes round again. */
    @Door(value = Permission.MANAGE_PROGRAMME, trail = "programme.take-over")
    public void takeOver(@TrailObject int year) {
        Programme last = store.find(year - 1, true)
                .orElseThrow(() -> new Refusal("There is no programme of " + (year - 1) + " to take lines from."));
        store.find(year, true)
                .orElseGet(() ->
                        store.add(new Programme(year, CurrentViewer.require().userName(), clock.now())))
                .takeOver(last);
    }

    @Door(value = Permission.MANAGE_PROGRAMME, trail = "programme.take-out")
    public void takeOut(@TrailObject int year, String line) {
        store.require(year).takeOut(line);
    }

    @Door(value = Permission.MANAGE_PROGRAMME, trail = "programme.propose")
    public void propose(@TrailObject int year) {
        store.require(year).propose(clock.today());
    }

    /** @throws NotVisible when the viewer does not sit on that board */
    @Door(value = Permission.APPROVE_PROGRAMME, trail = "programme.approve")
    public void approve(@TrailObject int year, @TrailObject String board, String minute) {
        Viewer viewer = CurrentViewer.require();
        if (!viewer.boards().contains(board)) {
            throw new NotVisible("board of yours");
        }
        store.require(year).approve(board, minute, viewer.userName(), clock.today());
    }

    /** Asks the chair to move or drop a line of an approved year. */
    @Door(value = Permission.MANAGE_PROGRAMME, trail = "programme.change.ask")
    public void ask(
            @TrailObject int year,
            String line,
            @TrailObject What what,
            @Nullable Integer from,
            @Nullable Integer until,
            String reason) {
        if (what == What.ADD) {
            throw new Refusal("what", "Plan the new audit as a line, with its reason.");
        }
        store.add(store.require(year)
                .ask(line, what, from, until, reason, CurrentViewer.require().userName(), clock.today()));
    }

    @Door(value = Permission.DECIDE_PROGRAMME_CHANGES, trail = "programme.change.decide")
    public void decide(@TrailObject String change, boolean agreed, @Nullable String note) {
        store.requireChange(change).decide(agreed, note, CurrentViewer.require().userName(), clock.today());
    }

    private ProgrammeView view(Programme p, Viewer viewer, List<Integer> years, boolean inside) {
        AgencyNames names = running.agencies(viewer.agencyId());
        Map<Long, List<Audit>> audits = store.audits(p);
        Reach reach = viewer.reach(Permission.READ_PROGRAMME);
        List<Line> lines = p.lines().stream()
                .filter(l -> inside || l.state() == LineState.PLANNED)
                .filter(l -> reach != Reach.OWN || l.agencies().contains(viewer.agencyId()))
                .map(l -> line(l, names, audits.getOrDefault(l.id(), List.of()), reach, viewer.agencyId()))
                .toList();
        return new ProgrammeView(
                p.year(),
                true,
                p.state(),
                p.approvedOn().orElse(null),
                p.approvals().stream()
                        .map(a -> new Approval(a.board(), a.minute(), a.approvedOn()))
                        .toList(),
                lines,
                inside ? store.changes(p).stream().map(ProgrammeService::change).toList() : List.of(),
                inside
                        ? p.lacking().stream()
                                .map(t -> "Nothing yet on " + t.words() + ".")
                                .toList()
                        : List.of(),
                p.state() == State.DRAFT || !viewer.may(Permission.APPROVE_PROGRAMME)
                        ? List.of()
                        : viewer.boards().stream()
                                .filter(b -> p.approvals().stream()
                                        .noneMatch(a -> a.board().equals(b)))
                                .sorted()
                                .toList(),
                years);
    }

    /** Observers read titles; an agency reads which lines ask it, not whom else. */
    private static Line line(ProgrammeLine l, AgencyNames names, List<Audit> audits, Reach reach, long own) {
        boolean head = reach == Reach.HEAD;
        return new Line(
                l.publicId(),
                l.theme(),
                head ? "" : l.why(),
                l.kind(),
                head ? "" : l.lead(),
                head
                        ? List.of()
                        : l.agencies().stream()
                                .filter(a -> reach == Reach.ALL || a == own)
                                .sorted(Comparator.comparing(names::place))
                                .map(names::of)
                                .toList(),
                l.quarterFrom(),
                l.quarterUntil(),
                rounds(l, head ? List.of() : audits),
                head ? null : l.sample(),
                head || reach == Reach.OWN ? null : l.hours(),
                head ? "" : l.tests(),
                l.topics(),
                l.recurrence(),
                l.state());
    }

    private static List<Round> rounds(ProgrammeLine l, List<Audit> audits) {
        return Stream.concat(l.quarters().stream(), audits.stream().map(Audit::quarter))
                .distinct()
                .sorted()
                .map(q -> new Round(
                        q, audits.stream().filter(a -> a.quarter() == q).toList()))
                .toList();
    }

    private static Change change(ProgrammeChange c) {
        return new Change(
                c.publicId(),
                c.line().theme(),
                c.what(),
                c.quarterFrom(),
                c.quarterUntil(),
                c.reason(),
                c.askedOn(),
                c.agreed().orElse(null),
                c.decidedOn().orElse(null),
                c.note().orElse(null));
    }
}
