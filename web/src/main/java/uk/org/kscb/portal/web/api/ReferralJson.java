package uk.org.kscb.portal.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.referral.ReceiptList;
import uk.org.kscb.portal.referral.ReceiptView;
import uk.org.kscb.portal.referral.ReferralMeasures;

/** The shape of referral receipts and their measures in the API. */
final class ReferralJson {
    private ReferralJson() {}

    public record Line(
            String reference,
            String agency,
            int level,
            Instant received,
            @Nullable String decision,
            boolean neverTold,
            List<Clock> clocks) {
        static Line of(ReceiptList.Line l) {
            return new Line(
                    l.reference(),
                    l.agency(),
                    l.level(),
                    l.received(),
                    l.decision() == null ? null : Slug.of(l.decision()),
                    l.neverTold(),
                    List.of(Clock.of(l.hours()), Clock.of(l.day()), Clock.of(l.tell())));
        }
    }

    public record Clock(
            String clock,
            @Nullable Instant due,
            boolean wholeDay,
            boolean provisional,
            @Nullable Instant done,
            String standing) {
        static Clock of(ReceiptView.ClockView c) {
            return new Clock(
                    Slug.of(c.clock()), c.due(), c.wholeDay(), c.provisional(), c.done(), Slug.of(c.standing()));
        }
    }

    public record Receipt(
            String reference,
            String agency,
            String post,
            int level,
            boolean significantHarm,
            String consent,
            @Nullable Integer edition,
            Instant received,
            @Nullable Instant acknowledged,
            @Nullable Instant decided,
            @Nullable String decision,
            @Nullable Instant told,
            @Nullable String toldHow,
            @Nullable Instant neverTold,
            List<Clock> clocks,
            List<Event> events) {
        static Receipt of(ReceiptView r) {
            return new Receipt(
                    r.reference(),
                    r.agencyCode(),
                    Slug.of(r.post()),
                    r.level(),
                    r.significantHarm(),
                    Slug.of(r.consent()),
                    r.edition(),
                    r.received(),
                    r.acknowledged(),
                    r.decided(),
                    r.decision() == null ? null : Slug.of(r.decision()),
                    r.told(),
                    r.toldHow() == null ? null : Slug.of(r.toldHow()),
                    r.neverTold(),
                    r.clocks().stream().map(Clock::of).toList(),
                    r.events().stream().map(Event::of).toList());
        }
    }

    public record Event(String kind, @Nullable String detail, Instant at, Instant recorded, String by) {
        static Event of(ReceiptView.Event e) {
            return new Event(Slug.of(e.kind()), e.detail().orElse(null), e.at(), e.recorded(), e.by());
        }
    }

    /** @param agency code; empty for all agencies together */
    public record Measure(
            String month,
            String agency,
            @Nullable Long received,
            @Nullable Fraction inHours,
            @Nullable Fraction inDay,
            @Nullable Fraction told,
            @Nullable Long neverTold) {
        static Measure of(ReferralMeasures.Month m, ReferralMeasures.Row r) {
            return new Measure(
                    m.month().toString(),
                    r.code(),
                    r.received().count().orElse(null),
                    Fraction.of(r.inHours()),
                    Fraction.of(r.inDay()),
                    Fraction.of(r.told()),
                    r.neverTold().count().orElse(null));
        }
    }

    public record Fraction(long count, long of) {
        static @Nullable Fraction of(ReferralMeasures.Cell cell) {
            return cell.share().map(Fraction::of).orElse(null);
        }

        private static Fraction of(Share share) {
            return new Fraction(share.count(), share.of());
        }
    }
}
