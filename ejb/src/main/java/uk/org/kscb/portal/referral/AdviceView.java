package uk.org.kscb.portal.referral;

import java.time.Instant;
import java.util.List;

/**
 * Requests for advice that the viewer may see, newest first, at most 100.
 *
 * @param desk whether the viewer's agency answers them
 */
public record AdviceView(List<Line> lines, boolean desk) {

    /** @param asker the colleague to phone back */
    public record Line(
            String reference,
            String agency,
            String asker,
            District district,
            AdviceTheme theme,
            Instant asked,
            ReceiptView.ClockView clock) {}
}
