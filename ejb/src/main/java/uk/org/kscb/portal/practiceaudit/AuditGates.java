package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.org.kscb.portal.practiceaudit.GateIsShut.Gate;
import uk.org.kscb.portal.practiceaudit.model.GateFacts;
import uk.org.kscb.portal.practiceaudit.model.Happening;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore.Answered;

/** All gates of an audit: its own and those that other parts of this room keep. */
@ApplicationScoped
class AuditGates {

    @Inject
    private RunningStore running;

    @Inject
    private ReturnLoad calendar;

    @Inject
    @Any
    private Instance<AuditGate> others;

    GateFacts facts(PracticeAudit audit, AuditScope scope, Set<Long> panel) {
        Map<Long, Answered> answered = running.answered(audit, scope);
        return new GateFacts(
                running.agencies(scope.agencyId()).shortNames(),
                answered.entrySet().stream()
                        .filter(e -> e.getValue().state() == ReturnState.SIGNED_OFF)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()),
                answered.entrySet().stream()
                        .filter(e -> e.getValue().state() == ReturnState.REOPENED)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()),
                running.sampleFigures(audit).inSample(),
                running.codesWaiting(audit),
                panel);
    }

    /** Why the audit may not make this move, if it may not. */
    Optional<GateIsShut> shut(PracticeAudit audit, AuditMove move, String note, GateFacts facts, Happening when) {
        Optional<GateIsShut> own = audit.gate(move, note, facts, when);
        return own.isPresent()
                ? own
                : others.stream()
                        .flatMap(gate -> gate.shut(audit.id(), move).stream())
                        .map(why -> new GateIsShut(Gate.ANOTHERS, why))
                        .findFirst()
                        .or(() -> tooMuch(audit, move, note));
    }

    /** Nobody is asked for three returns in one week, but for a reason. */
    private Optional<GateIsShut> tooMuch(PracticeAudit audit, AuditMove move, String note) {
        if (move != AuditMove.NOTIFY || !note.isBlank()) {
            return Optional.empty();
        }
        List<AuditCalendar.Load> load = calendar.load(running.underWay());
        List<String> agencies = load.stream()
                .filter(l -> l.tooMuch() && l.audits().contains(audit.code()))
                .map(l -> l.agency().shortName())
                .distinct()
                .toList();
        return agencies.isEmpty()
                ? Optional.empty()
                : Optional.of(new GateIsShut(
                        Gate.WORKLOAD,
                        String.join(", ", agencies)
                                + " would owe three returns or more in one week. Move the day of the"
                                + " returns, or give the reason for asking all the same."));
    }
}
