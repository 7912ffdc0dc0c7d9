package dev.seatport.sandbox.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * Faults of the simulated vendors. Immutable; each method returns a copy. All faults that match a request apply together. Some faults
 * decide the outcome: a status, a rate limit, a broken or replaced response. Of those only the first in the plan applies.
 *
 * <p>A fault with a share is drawn from the seed, its position in the plan, the request and the number of that request's calls. The
 * request is its method, path, query and body, at Graph also the tenant of its token. Other requests have no influence, so a run is
 * repeatable even with concurrent calls.
 *
 * <p>The text form is a list of items, separated by semicolons:
 *
 * <pre>{@code
 * plan     = [ item { ";" item } ]
 * item     = "seed=" number | "in-a-row=" count | fault
 * fault    = word [ "=" value ] { ( ":" | "," ) option }       the colon stands once, before the first option
 * option   = name "=" value                                    a value without a name belongs to the fault: limit:50/s
 * value    = text without , and ; | '"' any text, with \" and \\ '"'
 *
 * latency=20ms   latency=10ms..200ms       delayed responses
 * 429   503      any status, 200 to 599    options retry-after, location
 * limit=50/s     a rate limit per vendor   options burst, retry-after
 * reset   close   stall                    options at, body, in (default at=0; for stall in=body)
 * truncate   cut   open-chunks   bad-chunk option  body (default in=body)
 * drip=50ms      one byte each 50 ms       options at, body, in (default body=0)
 * json-cut   html   empty   body="text"    other bodies; json-cut has the option body
 * drift=WORD     new-field, missing-field, null, number-as-string, string-as-number, unknown-code, renamed-key; option field
 * shift=+1   shift=-1   total=+3   total=-3   duplicate-row   empty-page   same-page
 * token-dies=3calls   token-dies=10s       tokens expire after 3 calls; 10 s earlier than announced
 * expires-in=absent   expires-in=string   expires-in=-1   expires-in="soon"     (a JSON value; quoted text is a JSON string)
 * }</pre>
 *
 * <p>Offsets: {@code at=100} counts bytes of the response, {@code body=100} bytes of its body. {@code in=head} and {@code in=body} are
 * the middle of either. {@code retry-after} is sent as given, {@code date+5s} and {@code date-5s} as an HTTP date. It may occur twice.
 * Durations are whole numbers with {@code ms}, {@code s} or {@code m}.
 *
 * <p>Options of every fault select requests: {@code path=tenant-seats+licenses} (customers, tenant-seats, product-seats, licenses,
 * subscriptions, token, other), {@code vendor=avepoint}, {@code c3} or {@code graph}, {@code customer=ID}, {@code page=2}, {@code
 * page=2..} or {@code page=2..5}, {@code share=0.1}, {@code next=3}, {@code in-a-row=2}.
 *
 * @param faults faults in the order in which they were added
 * @param seed seed of all random choices
 * @param atMostInARow {@link RequestMatcher#inARow()} for faults that have a share and no limit; 0 for no limit
 */
public record FaultPlan(List<Fault> faults, long seed, int atMostInARow) {
    private static final FaultPlan NONE = new FaultPlan(List.of(), 1, 0);

    /** Copies the faults. */
    public FaultPlan {
        ArgumentChecks.checkMin("calls in a row", atMostInARow, 0);
        faults = List.copyOf(faults);
    }

    /** Returns a plan without faults, with seed 1. */
    public static FaultPlan none() {
        return NONE;
    }

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException with a message of one line that names the allowed values, if the text is invalid
     */
    public static FaultPlan parse(String text) {
        return FaultSyntax.parse(text);
    }

    /** Adds a fault. */
    public FaultPlan with(Fault fault) {
        return new FaultPlan(Stream.concat(faults.stream(), Stream.of(fault)).toList(), seed, atMostInARow);
    }

    /** Sets the seed. */
    public FaultPlan withSeed(long value) {
        return new FaultPlan(faults, value, atMostInARow);
    }

    /** Sets the limit of faults with a share: see {@link RequestMatcher#atMostInARow(int)}. */
    public FaultPlan withAtMostInARow(int value) {
        return new FaultPlan(faults, seed, value);
    }

    /** Returns how many consecutive calls of one request a fault may apply to; 0 for no limit. */
    public int inARow(Fault fault) {
        RequestMatcher matcher = fault.matcher();
        return matcher.inARow() == 0 && matcher.share() < 1 ? atMostInARow : matcher.inARow();
    }
}
