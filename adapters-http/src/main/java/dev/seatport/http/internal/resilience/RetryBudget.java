package dev.seatport.http.internal.resilience;

/**
 * What keeps a client from making an outage worse: retries are paid for, successes earn. While a vendor is down, the budget runs
 * out and calls fail at their first attempt, which never has to pay. Lives on one event loop.
 */
public final class RetryBudget {
    private static final int FULL = 100;
    private static final int TRANSIENT = 10;
    private static final int THROTTLED = 5;
    private static final int EARNED = 1;

    private int left = FULL;

    /** Pays for one retry, if there is enough. */
    boolean pay(boolean throttled) {
        int price = price(throttled);
        if (left < price) {
            return false;
        }
        left -= price;
        return true;
    }

    /** A retry succeeded: what it cost comes back. */
    void refund(boolean throttled) {
        left = Math.min(FULL, left + price(throttled));
    }

    /** A first attempt succeeded. */
    void earn() {
        left = Math.min(FULL, left + EARNED);
    }

    int left() {
        return left;
    }

    private static int price(boolean throttled) {
        return throttled ? THROTTLED : TRANSIENT;
    }
}
