package uk.org.kscb.portal.referral;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.referral.ReceiptView.ClockView;

/**
 * One page of receipts, newest first. Not counted as a whole: there may be hundreds of thousands.
 *
 * @param desk whether the viewer's agency receives referrals, and so sees those of all agencies
 */
public record ReceiptList(List<Line> lines, Show show, int page, boolean more, boolean desk) {
    public static final int SIZE = 50;

    /** Which receipts. */
    public enum Show {
        WAITING("Waiting for a decision"),
        UNTOLD("Decided, referrer not told"),
        ALL("All");

        private final String words;

        Show(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param neverTold the referrer says so */
    public record Line(
            String reference,
            String agency,
            int level,
            Instant received,
            ClockView hours,
            ClockView day,
            ClockView tell,
            @Nullable Decision decision,
            @Nullable ToldHow toldHow,
            boolean neverTold) {}
}
