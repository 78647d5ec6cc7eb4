package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Happened;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Opening;
import uk.org.kscb.portal.practiceaudit.AuditDetail.SampleFigures;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Standing;
import uk.org.kscb.portal.practiceaudit.AuditRow.Nudged;
import uk.org.kscb.portal.practiceaudit.model.AuditAgency;
import uk.org.kscb.portal.practiceaudit.model.AuditEvent;
import uk.org.kscb.portal.practiceaudit.model.AuditStepDay;
import uk.org.kscb.portal.practiceaudit.model.GateFacts;
import uk.org.kscb.portal.practiceaudit.model.Happening;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AgencyNames;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore.Answered;

/** Audits as a viewer may see them. */
@ApplicationScoped
class AuditViews {

    @Inject
    private RunningStore running;

    @Inject
    private AuditGates gates;

    @Inject
    private ReturnLoad load;

    List<AuditRow> list(AuditScope scope, Happening now) {
        AgencyNames names = running.agencies(scope.agencyId());
        Map<Long, Set<Long>> signed = running.signedOff(scope);
        Map<Long, Nudged> nudged = running.nudged(scope.agencyId());
        return running.audits(scope).stream()
                .map(a -> row(a, scope, now, names, signed.getOrDefault(a.id(), Set.of()), nudged.get(a.id())))
                .toList();
    }

    private static AuditRow row(
            PracticeAudit a,
            AuditScope scope,
            Happening now,
            AgencyNames names,
            Set<Long> signed,
            @Nullable Nudged nudged) {
        boolean head = scope.reach() == Reach.HEAD;
        return new AuditRow(
                a.code(),
                a.title(),
                a.kind(),
                a.state(),
                a.periodFrom(),
                a.periodUntil(),
                head ? null : a.returnsDueOn().orElse(null),
                head
                        ? null
                        : a.returnsDueOn()
                                .map(due -> now.calendar().between(now.day(), due))
                                .orElse(null),
                head ? List.of() : agencies(a, names),
                scope.reach() == Reach.ALL ? signed.size() : null,
                head ? null : next(a, now),
                a.agency(scope.agencyId()).map(g -> ours(g, signed, nudged)).orElse(null));
    }

    private static List<AgencyName> agencies(PracticeAudit a, AgencyNames names) {
        return a.takingPart().stream()
                .map(AuditAgency::agencyId)
                .sorted(Comparator.comparing(names::place))
                .map(names::of)
                .toList();
    }

    private static AuditRow.Ours ours(AuditAgency g, Set<Long> signed, @Nullable Nudged nudged) {
        return new AuditRow.Ours(
                g.part(),
                g.receiptOn().isPresent(),
                signed.contains(g.agencyId()),
                !g.takesPart(),
                Objects.requireNonNullElse(nudged, Nudged.NEVER));
    }

    private static @Nullable StepView next(PracticeAudit a, Happening now) {
        return a.state().ended()
                ? null
                : a.clock().steps().stream()
                        .filter(s -> s.doneOn().isEmpty())
                        .map(s -> step(s, now, a))
                        .findFirst()
                        .orElse(null);
    }

    private static StepView step(AuditStepDay s, Happening now, PracticeAudit a) {
        LocalDate due = s.dueOn().orElse(null);
        boolean stands = a.state().ended() || a.state() == AuditState.PAUSED;
        return new StepView(
                s.step(),
                s.offsetDays(),
                due,
                s.doneOn().orElse(null),
                due != null && s.doneOn().isEmpty() && !stands && due.isBefore(now.day()),
                due != null && now.calendar().provisional(due));
    }

    AuditCalendar calendar(AuditScope scope, Happening now) {
        List<PracticeAudit> audits = scope.reach() == Reach.HEAD ? List.of() : running.audits(scope);
        return new AuditCalendar(
                now.day(),
                audits.stream()
                        .sorted(Comparator.comparing(PracticeAudit::code))
                        .map(a -> new AuditCalendar.Entry(
                                a.code(),
                                a.title(),
                                a.state(),
                                a.clock().steps().stream()
                                        .map(s -> step(s, now, a))
                                        .toList()))
                        .toList(),
                load.load(audits, scope));
    }

