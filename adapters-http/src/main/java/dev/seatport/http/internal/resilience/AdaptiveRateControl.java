package dev.seatport.http.internal.resilience;

import java.time.Duration;

/**
 * Request rate of one vendor, learnt from its refusals (HTTP 429). Confined to the event loop; times are monotonic nanoseconds.
 *
 * <p>The rate is unlimited until the first refusal. After it, {@link RateRecoveryCurve#search} looks for the limit. Each later refusal
 * cuts the rate to the estimate of {@link SustainableRateEstimator}, from which it recovers.
 *
 * <p>From a cut until the vendor accepts a request again, further refusals are not cuts, and only a few probes are sent.
 */
public final class AdaptiveRateControl {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Also a vendor that refuses everything gets requests, to detect its recovery. */
    private static final double MIN_REQUESTS_PER_SECOND = 0.5;
    /** While the vendor refuses, requests are probes for its recovery. */
    private static final double PROBES_PER_SECOND = 10;
    /** Late timers are made up for by this much, so that the rate holds on average. */
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
     * @param maxRate requests a second that are never exceeded; {@link Double#POSITIVE_INFINITY} for no limit
     * @param now start time; monotonic nanoseconds may be negative
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

    /** Returns the delay until a request may be sent; zero if at once. */
    Duration delayUntilNext(long now) {
        return isUnlimited(now) || nextSlotAt - now <= 0 ? Duration.ZERO : Duration.ofNanos(nextSlotAt - now);
    }

    /** Uses a slot of the rate for a request that is sent now. */
    void onSent(long now) {
        if (!isUnlimited(now)) {
            long slot = now - nextSlotAt > MAX_CATCH_UP_NANOS ? now - MAX_CATCH_UP_NANOS : nextSlotAt;
            nextSlotAt = slot + Math.round(NANOS_PER_SECOND / rate(now));
        }
    }

    private boolean isUnlimited(long now) {
        return rate(now) == Double.POSITIVE_INFINITY;
    }

    /** Counts a request that the vendor did not refuse for the rate, whatever its response. */
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
     * Counts a request that the vendor refused for the rate. Requests sent before the last cut are ignored, because they do not show
     * the effect of the new rate.
     *
     * @param resumeAt when requests may be sent again; the recovery starts then
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

    /** Returns the number of refusals since the last accepted request; 0 for a request sent before the last cut. */
    int consecutiveRefusals(long sentAt) {
        return isStale(sentAt) ? 0 : consecutiveRefusals;
    }

    /** Returns how often the vendor accepted a request after a time of refusals. */
    long recoveries() {
        return recoveries;
    }

    /** Returns for how long the vendor has refused every request; zero if it accepts requests. */
    Duration refusingFor(long now) {
        return accepting ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - refusingSince));
    }

    private boolean isStale(long sentAt) {
        return sentAt - resumesAt < 0;
    }

    /** Returns the requests a second that may be sent now. */
    double rate(long now) {
        return accepting ? allowedRate(now) : Math.min(PROBES_PER_SECOND, allowedRate(now));
    }

    private double allowedRate(long now) {
        double allowed = limitUnknown ? maxRate : curve.rateAfter(Math.max(0, (now - resumesAt) / NANOS_PER_SECOND));
        return Math.min(maxRate, Math.max(MIN_REQUESTS_PER_SECOND, allowed));
    }
}
