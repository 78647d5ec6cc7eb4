package uk.org.kscb.portal.platform.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * So many of so many, which is how a share from a sample is always shown.
 *
 * @param count those that count, 0 to {@code of}
 * @param of all that were asked; 0 when nothing could be asked, and then there is no share
 */
public record Share(long count, long of) {
    /** Fewer than this many, and one agency's share is not set beside another's (BRIEF 4.6). */
    public static final int COMPARABLE = 20;

    private static final double ERROR_RATE = 0.05;

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    public OptionalDouble value() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / of);
    }

    /** In whole percent; empty when nothing was asked. */
    public Optional<Long> percent() {
        return of == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * count / of));
    }

    /** The 95 % Wilson interval (BRIEF 4.6); empty when nothing was asked. */
    public Optional<Interval> interval() {
        if (of == 0) {
            return Optional.empty();
        }
        var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(of), Math.toIntExact(count), ERROR_RATE);
        return Optional.of(new Interval(wilson.getLowerBound(), wilson.getUpperBound()));
    }

    public boolean comparable() {
        return of >= COMPARABLE;
    }

    public Share plus(Share other) {
        return new Share(count + other.count, of + other.of);
    }
}
