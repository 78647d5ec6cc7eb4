package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
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
                        .findFirst();
    }
}
