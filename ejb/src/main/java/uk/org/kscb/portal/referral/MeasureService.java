package uk.org.kscb.portal.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.statistics.SmallNumbers;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.ReferralMeasures.Cell;
import uk.org.kscb.portal.referral.ReferralMeasures.Figure;
import uk.org.kscb.portal.referral.ReferralMeasures.Month;
import uk.org.kscb.portal.referral.ReferralMeasures.Row;
import uk.org.kscb.portal.referral.store.MeasureStore;
import uk.org.kscb.portal.referral.store.MeasureStore.Counts;
import uk.org.kscb.portal.referral.store.ReceiptStore;

/** How soon referrals are decided, and whether referrers are told. */
@Stateless
public class MeasureService {
    private static final int MONTHS = 12;

    @Inject
    private MeasureStore store;

    @Inject
    private ReceiptStore receipts;

    @Inject
    private PortalClock clock;

    /**
     * The last 12 months. An agency sees its own row and the whole; who sees all agencies without their receipts sees
     * small numbers kept back.
     */
    @Door(Permission.READ_REFERRAL_MEASURES)
    public ReferralMeasures measures() {
        Viewer viewer = CurrentViewer.require();
        Reach reach = viewer.reach(Permission.READ_REFERRAL_MEASURES);
        List<ClockRule> rules = receipts.rules();
        YearMonth first = YearMonth.from(clock.today()).minusMonths(MONTHS - 1);
        TreeMap<YearMonth, List<Counts>> byMonth = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (Counts counts : store.counts(first, clock.now())) {
            byMonth.computeIfAbsent(counts.month(), m -> new ArrayList<>()).add(counts);
        }
        return new ReferralMeasures(byMonth.entrySet().stream()
                .map(month -> month(month.getKey(), month.getValue(), viewer.agencyCode(), reach)
                        .by(rules))
                .toList());
    }

    static Month month(YearMonth month, List<Counts> agencies, String own, Reach reach) {
        Counts whole = agencies.stream().reduce(Counts::plus).orElseThrow().named("", "All agencies");
        List<Counts> shown = agencies.stream()
                .filter(a -> reach != Reach.OWN || a.code().equals(own))
                .toList();
        boolean others = reach != Reach.ALL;
        boolean tells = reach == Reach.OWN
                && agencies.size() > shown.size()
                && (agencies.size() - shown.size() == 1 || small(rest(whole, shown)));
        Row all = rows(List.of(whole), others).getFirst();
        Row told = reach == Reach.OWN && !shown.isEmpty() ? without(all, whole, shown) : all;
        return new Month(month, tells ? keptBack(all) : told, rows(shown, reach == Reach.HEAD), "", "");
    }

    /** Own figures taken off the whole, what is left must not be small in any column. */
    private static Row without(Row all, Counts whole, List<Counts> own) {
        Counts ours = own.stream().reduce(Counts::plus).orElseThrow();
        return new Row(
                all.code(),
                all.name(),
                all.received(),
                careful(all.inHours(), whole.inHours(), ours.inHours()),
                careful(all.inDay(), whole.inDay(), ours.inDay()),
                careful(all.told(), whole.told(), ours.told()),
                whole.neverTold() - ours.neverTold() <= SmallNumbers.SMALL_COUNT
                        ? new Figure(Optional.empty())
                        : all.neverTold());
    }

    private static Cell careful(Cell cell, Share whole, Share ours) {
        Share rest = new Share(whole.count() - ours.count(), whole.of() - ours.of());
        return SmallNumbers.small(rest) ? new Cell(Optional.empty()) : cell;
    }

    private static long rest(Counts whole, List<Counts> own) {
        return whole.received() - own.stream().mapToLong(Counts::received).sum();
    }

    private static boolean small(long referrals) {
        return referrals <= SmallNumbers.SMALL_BASE;
    }

    /** Own figures taken off, the whole would tell of the one other agency that referred in the month, or of few referrals. */
    private static Row keptBack(Row row) {
        Figure figure = new Figure(Optional.empty());
        Cell cell = new Cell(Optional.empty());
        return new Row(row.code(), row.name(), figure, cell, cell, cell, figure);
    }

    private static List<Row> rows(List<Counts> agencies, boolean keepBack) {
        Set<Integer> hidden = new TreeSet<>(); // the same rows in each column, for one column tells of another
        List.<Function<Counts, Share>>of(Counts::inHours, Counts::inDay, Counts::told)
                .forEach(column -> hidden.addAll(
                        places(cells(agencies, column, keepBack), c -> c.share().isEmpty())));
        hidden.addAll(places(
                figures(agencies, Counts::received, keepBack), f -> f.count().isEmpty()));
        List<Cell> hours = told(agencies, Counts::inHours, hidden);
        List<Cell> days = told(agencies, Counts::inDay, hidden);
        List<Cell> told = told(agencies, Counts::told, hidden);
        List<Figure> received = IntStream.range(0, agencies.size())
                .mapToObj(i -> new Figure(
                        hidden.contains(i)
                                ? Optional.empty()
                                : Optional.of(agencies.get(i).received())))
                .toList();
        List<Figure> neverTold = figures(agencies, Counts::neverTold, keepBack);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < agencies.size(); i++) {
            Counts c = agencies.get(i);
            rows.add(new Row(
                    c.code(), c.name(), received.get(i), hours.get(i), days.get(i), told.get(i), neverTold.get(i)));
        }
        return rows;
    }

    private static List<Cell> told(List<Counts> agencies, Function<Counts, Share> which, Set<Integer> hidden) {
        return IntStream.range(0, agencies.size())
                .mapToObj(i ->
                        new Cell(hidden.contains(i) ? Optional.empty() : Optional.of(which.apply(agencies.get(i)))))
                .toList();
    }

    private static <T> List<Integer> places(List<T> cells, Predicate<T> which) {
        return IntStream.range(0, cells.size())
                .filter(i -> which.test(cells.get(i)))
                .boxed()
                .toList();
    }

    /** Small ones, and a second one wherever the whole would give the first away (BRIEF 6.4). */
    private static List<Cell> cells(List<Counts> agencies, Function<Counts, Share> which, boolean keepBack) {
        List<Share> shares = agencies.stream().map(which).toList();
        List<Boolean> hidden = keepBack && shares.size() > 1
                ? SmallNumbers.hidden(shares)
                : shares.stream().map(s -> keepBack && SmallNumbers.small(s)).toList();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            cells.add(new Cell(hidden.get(i) ? Optional.empty() : Optional.of(shares.get(i))));
        }
        return cells;
    }

    /** As with shares: where one small figure would follow from the whole and the others, a second one is kept back. */
    private static List<Figure> figures(List<Counts> agencies, ToLongFunction<Counts> which, boolean keepBack) {
        List<Long> counts = agencies.stream().map(which::applyAsLong).toList();
        List<Boolean> small = counts.stream()
                .map(c -> keepBack && c <= SmallNumbers.SMALL_BASE)
                .toList();
        // counts out of all; the base is never small in itself, only the count is
        long all = counts.stream().mapToLong(Long::longValue).sum();
        List<Share> shares = counts.stream()
                .map(c -> new Share(c, Math.max(all, SmallNumbers.SMALL_BASE + 1)))
                .toList();
        List<Boolean> hidden = keepBack && counts.size() > 1 ? SmallNumbers.hidden(shares, small) : small;
        return IntStream.range(0, counts.size())
                .mapToObj(i -> new Figure(hidden.get(i) ? Optional.empty() : Optional.of(counts.get(i))))
                .toList();
    }
}
