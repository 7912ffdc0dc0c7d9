package dev.seatport.http.internal.resilience;

/**
 * What keeps a client from making an outage worse: retries are paid for, successes earn. While a vendor is down, the budget runs
 * out and calls fail at their first attempt, which never has to pay. Lives on one event loop.
 */
public final class RetryBudget {
    private static final int MAX_TOKENS = 100;
    private static final int TRANSIENT_COST = 10;
    private static final int THROTTLED_COST = 5;
    private static final int SUCCESS_CREDIT = 1;

    private int remaining = MAX_TOKENS;

    /** Pays for one retry, if there is enough. */
    boolean tryPay(boolean throttled) {
        int cost = cost(throttled);
        if (remaining < cost) {
            return false;
        }
        remaining -= cost;
        return true;
    }

    /** A retry succeeded: what it cost comes back. */
    void refund(boolean throttled) {
        remaining = Math.min(MAX_TOKENS, remaining + cost(throttled));
    }

    /** A first attempt succeeded. */
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
