package dev.seatport.http.internal.resilience;

import java.time.Duration;

/**
 * How many requests a second a vendor takes, learnt from its refusals. Nothing is limited until the first one, which says little: it
 * may have nothing to do with the rate, and what was taken before it is what happened to be asked. After it the rate is searched
 * for; each later refusal cuts it to what is believed to hold, from where it climbs again. Between a cut and the first request that
 * is taken again, refusals say only that the vendor is still closed, and little is sent. Lives on one event loop; times are
 * monotonic nanoseconds.
 */
public final class AdaptiveRateControl {
    private static final double NANOS = 1e9;
    /** In requests a second: a vendor that refuses everything is still asked. */
    private static final double FLOOR = 0.5;
    /** In requests a second: how often it is looked whether a vendor that refused takes requests again. */
    private static final double PROBES = 10;
    /** How much of the time that timers lose is made good, in nanoseconds. */
    private static final long LATENESS = 10_000_000;

    private final double ceiling;
    private final SustainableRateEstimator held;
    private boolean unknown = true;
    private RateRecoveryCurve rateRecoveryCurve = RateRecoveryCurve.search(FLOOR);
    private boolean open = true;
    private long closedAt;
    private int refusalsInARow;
    private long openings;
    private long opensAt;
    private long nextSlot;

    /**
     * A rate.
     *
     * @param ceiling requests a second that are never exceeded; {@link Double#POSITIVE_INFINITY} for none
     * @param now when it begins; monotonic nanoseconds may be negative
     */
    public AdaptiveRateControl(double ceiling, long now) {
        if (!(ceiling > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0");
        }
        this.ceiling = ceiling;
        this.held = new SustainableRateEstimator(now);
        this.nextSlot = now;
        this.opensAt = now;
    }

    /** How long until a request may be sent; zero for at once. */
    Duration next(long now) {
        return unlimited(now) || nextSlot - now <= 0 ? Duration.ZERO : Duration.ofNanos(nextSlot - now);
    }

    /** A request is sent. Timers that rang late are made good, so that the rate holds on average. */
    void sent(long now) {
        if (!unlimited(now)) {
            long slot = now - nextSlot > LATENESS ? now - LATENESS : nextSlot;
            nextSlot = slot + Math.round(NANOS / rate(now));
        }
    }

    private boolean unlimited(long now) {
        return rate(now) == Double.POSITIVE_INFINITY;
    }

    /** The vendor took a request, whatever it answered. */
    void accepted(long sentAt) {
        if (!late(sentAt)) {
            if (!open) {
                open();
            }
            refusalsInARow = 0;
        }
        held.accepted(sentAt);
    }

    private void open() {
        open = true;
        openings++;
        if (held.opened(opensAt)) {
            rateRecoveryCurve = climbBack(held.held());
        }
    }

    private RateRecoveryCurve climbBack(double rate) {
        return RateRecoveryCurve.backTo(Math.max(FLOOR, rate), held.cuts(), held.window());
    }

    /**
     * The vendor refused a request for the rate; requests sent before the last cut say nothing about the rate since.
     *
     * @param until when anything may be sent again; the climb begins then
     */
    void refused(long sentAt, long until) {
        if (!late(sentAt)) {
            refusalsInARow++;
            if (open) {
                cut(sentAt);
            } else {
                held.stillRefused(sentAt);
            }
        }
        if (until - opensAt > 0) {
            opensAt = until;
            nextSlot = until;
        }
    }

    private void cut(long sentAt) {
        double rate = held.cut(sentAt, climbed(sentAt), (sentAt - opensAt) / NANOS);
        rateRecoveryCurve = unknown ? RateRecoveryCurve.search(rate) : climbBack(rate);
        unknown = false;
        open = false;
        closedAt = sentAt;
    }

    /** How often the vendor refused since it last took a request; 0 if the request was sent before it was known to refuse. */
    int refusalsInARow(long sentAt) {
        return late(sentAt) ? 0 : refusalsInARow;
    }

    /** How often the vendor took a request again after it had refused some. */
    long openings() {
        return openings;
    }

    /** For how long the vendor refused everything by now; zero if it takes requests. */
    Duration refusingFor(long now) {
        return open ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - closedAt));
    }

    private boolean late(long sentAt) {
        return sentAt - opensAt < 0;
    }

    /** Requests a second that may be sent now. */
    double rate(long now) {
        return open ? climbed(now) : Math.min(PROBES, climbed(now));
    }

    private double climbed(long now) {
        double allowed = unknown ? ceiling : rateRecoveryCurve.rate(Math.max(0, (now - opensAt) / NANOS));
        return Math.min(ceiling, Math.max(FLOOR, allowed));
    }
}
