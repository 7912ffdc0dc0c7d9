package dev.seatport.sandbox.exchange;

/**
 * Use of a rate limit at one request.
 *
 * @param share used share of the limit, 0 to 1; 0 also without a limit
 * @param ofOneCustomer whether the limit applies to the requests for one customer, not to all requests of the client
 */
public record RateLimitUse(double share, boolean ofOneCustomer) {
    /** No limit. */
    public static final RateLimitUse NONE = new RateLimitUse(0, false);
}
