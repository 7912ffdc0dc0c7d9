package dev.seatport.http.internal.rate;

import java.time.Duration;

/**
 * How many requests a second a vendor takes, learnt from its refusals. Nothing is limited until the first one. Then the rate that
 * was accepted in the second before is what is believed to hold: we fall well below it, come back to just under it within a second,
 * and go beyond it only slowly, in the way of CUBIC (RFC 9438): flat around the rate that held, steeper the longer nothing
 * is refused. The first refusal says little, because what was accepted before it is what happened to be asked: after that one,
 * the rate doubles every second until the next. Lives on one event loop; times are monotonic nanoseconds.
 */
public final class AdaptiveRate {
    private static final double NANOS = 1e9;
    /** How far a refusal throws us back. */
    private static final double FALL = 0.7;
    /** How far below the rate that held the slow approach begins. */
    private static final double MARGIN = 0.03;
    /** How long the way back to just under the rate that held takes, in seconds. */
    private static final double RECOVERY = 1;
    /** How long the slow approach takes, in seconds. */
    private static final double APPROACH = 10;
    /** The same while few refusals are known, and what they told is little more than a guess. */
    private static final double EARLY_APPROACH = 3;
    /** In requests a second: the first refusal may come before anything was accepted. */
    private static final double FIRST_GUESS = 30;
    /** What was taken before a refusal is a little more than what holds: the vendor had some room left. */
    private static final double CAUTION = 0.95;
    /** How many refusals are few. */
    private static final int FEW_CUTS = 3;
    /** In requests a second: a vendor that refuses everything is still asked. */
    private static final double FLOOR = 0.5;

    /** How much of the time that timers lose is made good, in nanoseconds. */
    private static final long LATENESS = 10_000_000;

    private final double ceiling;
    private final AcceptedRate accepted;
    private int cuts;
    private long closed;
    private double held;
    private long cutAt;
    private long nextSlot;

    /**
     * A rate.
     *
     * @param ceiling requests a second that are never exceeded; {@link Double#POSITIVE_INFINITY} for none
     * @param now when it begins; monotonic nanoseconds may be negative
     */
    public AdaptiveRate(double ceiling, long now) {
        if (!(ceiling > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0");
        }
        this.ceiling = ceiling;
        this.accepted = new AcceptedRate(now);
        this.nextSlot = now;
        this.cutAt = now;
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
    void accepted(long now) {
        accepted.count(open(now));
    }

    /**
     * The vendor refused a request for the rate; requests sent before the last cut say nothing about the rate since.
     *
     * @param until when anything may be sent again; the way back begins then
     */
    void refused(long sentAt, long now, long until) {
        double measured = Math.max(accepted.perSecond(open(now)), FLOOR);
        double before = rate(now);
        boolean late = sentAt - cutAt < 0;
        closed += Math.max(0, until - Math.max(now, cutAt));
        cutAt = Math.max(cutAt, until);
        nextSlot = cutAt;
        if (!late) {
            held = cuts == 0
                    ? Math.min(ceiling, Math.max(measured, FIRST_GUESS))
                    : CAUTION * Math.min(measured, before);
            cuts++;
        }
    }

    /** The time, without the times in which nothing could be sent. */
    private long open(long now) {
        return now - closed + Math.max(0, cutAt - now);
    }

    /** Requests a second that may be sent now. */
    double rate(long now) {
        if (cuts == 0) {
            return ceiling;
        }
        double since = Math.max(0, (now - cutAt) / NANOS);
        double allowed = since < RECOVERY ? recovering(since) : beyond(since - RECOVERY);
        return Math.min(ceiling, Math.max(FLOOR, allowed));
    }

    private double recovering(double since) {
        return held * (FALL + (1 - MARGIN - FALL) * since / RECOVERY);
    }

    private double beyond(double since) {
        return cuts == 1 ? held * (1 - MARGIN) * Math.pow(2, since) : approaching(since);
    }

    private double approaching(double since) {
        double approach = cuts <= FEW_CUTS ? EARLY_APPROACH : APPROACH;
        double way = (since - approach) / approach;
        return held * (1 + MARGIN * way * way * way);
    }
}
