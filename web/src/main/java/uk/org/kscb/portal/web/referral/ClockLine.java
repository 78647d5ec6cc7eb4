package uk.org.kscb.portal.web.referral;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.ReceiptView.ClockView;
import uk.org.kscb.portal.referral.ReceiptView.Standing;
import uk.org.kscb.portal.web.shell.Words;

/** A clock as a page shows it: what, until when, how it stands. */
public record ClockLine(String words, String rule, String due, String done, DeliveryStatus glyph, String standing) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    static ClockLine of(ClockView clock) {
        return new ClockLine(
                clock.clock().words(),
                clock.clock().rule(),
                due(clock) + (clock.provisional() ? " (provisional: bank holidays are not loaded that far)" : ""),
                Words.moment(clock.done()),
                glyph(clock.standing()),
                clock.standing().words());
    }

    private static String due(ClockView clock) {
        Instant due = clock.due();
        if (due == null) {
            return "starts with the decision";
        }
        return clock.wholeDay() ? "by the end of " + day(due) : "by " + Words.moment(due);
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "" : DAY.format(moment.atZone(PortalClock.LONDON));
    }

    private static DeliveryStatus glyph(Standing standing) {
        return switch (standing) {
            case IN_TIME -> DeliveryStatus.ON_TRACK;
            case LATE, OVER -> DeliveryStatus.LATE;
            case RUNNING, WAITING -> DeliveryStatus.NOT_STARTED;
        };
    }
}
