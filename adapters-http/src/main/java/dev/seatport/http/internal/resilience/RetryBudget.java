package dev.seatport.http.internal.resilience;

/**
 * Token bucket that limits retries during an outage: retries cost tokens, successful calls earn them. Without tokens, calls fail at
 * their first attempt, which is always free. Confined to the event loop.
 */
public final class RetryBudget {
    private static final int MAX_TOKENS = 100;
    private static final int TRANSIENT_COST = 10;
    private static final int THROTTLED_COST = 5;
    private static final int SUCCESS_CREDIT = 1;

    private int remaining = MAX_TOKENS;

    /**
     * Takes the cost of one retry.
     *
     * @return false if too few tokens are left
     */
    boolean tryPay(boolean throttled) {
        int cost = cost(throttled);
        if (remaining < cost) {
            return false;
        }
        remaining -= cost;
        return true;
    }

    /** Returns the cost of a successful retry. */
    void refund(boolean throttled) {
        remaining = Math.min(MAX_TOKENS, remaining + cost(throttled));
    }

    /** Earns for a successful first attempt. */
    void credit() {
        remaining = Math.min(MAX_TOKENS, remaining + SUCCESS_CREDIT);
    }

    int remaining() {
        return remaining;
    }

    private static int cost(boolean throttled) {
        return throttled ? THROTTLED_COST : TRANSIENT_COST;
    }
}
