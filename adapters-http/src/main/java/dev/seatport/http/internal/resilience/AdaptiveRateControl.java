package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.scheduling.Scheduler;
import java.time.Duration;

/**
 * Request rate of one vendor, learnt from its refusals (see {@link RateLimiter}). Confined to the event loop. Times are values of
 * {@link Scheduler#nanoTime}.
 *
 * <p>Until the first refusal, the rate is the configured maximum. The first refusal cuts the rate and starts a {@link
 * RateRecoveryCurve#search} for the vendor's limit. Each later refusal cuts the rate to a fraction of the estimate of {@link
 * SustainableRateEstimator}. After the pause, the rate rises to the estimate and then beyond it.
 *
 * <p>A vendor may announce that its limit is nearly used up. {@link AnnouncedLimit} then lowers the rate for some seconds.
 *
 * <p>From a cut until the vendor accepts a request again, further refusals cause no cut. In that time, at most ten requests per second
 * are sent. These requests are probes, which detect that the vendor accepts again.
 */
public final class AdaptiveRateControl {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Requests per second. Even if the vendor refuses every request, some are sent to detect that it accepts again. */
    private static final double MIN_REQUESTS_PER_SECOND = 0.5;
    /** Limits the requests per second while the vendor refuses. */
    private static final double MAX_PROBES_PER_SECOND = 10;
    /** Maximum delay that later requests may catch up. Timers fire late; catching up keeps the average rate. */
    private static final long MAX_CATCH_UP_NANOS = 10_000_000;

    private final double maxRate;
    private final SustainableRateEstimator estimator;
    private final AnnouncedLimit announcedLimit = new AnnouncedLimit();
    private boolean neverRefused = true;
    /** Placeholder until the first refusal, which replaces it before its first use. */
    private RateRecoveryCurve curve = RateRecoveryCurve.search(MIN_REQUESTS_PER_SECOND);

    private boolean accepting = true;
    private long refusingSince;
    private int consecutiveRefusals;
    private long acceptedAgainCount;
    private long pauseEndsAt;
    private long nextSendAt;

    /**
     * @param maxRate maximum rate in requests per second; {@link Double#POSITIVE_INFINITY} for no limit
     * @param now start time; monotonic nanoseconds may be negative
     */
    public AdaptiveRateControl(double maxRate, long now) {
        if (!(maxRate > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0");
        }
        this.maxRate = maxRate;
        this.estimator = new SustainableRateEstimator(now);
        this.nextSendAt = now;
        this.pauseEndsAt = now;
    }

    /** Returns the delay until a request may be sent; zero if at once. */
    Duration delayUntilNext(long now) {
        return isUnlimited(now) || nextSendAt - now <= 0 ? Duration.ZERO : Duration.ofNanos(nextSendAt - now);
    }

    /** Records a request that is sent now, and moves the next send time by one interval. */
    void onSent(long now) {
        if (!isUnlimited(now)) {
            long scheduledAt = now - nextSendAt > MAX_CATCH_UP_NANOS ? now - MAX_CATCH_UP_NANOS : nextSendAt;
            nextSendAt = scheduledAt + Math.round(NANOS_PER_SECOND / currentRate(now));
        }
    }

    private boolean isUnlimited(long now) {
        return currentRate(now) == Double.POSITIVE_INFINITY;
    }

    /** Records a request whose response was not HTTP 429. Other errors, such as HTTP 500, count as accepted, too. */
    void onAccepted(long sentAt) {
        if (!isSentBeforePauseEnd(sentAt)) {
            if (!accepting) {
                onAcceptedAgain();
            }
            consecutiveRefusals = 0;
        }
        estimator.onAccepted(sentAt);
    }

    /** Records that the vendor's limit is nearly used up, and lowers the rate for some seconds. */
    void onAnnounced(double usedFraction, long now) {
        announcedLimit.announce(usedFraction, estimator.recentRate(now), now);
    }

    private void onAcceptedAgain() {
        accepting = true;
        acceptedAgainCount++;
        if (estimator.onAcceptedAgain(pauseEndsAt)) {
            curve = recoveryCurve(estimator.rate());
        }
    }

    private RateRecoveryCurve recoveryCurve(double rate) {
        return RateRecoveryCurve.recovery(
                Math.max(MIN_REQUESTS_PER_SECOND, rate), estimator.cuts(), estimator.windowSeconds());
    }

    /**
     * Records a refused request. A request that was sent before the end of the latest pause only extends the pause. It changes neither
     * rate nor count, because it does not show the effect of the new rate.
     *
     * @param requestedResumeAt end of the pause that this refusal requests; the rate rises from then on
     */
    void onRefused(long sentAt, long requestedResumeAt) {
        if (!isSentBeforePauseEnd(sentAt)) {
            consecutiveRefusals++;
            if (accepting) {
                cut(sentAt);
            } else {
                estimator.onStillRefused(sentAt);
            }
        }
        if (requestedResumeAt - pauseEndsAt > 0) {
            pauseEndsAt = requestedResumeAt;
            nextSendAt = requestedResumeAt;
        }
    }

    private void cut(long sentAt) {
        double rate =
                estimator.onRefused(sentAt, rateWithoutProbeLimit(sentAt), (sentAt - pauseEndsAt) / NANOS_PER_SECOND);
        curve = neverRefused ? RateRecoveryCurve.search(rate) : recoveryCurve(rate);
        neverRefused = false;
        accepting = false;
        refusingSince = sentAt;
    }

    /**
     * Returns the number of refusals since the last accepted request. Requests sent before the end of a pause are not counted.
     *
     * @return 0 if {@code sentAt} is before the end of the latest pause
     */
    int consecutiveRefusals(long sentAt) {
        return isSentBeforePauseEnd(sentAt) ? 0 : consecutiveRefusals;
    }

    /** Returns the number of times that the vendor accepted requests again after refusals. */
    long acceptedAgainCount() {
        return acceptedAgainCount;
    }

    /** Returns the time since the vendor began to refuse every request; zero if it accepts requests. */
    Duration refusalDuration(long now) {
        return accepting ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - refusingSince));
    }

    private boolean isSentBeforePauseEnd(long sentAt) {
        return sentAt - pauseEndsAt < 0;
    }

    /** Returns the requests per second that may be sent at {@code now}. */
    double currentRate(long now) {
        double rate = Math.min(rateWithoutProbeLimit(now), announcedLimit.rate(now));
        return accepting ? rate : Math.min(MAX_PROBES_PER_SECOND, rate);
    }

    private double rateWithoutProbeLimit(long now) {
        double allowed = neverRefused ? maxRate : curve.rateAfter(Math.max(0, (now - pauseEndsAt) / NANOS_PER_SECOND));
        return Math.min(maxRate, Math.max(MIN_REQUESTS_PER_SECOND, allowed));
    }
}
