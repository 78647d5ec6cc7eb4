package uk.org.kscb.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.plan.PlanDocument.Outcome;
import uk.org.kscb.portal.plan.PlanDocument.Priority;
import uk.org.kscb.portal.plan.model.ActionWording;
import uk.org.kscb.portal.plan.store.ActionStore;
import uk.org.kscb.portal.plan.store.CensusStore;
import uk.org.kscb.portal.platform.time.PortalClock;

/** Puts the plan in force today together again as one document. */
@ApplicationScoped
class PlanAssembly {

    @Inject
    private CensusStore censuses;

    @Inject
    private ActionStore actions;

    @Inject
    private PortalClock clock;

    PlanDocument current() {
        PlanDocument headings = censuses.on(clock.today()).headings().plan();
        Map<String, List<PlanDocument.Action>> byOutcome = new LinkedHashMap<>();
        for (ActionWording wording : actions.all(clock.today())) {
            byOutcome
                    .computeIfAbsent(wording.place().outcome(), o -> new ArrayList<>())
                    .add(wording.says());
        }
        return new PlanDocument(
                headings.front(),
                headings.priorities().stream().map(p -> with(p, byOutcome)).toList());
    }

    private static Priority with(Priority p, Map<String, List<PlanDocument.Action>> actions) {
        return new Priority(
                p.no(),
                p.title(),
                p.keyObjectives(),
                p.accountableLeads(),
                p.outcomes().stream()
                        .map(o -> new Outcome(
                                o.ref(), o.text(), o.jointWith(), actions.getOrDefault(o.ref(), List.of()), o.notes()))
                        .toList(),
                p.notes());
    }

    /** The plan without its actions, as it is kept beside them. */
    static PlanDocument headingsOf(PlanDocument plan) {
        return new PlanDocument(
                plan.front(),
                plan.priorities().stream().map(p -> with(p, Map.of())).toList());
    }
}
