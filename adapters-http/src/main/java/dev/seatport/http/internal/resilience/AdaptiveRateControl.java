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
    private static final double NANOS_PER_SECOND = 1e9;
    /** In requests a second: a vendor that refuses everything is still asked. */
    private static final double MIN_REQUESTS_PER_SECOND = 0.5;
    /** In requests a second: how often it is looked whether a vendor that refused takes requests again. */
    private static final double PROBES_PER_SECOND = 10;
    /** How much of the time that timers lose is made good, in nanoseconds. */
    private static final long MAX_CATCH_UP_NANOS = 10_000_000;

    private final double maxRate;
    private final SustainableRateEstimator estimator;
    private boolean limitUnknown = true;
    private RateRecoveryCurve curve = RateRecoveryCurve.search(MIN_REQUESTS_PER_SECOND);
    private boolean accepting = true;
    private long refusingSince;
    private int consecutiveRefusals;
    private long recoveries;
    private long resumesAt;
    private long nextSlotAt;

    /**
     * A rate.
     *
     * @param maxRate requests a second that are never exceeded; {@link Double#POSITIVE_INFINITY} for none
     * @param now when it begins; monotonic nanoseconds may be negative
     */
    public AdaptiveRateControl(double maxRate, long now) {
        if (!(maxRate > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0");
        }
        this.maxRate = maxRate;
        this.estimator = new SustainableRateEstimator(now);
        this.nextSlotAt = now;
        this.resumesAt = now;
    }

    /** How long until a request may be sent; zero for at once. */
    Duration delayUntilNext(long now) {
        return isUnlimited(now) || nextSlotAt - now <= 0 ? Duration.ZERO : Duration.ofNanos(nextSlotAt - now);
    }

    /** A request is sent. Timers that rang late are made good, so that the rate holds on average. */
    void onSent(long now) {
        if (!isUnlimited(now)) {
            long slot = now - nextSlotAt > MAX_CATCH_UP_NANOS ? now - MAX_CATCH_UP_NANOS : nextSlotAt;
            nextSlotAt = slot + Math.round(NANOS_PER_SECOND / rate(now));
        }
    }

    private boolean isUnlimited(long now) {
        return rate(now) == Double.POSITIVE_INFINITY;
    }

    /** The vendor took a request, whatever it answered. */
    void onAccepted(long sentAt) {
        if (!isStale(sentAt)) {
            if (!accepting) {
                recover();
            }
            consecutiveRefusals = 0;
        }
        estimator.onAccepted(sentAt);
    }

    private void recover() {
        accepting = true;
        recoveries++;
        if (estimator.onRecovered(resumesAt)) {
            curve = recoverTo(estimator.rate());
        }
    }

    private RateRecoveryCurve recoverTo(double rate) {
        return RateRecoveryCurve.recovery(
                Math.max(MIN_REQUESTS_PER_SECOND, rate), estimator.cuts(), estimator.windowSeconds());
    }

    /**
     * The vendor refused a request for the rate; requests sent before the last cut say nothing about the rate since.
     *
     * @param resumeAt when anything may be sent again; the climb begins then
     */
    void onRefused(long sentAt, long resumeAt) {
        if (!isStale(sentAt)) {
            consecutiveRefusals++;
            if (accepting) {
                cut(sentAt);
            } else {
                estimator.onStillRefused(sentAt);
            }
        }
        if (resumeAt - resumesAt > 0) {
            resumesAt = resumeAt;
            nextSlotAt = resumeAt;
        }
    }

    private void cut(long sentAt) {
        double rate = estimator.onRefused(sentAt, allowedRate(sentAt), (sentAt - resumesAt) / NANOS_PER_SECOND);
        curve = limitUnknown ? RateRecoveryCurve.search(rate) : recoverTo(rate);
        limitUnknown = false;
        accepting = false;
        refusingSince = sentAt;
    }

    /** How often the vendor refused since it last took a request; 0 if the request was sent before it was known to refuse. */
    int consecutiveRefusals(long sentAt) {
        return isStale(sentAt) ? 0 : consecutiveRefusals;
    }

    /** How often the vendor took a request again after it had refused some. */
    long recoveries() {
        return recoveries;
    }

    /** For how long the vendor refused everything by now; zero if it takes requests. */
    Duration refusingFor(long now) {
        return accepting ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - refusingSince));
    }

    private boolean isStale(long sentAt) {
        return sentAt - resumesAt < 0;
    }

    /** Requests a second that may be sent now. */
    double rate(long now) {
        return accepting ? allowedRate(now) : Math.min(PROBES_PER_SECOND, allowedRate(now));
    }

    private double allowedRate(long now) {
        double allowed = limitUnknown ? maxRate : curve.rateAfter(Math.max(0, (now - resumesAt) / NANOS_PER_SECOND));
        return Math.min(maxRate, Math.max(MIN_REQUESTS_PER_SECOND, allowed));
    }
}