    AuditDetail detail(PracticeAudit a, AuditScope scope, Happening now) {
        AgencyNames names = running.agencies(scope.agencyId());
        Map<Long, Answered> answered = running.answered(a, scope);
        Set<Long> signed = answered.entrySet().stream()
                .filter(e -> e.getValue().state() == ReturnState.SIGNED_OFF)
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
        boolean head = scope.reach() == Reach.HEAD;
        List<AuditEvent> events =
                running.events(a, scope, CurrentViewer.require().may(Permission.RUN_AUDITS));
        return new AuditDetail(
                row(
                        a,
                        scope,
                        now,
                        names,
                        signed,
                        running.nudged(scope.agencyId()).get(a.id())),
                head,
                head ? "" : a.theme(),
                head ? "" : a.question(),
                a.gradingScheme(),
                head ? null : running.toolOf(a).map(RunningStore.Tool::words).orElse(null),
                a.scopeApprovedOn().orElse(null),
                head ? null : a.scopeMinute().orElse(null),
                head ? null : a.reportMinute().orElse(null),
                a.closedOn().orElse(null),
                a.releasedOn().orElse(null),
                a.reauditOf().map(PracticeAudit::code).orElse(null),
                head
                        ? List.of()
                        : a.clock().steps().stream().map(s -> step(s, now, a)).toList(),
                head ? List.of() : reminders(a, now),
                head ? List.of() : standings(a, scope, names, answered, events),
                events.stream().map(e -> happened(e, names)).toList(),
                openings(a, now),
                head ? SampleFigures.NONE : running.sampleFigures(a),
                a.version());
    }

    private static List<LocalDate> reminders(PracticeAudit a, Happening now) {
        return a.returnsDueOn()
                .map(due -> ReminderTimer.DAYS.stream()
                        .map(days -> now.calendar().plus(due, days))
                        .toList())
                .orElse(List.of());
    }

    private List<Standing> standings(
            PracticeAudit a,
            AuditScope scope,
            AgencyNames names,
            Map<Long, Answered> answered,
            List<AuditEvent> events) {
        Map<Long, Long> exclusions = running.exclusions(a);
        return a.agencies().stream()
                .filter(g -> scope.reach() == Reach.ALL || g.agencyId() == scope.agencyId())
                .sorted(Comparator.comparing(g -> names.place(g.agencyId())))
                .map(g -> standing(g, names, Optional.ofNullable(answered.get(g.agencyId())), exclusions, events))
                .toList();
    }

    private static Standing standing(
            AuditAgency g,
            AgencyNames names,
            Optional<Answered> answered,
            Map<Long, Long> exclusions,
            List<AuditEvent> events) {
        List<LocalDate> chases = events.stream()
                .filter(e -> e.what().equals("CHASED") && e.agencyId().equals(Optional.of(g.agencyId())))
                .map(AuditEvent::happenedOn)
                .toList();
        return new Standing(
                names.of(g.agencyId()),
                g.part(),
                g.receiptOn().orElse(null),
                g.withdrawnOn().orElse(null),
                g.withdrawnReason().orElse(null),
                answered.map(Answered::state).orElse(null),
                answered.map(Answered::signedAt).orElse(null),
                answered.map(Answered::cases).orElse(0L),
                answered.map(Answered::complete).orElse(0L),
                exclusions.getOrDefault(g.agencyId(), 0L),
                chases.isEmpty() ? null : chases.getFirst(),
                chases.size());
    }

    private static Happened happened(AuditEvent e, AgencyNames names) {
        return new Happened(
                e.happenedOn(),
                e.recordedAt(),
                e.recordedBy(),
                e.what(),
                e.state(),
                e.agencyId().map(names::of).orElse(null),
                e.detail(),
                e.reason().orElse(null));
    }

    /** Gates that a reason or a choice opens are shown as open: the form asks for it. */
    private List<Opening> openings(PracticeAudit a, Happening now) {
        if (!CurrentViewer.require().may(Permission.RUN_AUDITS)) {
            return List.of();
        }
        AuditScope scope = AuditScope.of(CurrentViewer.require(), Permission.RUN_AUDITS);
        GateFacts facts = gates.facts(a, scope, a.agencyIds());
        return AuditMove.from(a.state()).stream()
                .filter(m -> m != AuditMove.APPROVE_SCOPE || a.scopeApprovedOn().isEmpty())
                .filter(m -> m != AuditMove.BRIEF
                        || a.clock().doneOn(AuditStep.BRIEF).isEmpty())
                .map(m -> new Opening(
                        m,
                        gates.shut(a, m, m == AuditMove.MODERATE ? "panel" : "", facts, now)
                                .filter(s -> s.gate() != GateIsShut.Gate.PANEL_QUORUM)
                                .map(Throwable::getMessage)
                                .orElse(null)))
                .toList();
    }
}
