package uk.org.kscb.portal.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.HomeView.Debt;
import uk.org.kscb.portal.plan.HomeView.Debts;
import uk.org.kscb.portal.plan.store.Census;
import uk.org.kscb.portal.plan.store.Census.Line;
import uk.org.kscb.portal.plan.store.Census.Owed;
import uk.org.kscb.portal.plan.store.Census.Own;
import uk.org.kscb.portal.plan.store.HomeStore;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;

/** Sorts what an agency owes and waits for into the lists of its home page. */
final class Home {
    private static final int SOON_DAYS = 30;
    private static final int PERIOD_DAYS = 31;
    private static final int FIRST_LOOK_DAYS = 14;

    private final Census census;
    private final Viewer viewer;
    private final HomeStore store;
    private final Set<Long> held; // ids of contributions, where the viewer reports on what they hold only
    private final Own own;
    private final LocalDate today;

    Home(Census census, Viewer viewer, HomeStore store, Set<Long> held) {
        this.held = held;
        this.census = census;
        this.viewer = viewer;
        this.store = store;
        this.own = new Own(viewer.agencyId(), viewer.scope().umbrellaOrNone());
        this.today = census.day();
    }

    /** One debt: an action and what one agency owes to it. */
    private record Item(Line line, Owed owed) {
        boolean finished() {
            return owed.status() == DeliveryStatus.REPORTED_COMPLETE || owed.status() == DeliveryStatus.COMPLETE;
        }

        boolean late() {
            return owed.status() == DeliveryStatus.LATE;
        }

        @Nullable
        LocalDate due() {
            return owed.due();
        }
    }

    /** The head of a list and how long it is in all; no more is kept, long as the plan may be. */
    private record Front(int size, List<Item> items) {
        static Front of(List<Item> all) {
            return new Front(all.size(), List.copyOf(all.subList(0, Math.min(HomeView.LONGEST, all.size()))));
        }
    }

    /**
     * The lists before they get their words, which the census keeps for an agency and for what the viewer holds in it. Kept
     * under that agency's own key, because its private updates shorten the list of what it has not reported on.
     */
    private record Lists(
            Front late,
            Front soon,
            Front silent,
            Front signOff,
            Front offered,
            Front others,
            Front next,
            boolean owesNothing) {
        private static final Front NONE = new Front(0, List.of());
        static final Lists EMPTY = new Lists(NONE, NONE, NONE, NONE, NONE, NONE, NONE, false);
    }

    HomeView view() {
        boolean reads = viewer.reach(Permission.READ_CONTRIBUTIONS) != Reach.NONE;
        boolean privately = viewer.scope().ownMaterial();
        Lists lists = reads ? census.keep(List.of("home", own, privately, held), this::lists) : Lists.EMPTY;
        Map<Long, HomeStore.Words> words = store.words(shown(lists));
        var since = viewer.lastLooked() == null
                ? today.minusDays(FIRST_LOOK_DAYS).atStartOfDay().toInstant(ZoneOffset.UTC)
                : viewer.lastLooked();
        return new HomeView(
                viewer.agencyName(),
                today,
                debts(lists.late(), words),
                debts(lists.soon(), words),
                debts(lists.silent(), words),
                debts(lists.signOff(), words),
                debts(lists.offered(), words),
                debts(lists.others(), words),
                lists.next().items().stream()
                        .findFirst()
                        .map(i -> debt(i, words))
                        .orElse(null),
                store.changes(census, since, viewer.scope(), lists.owesNothing()),
                viewer.may(Permission.ASSIGN_CONTRIBUTIONS) ? store.queries(census, viewer.scope()) : List.of(),
                held.size(),
                viewer.lastLooked());
    }

