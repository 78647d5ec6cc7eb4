package uk.org.kscb.portal.platform.statistics;

/** Between which two shares the truth likely lies, each from 0 to 1. */
public record Interval(double from, double until) {
    public long fromPercent() {
        return Math.round(from * 100);
    }

    public long untilPercent() {
        return Math.round(until * 100);
    }
}
