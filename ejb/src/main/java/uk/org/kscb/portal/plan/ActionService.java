package uk.org.kscb.portal.plan;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.ActionDetail.ContributionView;
import uk.org.kscb.portal.plan.ActionDetail.JointMarker;
import uk.org.kscb.portal.plan.ActionDetail.LinkedAction;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.PlanPicture.ActionLine;
import uk.org.kscb.portal.plan.PlanPicture.OutcomeLine;
import uk.org.kscb.portal.plan.PlanPicture.PriorityLine;
import uk.org.kscb.portal.plan.PlanPicture.Span;
import uk.org.kscb.portal.plan.exchange.PlanJson;
import uk.org.kscb.portal.plan.model.ActionWording;
import uk.org.kscb.portal.plan.store.ActionListStore;
import uk.org.kscb.portal.plan.store.ActionStore;
import uk.org.kscb.portal.plan.store.Census;
import uk.org.kscb.portal.plan.store.Census.Line;
import uk.org.kscb.portal.plan.store.Census.Own;
import uk.org.kscb.portal.plan.store.CensusStore;
import uk.org.kscb.portal.plan.store.FacetCounts;
import uk.org.kscb.portal.plan.store.HolderStore;
import uk.org.kscb.portal.plan.store.HomeStore;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.security.Viewer.Scope;
import uk.org.kscb.portal.platform.time.PortalClock;

/** What the plan's actions look like to the viewer's agency. */
@Stateless
public class ActionService {

    @Inject
    private CensusStore censuses;

    @Inject
    private ActionListStore lists;

    @Inject
    private ActionStore actions;

    @Inject
    private HomeStore homes;

    @Inject
    private HolderStore holders;

    @Inject
    private PlanAssembly assembly;

    @Inject
    private PortalClock clock;

    @Door(Permission.READ_PLAN)
    public ActionList list(ActionFilter filter) {
        return listFor(filter);
    }

    /** The same list to take away; the trail tells of it. */
    @Door(value = Permission.READ_PLAN, trail = "actions.export")
    public ActionList export(ActionFilter filter) {
        return listFor(filter);
    }

    private ActionList listFor(ActionFilter asked) {
        Viewer viewer = CurrentViewer.require();
        Scope scope = viewer.scope();
        boolean seesDebts = scope.contributions() != Reach.NONE;
        ActionFilter filter = seesDebts ? asked : withoutAgencies(asked);
        Census census = censuses.on(day(filter.asAt()));
        Set<Long> found = lists.found(census, filter);
        Own own = new Own(scope.agencyId(), scope.umbrellaOrNone());
        FacetCounts counts = FacetCounts.of(census, filter, own, found, seesDebts);
        return new ActionList(
                filter,
                census.day(),
                lists.rows(census, filter, scope),
                counts.total(),
                counts.mine(),
                counts.joint(),
                counts.all(),
                counts.facets());
    }

    /** Who owes what is not for this viewer: neither shown nor to be found out by filtering. */
    private static ActionFilter withoutAgencies(ActionFilter f) {
        return new ActionFilter(
                Show.ALL,
                f.statuses(),
                f.due(),
                Set.of(),
                f.priorities(),
                f.outcomes(),
                f.references(),
                f.text(),
                f.sort(),
                f.descending(),
                f.page(),
                f.size(),
                f.asAt());
    }

    /** @throws uk.org.kscb.portal.platform.security.NotVisible when there is no such action on that day */
    @Door(Permission.READ_PLAN)
    public ActionDetail action(String ref, @Nullable LocalDate asAt) {
        Viewer viewer = CurrentViewer.require();
        Scope scope = viewer.scope();
        Census census = censuses.on(day(asAt));
        ActionWording wording = actions.require(ref, census.day());
        PlanDocument.Action says = wording.says();
        var place = wording.place();
        Set<String> wanted = new HashSet<>(says.links());
        wanted.add(ref);
        Map<String, ActionRow> rows =
                lists.rowsOf(census, wanted, scope).stream().collect(Collectors.toMap(ActionRow::ref, r -> r));
        List<ContributionView> contributions =
                actions.contributions(census, wording, scope, viewer.may(Permission.ASSIGN_CONTRIBUTIONS));
        boolean now = census.day().equals(clock.today());
        ContributionView ours = contributions.stream()
                .filter(c -> c.agency().code().equals(viewer.agencyCode()))
                .findFirst()
                .orElse(null);
        boolean assigns = now && viewer.may(Permission.ASSIGN_CONTRIBUTIONS);
        List<Line> lines = census.lines();
        int at = census.keep("positions", () -> positions(lines)).getOrDefault(ref, -1);
        return new ActionDetail(
                Objects.requireNonNull(rows.get(ref)),
                says.textBullets(),
                census.headings().priorityTitle(place.priority()),
                census.headings().outcomeText(place.outcome()),
                says.leads(),
                says.completed(),
                marker(says, place.outcome()),
                says.partnersUnnamed(),
                wording.milestones().stream().map(m -> m.view()).toList(),
                says.supports().all().map(census.headings()::reference).toList(),
                says.links().stream()
                        .filter(rows::containsKey)
                        .map(rows::get)
                        .map(r -> new LinkedAction(r.ref(), r.text(), r.status()))
                        .toList(),
                says.notes(),
                contributions,
                actions.updates(census, wording, scope),
                now && ours != null && scope.reportsOn(scope.agencyId(), ours.yours()) ? ours.id() : null,
                now
                        && ours != null
                        && ours.state() == ContributionState.PROPOSED
                        && viewer.may(Permission.ANSWER_OFFER),
                assigns,
                now && viewer.may(Permission.CONFIRM_DATES),
                now && ours != null && viewer.may(Permission.ASSIGN_WORK)
                        ? holders.choices(scope, ours.id())
                        : List.of(),
                assigns ? addable(census, contributions) : List.of(),
                at > 0 ? lines.get(at - 1).ref() : null,
                at >= 0 && at + 1 < lines.size() ? lines.get(at + 1).ref() : null,
                census.day());
    }