    private Lists lists() {
        List<Item> ours = new ArrayList<>();
        List<Item> theirs = new ArrayList<>();
        for (Line line : census.lines()) {
            boolean shared = false;
            for (Owed owed : line.owed()) {
                shared |= own.is(owed.agencyId());
            }
            for (Owed owed : line.owed()) {
                if (own.is(owed.agencyId())) {
                    ours.add(new Item(line, owed));
                } else if (shared) {
                    theirs.add(new Item(line, owed));
                }
            }
        }
        Comparator<Item> byDue = Comparator.comparing(
                        (Item i) -> i.due() == null ? LocalDate.MAX : i.due(), Comparator.naturalOrder())
                .thenComparing(i -> i.line().ref());
        ours.sort(byDue);
        theirs.sort(byDue);
        LocalDate soon = today.plusDays(SOON_DAYS);
        Predicate<Item> dueSoon = i -> !i.finished()
                && i.due() != null
                && !i.due().isBefore(today)
                && !i.due().isAfter(soon);
        LocalDate period = today.minusDays(PERIOD_DAYS);
        Set<Long> reportedPrivately =
                viewer.scope().ownMaterial() ? store.reportedByUsSince(period, viewer.scope()) : Set.of();
        return new Lists(
                heldFirst(ours, Item::late),
                heldFirst(ours, dueSoon),
                heldFirst(
                        ours,
                        i -> !i.finished()
                                && i.owed().status() != DeliveryStatus.NOT_STARTED
                                && i.owed().state() == ContributionState.ACCEPTED
                                && (i.owed().lastShared() == null
                                        || i.owed().lastShared().isBefore(period))
                                && !reportedPrivately.contains(i.owed().contributionId())),
                heldFirst(ours, i -> i.finished() && i.owed().lastShared() != null),
                heldFirst(ours, i -> i.owed().state() == ContributionState.PROPOSED && !i.finished()),
                pick(
                        theirs,
                        i -> i.late()
                                || i.owed().status() == DeliveryStatus.AT_RISK
                                || (dueSoon.test(i) && i.owed().state() == ContributionState.ACCEPTED)),
                pick(ours, i -> !i.finished() && i.due() != null && !i.due().isBefore(today)),
                ours.isEmpty());
    }

    /** What the viewer holds comes first; each part keeps its order. */
    private Front heldFirst(List<Item> items, Predicate<Item> which) {
        return Front.of(items.stream()
                .filter(which)
                .sorted(Comparator.comparing(i -> !held.contains(i.owed().contributionId())))
                .toList());
    }

    private static Front pick(List<Item> items, Predicate<Item> which) {
        return Front.of(items.stream().filter(which).toList());
    }

    private static Set<Long> shown(Lists lists) {
        Set<Long> ids = new HashSet<>();
        for (Front list : List.of(
                lists.late(),
                lists.soon(),
                lists.silent(),
                lists.signOff(),
                lists.offered(),
                lists.others(),
                lists.next())) {
            list.items().forEach(i -> ids.add(i.owed().contributionId()));
        }
        return ids;
    }

    private Debts debts(Front list, Map<Long, HomeStore.Words> words) {
        return new Debts(
                list.size(), list.items().stream().map(i -> debt(i, words)).toList());
    }

    private Debt debt(Item item, Map<Long, HomeStore.Words> words) {
        HomeStore.Words said = words.get(item.owed().contributionId());
        LocalDate due = item.due();
        boolean yours = held.contains(item.owed().contributionId());
        return new Debt(
                item.line().ref(),
                said == null ? "" : said.publicId(),
                badge(item.owed().agencyId(), item.line()),
                said == null ? "" : said.owes(),
                java.util.Arrays.stream(item.line().owed())
                        .map(o -> badge(o.agencyId(), item.line()))
                        .toList(),
                said == null ? null : said.post(),
                due,
                due == null || item.finished() ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today)),
                item.owed().status(),
                item.owed().lastShared(),
                item.owed().state(),
                yours,
                viewer.scope().reportsOn(item.owed().agencyId(), yours));
    }

    private AgencyBadge badge(long agency, Line line) {
        AgencyBadge plain = census.agencies().getOrDefault(agency, new AgencyBadge("?", "?", "?", false, false));
        return new AgencyBadge(
                plain.code(),
                plain.shortName(),
                plain.name(),
                line.leadAgency() != null && line.leadAgency() == agency,
                own.is(agency));
    }
}
