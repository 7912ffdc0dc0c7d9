package dev.seatport.sandbox.exchange;

import java.time.Duration;

/**
 * Fault inside an endpoint: the endpoint handles one request incorrectly. The fault plan decides it.
 *
 * @param pageShift rows inserted (negative: removed) before the page since the earlier pages were sent
 * @param alwaysFirstPage whether the rows of page 1 are sent for every page
 * @param maxTokenCalls calls after which a new token expires; {@link #UNLIMITED} if only time counts
 * @param earlyTokenExpiry how much earlier than announced a new token expires
 */
public record RequestHandlingFault(
        int pageShift, boolean alwaysFirstPage, int maxTokenCalls, Duration earlyTokenExpiry) {
    /** No limit on the calls with a token. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** No fault. */
    public static final RequestHandlingFault NONE = new RequestHandlingFault(0, false, UNLIMITED, Duration.ZERO);

    /** Adds inserted or removed rows. */
    public RequestHandlingFault withPageShift(int rows) {
        return new RequestHandlingFault(pageShift + rows, alwaysFirstPage, maxTokenCalls, earlyTokenExpiry);
    }

    /** Sends the first page for every page. */
    public RequestHandlingFault withFirstPageOnly() {
        return new RequestHandlingFault(pageShift, true, maxTokenCalls, earlyTokenExpiry);
    }

    /** Expires new tokens after a number of calls, or early. */
    public RequestHandlingFault withTokenLimits(int calls, Duration early) {
        return new RequestHandlingFault(
                pageShift, alwaysFirstPage, Math.min(maxTokenCalls, calls), earlyTokenExpiry.plus(early));
    }
}
