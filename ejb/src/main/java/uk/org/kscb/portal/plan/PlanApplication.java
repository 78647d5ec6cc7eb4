package uk.org.kscb.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.Basis;
import uk.org.kscb.portal.plan.PlanChanges.Placed;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;
import uk.org.kscb.portal.plan.exchange.PlanJson;
import uk.org.kscb.portal.plan.model.Action;
import uk.org.kscb.portal.plan.model.ActionWording;
import uk.org.kscb.portal.plan.model.Contribution;
import uk.org.kscb.portal.plan.model.PlanEdition;
import uk.org.kscb.portal.plan.model.PlanImport;
import uk.org.kscb.portal.plan.store.ActionStore;
import uk.org.kscb.portal.plan.store.Headings;
import uk.org.kscb.portal.plan.store.PlanStore;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.time.PortalClock;

/**
 * Puts an import into the plan and takes it out again. What the plan said before is closed, never overwritten; what
 * agencies reported hangs on the action and is not touched.
 */
@ApplicationScoped
class PlanApplication {

    @Inject
    private PlanStore store;

    @Inject
    private ActionStore actions;

    @Inject
    private PortalClock clock;

    /** A table of actions carries no vision or governance: what the plan has of those stays. */
    static PlanDocument completed(PlanDocument read, PlanDocument current) {
        if (!read.front().isEmpty()) {
            return read;
        }
        Map<Integer, PlanDocument.Priority> known = new HashMap<>();
        current.priorities().forEach(p -> known.put(p.no(), p));
        return new PlanDocument(
                current.front(),
                read.priorities().stream()
                        .map(p -> known.containsKey(p.no()) ? completed(p, known.get(p.no())) : p)
                        .toList());
    }

    private static PlanDocument.Priority completed(PlanDocument.Priority read, PlanDocument.Priority known) {
        return new PlanDocument.Priority(
                read.no(),
                read.title(),
                read.keyObjectives().isEmpty() ? known.keyObjectives() : read.keyObjectives(),
                read.accountableLeads().isEmpty() ? known.accountableLeads() : read.accountableLeads(),
                read.outcomes(),
                read.notes().isEmpty() ? known.notes() : read.notes());
    }

    void apply(PlanImport brought, PlanDocument plan) {
        boolean first = store.noPlanYet();
        LocalDate from = first ? published(plan).orElse(clock.today()) : clock.today();
        Instant at = clock.now();
        Headings headings = new Headings(plan);
        Map<String, Long> agencies = store.agencyIds();
        edition(brought, plan, from);
        Map<String, ActionWording> current = new HashMap<>();
        actions.all(clock.today()).forEach(w -> current.put(w.ref(), w));
        Set<String> everOwed = store.everOwed();
        for (Placed placed : PlanChanges.placed(plan).values()) {
            ActionWording old = current.remove(placed.action().ref());
            if (old == null || !old.fingerprint().equals(ActionWording.fingerprint(placed.place(), placed.action()))) {
                Action action = old == null ? store.actionOf(placed.action().ref()) : old.action();
                ActionWording wording = store.add(new ActionWording(
                        action,
                        placed.place(),
                        placed.action(),
                        leadAgency(placed.action(), headings, agencies),
                        brought.id(),
                        from));
                if (old != null) {
                    wording.keepConfirmationsOf(old);
                    old.close(from, brought.id());
                }
                contributions(brought, action, old, placed.action(), headings, agencies, everOwed, from, at);
            }
        }
        current.values().forEach(gone -> gone.close(from, brought.id()));
        store.touchWording();
    }

    private void edition(PlanImport brought, PlanDocument plan, LocalDate from) {
        String document = PlanJson.toJson(PlanAssembly.headingsOf(plan)).toString();
        Optional<PlanEdition> old = store.currentEdition();
        if (old.isPresent() && old.get().document().equals(document)) {
            return;
        }
        old.ifPresent(e -> e.close(from, brought.id()));
        store.add(new PlanEdition(brought.id(), from, document));
    }

    /** Each agency that the plan names newly gets an offer; one that the manager took out stays out. */
    private void contributions(
            PlanImport brought,
            Action action,
            @Nullable ActionWording old,
            PlanDocument.Action says,
            Headings headings,
            Map<String, Long> agencies,
            Set<String> everOwed,
            LocalDate from,
            Instant at) {
        store.flush();
        Set<String> before = new HashSet<>();
        if (old != null) {
            old.agencies().forEach(a -> before.add(a.code()));
        }
        for (NamedAgency named : says.agencies()) {
            Long agency = agencies.get(named.code());
            if (agency == null || before.contains(named.code()) || everOwed.contains(action.ref() + " " + agency)) {
                continue;
            }
            Long post = says.leads().stream()
                    .filter(l -> headings.agencyOfPost(l)
                            .filter(named.code()::equals)
                            .isPresent())
                    .findFirst()
                    .map(title -> store.postId(agency, title))
                    .orElse(null);
            Basis basis = Basis.valueOf(named.basis().toUpperCase(Locale.ROOT));
            store.add(Contribution.read(action, agency, basis, post, brought.id(), from, at));
        }
    }

    /** Lead is the agency that the first lead's post belongs to, as long as it owes something; otherwise the owner. */
    private static @Nullable Long leadAgency(PlanDocument.Action says, Headings headings, Map<String, Long> agencies) {
        Set<String> named = new HashSet<>();
        says.agencies().forEach(a -> named.add(a.code()));
        String code = says.leads().stream()
                .flatMap(l -> headings.agencyOfPost(l).stream())
                .filter(named::contains)
                .findFirst()
                .orElseGet(() -> says.agencies().stream()
                        .filter(a -> a.basis().equals("default"))
                        .map(NamedAgency::code)
                        .findFirst()
                        .orElse(""));
        return agencies.get(code);
    }

    /** "2011-03" is valid from its first day. */
    private static Optional<LocalDate> published(PlanDocument plan) {
        String month = plan.front().getString("published", "");
        return month.matches("\\d{4}-\\d{2}") ? Optional.of(LocalDate.parse(month + "-01")) : Optional.empty();
    }

    void undo(PlanImport brought) {
        List<String> reported = store.reportedOnlyHere(brought);
        if (!reported.isEmpty()) {
            throw new ReportedOnMeanwhile(reported);
        }
        store.broughtBy(brought).stream().filter(c -> c.broughtBy(brought.id())).forEach(store::remove);
        store.openedBy(brought).forEach(store::remove);
        store.closedBy(brought).forEach(ActionWording::reopen);
        store.editionsOpenedBy(brought).forEach(store::remove);
        store.editionsClosedBy(brought).forEach(PlanEdition::reopen);
        store.touchWording();
    }

    /** Undoing would hide what agencies have reported since. */
    static class ReportedOnMeanwhile extends Refusal {
        private static final long serialVersionUID = 1L;

        ReportedOnMeanwhile(List<String> refs) {
            super("Agencies have reported on actions that only this import brought: "
                    + String.join(", ", refs.subList(0, Math.min(refs.size(), 5)))
                    + ". Undoing it would hide their reports. Bring in a corrected plan instead.");
        }
    }
}
