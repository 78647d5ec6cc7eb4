package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.practiceaudit.AuditCalendar.Load;
import uk.org.kscb.portal.practiceaudit.model.AuditAgency;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AgencyNames;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;

/** How many returns each agency owes in a week: those that are still to come in. */
@ApplicationScoped
class ReturnLoad {

    @Inject
    private RunningStore running;

    /** Of every agency. */
    List<Load> load(List<PracticeAudit> audits) {
        return load(audits, new AuditScope(-1, Reach.ALL));
    }

    /** Most in a week first; of other agencies only where the scope reaches all. */
    List<Load> load(List<PracticeAudit> audits, AuditScope scope) {
        record Week(long agency, LocalDate monday) {}
        AgencyNames names = running.agencies(scope.agencyId());
        Map<Long, Set<Long>> signed = running.signedOff(scope);
        Map<Week, List<String>> weeks = new HashMap<>();
        for (PracticeAudit audit : audits) {
            boolean ahead = !audit.state().atLeast(AuditState.RETURNED)
                    && !audit.state().ended();
            audit.returnsDueOn()
                    .filter(due -> ahead)
                    .ifPresent(due -> audit.takingPart().stream()
                            .map(AuditAgency::agencyId)
                            .filter(agency -> scope.reach() == Reach.ALL || agency == scope.agencyId())
                            .filter(agency ->
                                    !signed.getOrDefault(audit.id(), Set.of()).contains(agency))
                            .forEach(agency -> weeks.computeIfAbsent(
                                            new Week(
                                                    agency,
                                                    due.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                                            week -> new ArrayList<>())
                                    .add(audit.code())));
        }
        return weeks.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Week, List<String>>>comparingInt(
                                e -> -e.getValue().size())
                        .thenComparing(e -> e.getKey().monday())
                        .thenComparing(e -> names.place(e.getKey().agency())))
                .map(e -> new Load(
                        names.of(e.getKey().agency()),
                        e.getKey().monday(),
                        e.getValue().stream().sorted().toList()))
                .toList();
    }
}