    private static Map<String, Integer> positions(List<Line> lines) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            positions.put(lines.get(i).ref(), i);
        }
        return positions;
    }

    private static @Nullable JointMarker marker(PlanDocument.Action says, String outcome) {
        if (says.jointWith().isEmpty()) {
            return null;
        }
        String scope = Objects.requireNonNullElse(says.jointScope(), "action");
        return new JointMarker(
                says.jointWith(), scope, scope.equals("outcome") ? "outcome " + outcome : "action " + says.ref());
    }

    private static List<AgencyBadge> addable(Census census, List<ContributionView> contributions) {
        Set<String> there = contributions.stream().map(c -> c.agency().code()).collect(Collectors.toSet());
        return census.agencies().values().stream()
                .filter(a -> !there.contains(a.code()))
                .toList();
    }

    @Door(Permission.READ_PLAN)
    public HomeView home() {
        Viewer viewer = CurrentViewer.require();
        Set<Long> held = viewer.scope().reports() == Reach.ASSIGNED ? holders.heldBy(viewer.scope()) : Set.of();
        return new Home(censuses.on(clock.today()), viewer, homes, held).view();
    }

    @Door(Permission.READ_PLAN)
    public PlanPicture picture(@Nullable LocalDate asAt) {
        Census census = censuses.on(day(asAt));
        Map<String, String> texts = new HashMap<>();
        actions.texts(census.day()).forEach(row -> texts.put((String) row[0], (String) row[1]));
        Map<String, List<Span>> spans = new HashMap<>();
        for (Object[] row : actions.spans(census.day())) {
            spans.computeIfAbsent((String) row[0], r -> new ArrayList<>())
                    .add(new Span(
                            (int) Sql.number(row[1]),
                            Sql.day(row[2]),
                            Sql.day(row[3]),
                            Sql.flag(row[4]),
                            Sql.flag(row[5]),
                            (String) row[6]));
        }
        List<LocalDate> days = spans.values().stream()
                .flatMap(List::stream)
                .flatMap(s -> java.util.stream.Stream.of(s.start(), s.end()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new PlanPicture(
                census.headings().title(),
                census.day(),
                days.isEmpty() ? census.day() : days.getFirst(),
                days.isEmpty() ? census.day() : days.getLast(),
                priorities(census, texts, spans),
                census.lines().size());
    }

    private static List<PriorityLine> priorities(
            Census census, Map<String, String> texts, Map<String, List<Span>> spans) {
        Map<Integer, Map<String, List<Line>>> tree = new LinkedHashMap<>();
        for (Line line : census.lines()) {
            tree.computeIfAbsent(line.priority(), p -> new LinkedHashMap<>())
                    .computeIfAbsent(line.outcome(), o -> new ArrayList<>())
                    .add(line);
        }
        return tree.entrySet().stream()
                .map(p -> {
                    Map<DeliveryStatus, Long> counts = p.getValue().values().stream()
                            .flatMap(List::stream)
                            .collect(Collectors.groupingBy(
                                    Line::status, () -> new EnumMap<>(DeliveryStatus.class), Collectors.counting()));
                    List<OutcomeLine> outcomes = p.getValue().entrySet().stream()
                            .map(o -> new OutcomeLine(
                                    o.getKey(),
                                    census.headings().outcomeText(o.getKey()),
                                    o.getValue().stream()
                                            .map(l -> new ActionLine(
                                                    l.ref(),
                                                    texts.getOrDefault(l.ref(), ""),
                                                    l.status(),
                                                    spans.getOrDefault(l.ref(), List.of())))
                                            .toList()))
                            .toList();
                    return new PriorityLine(
                            p.getKey(),
                            census.headings().priorityTitle(p.getKey()),
                            counts,
                            counts.values().stream().mapToLong(Long::longValue).sum(),
                            outcomes);
                })
                .toList();
    }

    /** The whole plan as a document. */
    @Door(value = Permission.READ_PLAN, trail = "plan.export")
    public PlanDocument document() {
        return assembly.current();
    }

    /** The whole plan in the portal's own JSON shape; imported again it changes nothing. */
    @Door(value = Permission.READ_PLAN, trail = "plan.export")
    public JsonObject documentJson() {
        return PlanJson.toJson(assembly.current());
    }

    private LocalDate day(@Nullable LocalDate asAt) {
        return asAt == null ? clock.today() : asAt;
    }
}
