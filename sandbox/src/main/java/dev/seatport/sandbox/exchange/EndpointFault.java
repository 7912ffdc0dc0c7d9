package dev.seatport.sandbox.exchange;

import java.time.Duration;

/**
 * The way in which an endpoint misunderstands one request. A plan of faults decides it; the caller cannot.
 *
 * @param pageShift how many rows were inserted (or, below zero, removed) before the page since the pages before it were read
 * @param firstPage whether the rows of the first page are served whatever page is asked for
 * @param tokenCalls after how many calls a token issued now dies; {@link #UNLIMITED} for as many as its time allows
 * @param tokenLoss how much earlier than announced a token issued now dies
 */
public record EndpointFault(int pageShift, boolean firstPage, int tokenCalls, Duration tokenLoss) {
    /** No end to the calls of a token. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Nothing is misunderstood. */
    public static final EndpointFault NONE = new EndpointFault(0, false, UNLIMITED, Duration.ZERO);

    /** This one, with more rows inserted or removed. */
    public EndpointFault shifted(int rows) {
        return new EndpointFault(pageShift + rows, firstPage, tokenCalls, tokenLoss);
    }

    /** This one, with the first page for every page. */
    public EndpointFault onFirstPage() {
        return new EndpointFault(pageShift, true, tokenCalls, tokenLoss);
    }

    /** This one, with tokens that die after some calls, or early. */
    public EndpointFault withTokenDeath(int calls, Duration loss) {
        return new EndpointFault(pageShift, firstPage, Math.min(tokenCalls, calls), tokenLoss.plus(loss));
    }
}
