package uk.org.kscb.portal.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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

/** How soon referrals are decided, and whether referrers are told. */
@Stateless
public class MeasureService {
    private static final int MONTHS = 12;

    @Inject
    private MeasureStore store;

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
        YearMonth first = YearMonth.from(clock.today()).minusMonths(MONTHS - 1);
        TreeMap<YearMonth, List<Counts>> byMonth = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (Counts counts : store.counts(first, clock.now())) {
            byMonth.computeIfAbsent(counts.month(), m -> new ArrayList<>()).add(counts);
        }
        return new ReferralMeasures(byMonth.entrySet().stream()
                .map(month -> month(month.getKey(), month.getValue(), viewer, reach))
                .toList());
    }

    private static Month month(YearMonth month, List<Counts> agencies, Viewer viewer, Reach reach) {
        Counts whole = agencies.stream().reduce(Counts::plus).orElseThrow().named("", "All agencies");
        List<Counts> shown = agencies.stream()
                .filter(a -> reach != Reach.OWN || a.code().equals(viewer.agencyCode()))
                .toList();
        boolean others = reach != Reach.ALL;
        return new Month(month, rows(List.of(whole), others).getFirst(), rows(shown, reach == Reach.HEAD));
    }

    private static List<Row> rows(List<Counts> agencies, boolean keepBack) {
        List<Cell> hours = cells(agencies, Counts::inHours, keepBack);
        List<Cell> days = cells(agencies, Counts::inDay, keepBack);
        List<Cell> told = cells(agencies, Counts::told, keepBack);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < agencies.size(); i++) {
            Counts c = agencies.get(i);
            rows.add(new Row(
                    c.code(),
                    c.name(),
                    figure(c.received(), keepBack),
                    hours.get(i),
                    days.get(i),
                    told.get(i),
                    figure(c.neverTold(), keepBack)));
        }
        return rows;
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

    private static Figure figure(long count, boolean keepBack) {
        return new Figure(keepBack && count <= SmallNumbers.SMALL_BASE ? Optional.empty() : Optional.of(count));
    }
}
