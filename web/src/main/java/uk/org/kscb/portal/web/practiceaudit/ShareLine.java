package uk.org.kscb.portal.web.practiceaudit;

import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.statistics.Interval;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.practiceaudit.ResultView.Shown;

/**
 * A share as a page writes and draws it, never without its count. Drawn 200 units wide, so that half a percent is one.
 *
 * @param known whether there is anything to draw: neither kept back nor out of nothing
 */
public record ShareLine(
        boolean known,
        boolean kept,
        String count,
        String percent,
        String between,
        String spoken,
        double from,
        double until,
        double at) {

    private static final int WIDTH = 200;
    private static final ShareLine KEPT = empty(true, "kept back");
    private static final ShareLine NONE = empty(false, "none asked");

    public static ShareLine of(@Nullable Shown shown) {
        if (shown == null || !shown.kept() && shown.share().of() == 0) {
            return NONE;
        }
        if (shown.kept()) {
            return KEPT;
        }
        Share share = shown.share();
        Interval interval = share.interval().orElse(new Interval(0, 1));
        String percent = share.percent().orElse(0L) + "%";
        String between = interval.fromPercent() + "% and " + interval.untilPercent() + "%";
        return new ShareLine(
                true,
                false,
                share.count() + " of " + share.of(),
                percent,
                between,
                percent + ", between " + between,
                rounded(interval.from() * WIDTH),
                rounded(interval.until() * WIDTH),
                rounded(share.value().orElse(0) * WIDTH));
    }

    /** 0 to 100, for a bar. */
    public double width() {
        return rounded(at * 100 / WIDTH);
    }

    private static ShareLine empty(boolean kept, String words) {
        return new ShareLine(false, kept, words, "–", "–", words, 0, 0, 0);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
