package dev.seatport.sandbox.exchange;

import java.time.Duration;

/**
 * How an endpoint is to misunderstand one call. A plan of faults says so; the caller cannot.
 *
 * @param pageShift how many rows were inserted (or, below zero, removed) before the page since the pages before it were read
 * @param firstPage whether the rows of the first page are served whatever page is asked for
 * @param tokenCalls after how many calls a token issued now dies; {@link #UNLIMITED} for as many as its time allows
 * @param tokenLoss how much earlier than announced a token issued now dies
 */
public record Twist(int pageShift, boolean firstPage, int tokenCalls, Duration tokenLoss) {
    /** No end to the calls of a token. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Nothing is misunderstood. */
    public static final Twist NONE = new Twist(0, false, UNLIMITED, Duration.ZERO);

    /** This one, with more rows inserted or removed. */
    public Twist shifted(int rows) {
        return new Twist(pageShift + rows, firstPage, tokenCalls, tokenLoss);
    }

    /** This one, with the first page for every page. */
    public Twist onFirstPage() {
        return new Twist(pageShift, true, tokenCalls, tokenLoss);
    }

    /** This one, with tokens that die after some calls. */
    public Twist tokenDiesAfter(int calls) {
        return new Twist(pageShift, firstPage, Math.min(tokenCalls, calls), tokenLoss);
    }

    /** This one, with tokens that die early. */
    public Twist tokenDiesEarly(Duration loss) {
        return new Twist(pageShift, firstPage, tokenCalls, tokenLoss.plus(loss));
    }
}
