package dev.seatport.sandbox.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the simulated vendors do wrong. Immutable: each method gives a copy. All faults that fit an exchange work together, but of those
 * that decide its outcome (a status, a rate limit, a broken or replaced answer) the first in the plan that strikes.
 *
 * <p>Whether a fault with a share strikes follows from the seed, the fault's place in the plan, the request (method, path, query, body)
 * and how often that request came, but not from what else goes on: so a run repeats, even with calls at once.
 *
 * <p>The text form is a list of items, separated by semicolons:
 *
 * <pre>{@code
 * plan     = [ item { ";" item } ]
 * item     = "seed=" number | "in-a-row=" count | fault
 * fault    = word [ "=" value ] { ( ":" | "," ) option }       the colon stands once, before the first option
 * option   = name "=" value                                    a value alone is taken as the fault's: limit:50/s
 * value    = text without , and ; | '"' any text, with \" and \\ '"'
 *
 * latency=20ms   latency=10ms..200ms       answers wait
 * 429   503      any status, 200 to 599    options retry-after, location
 * limit=50/s     a rate limit per vendor   options burst, retry-after
 * reset   close   stall                    options at, body, in (at=0 unless told; stall in=body)
 * truncate   cut   open-chunks   bad-chunk option  body (in=body unless told)
 * drip=50ms      one byte each 50 ms       options at, body, in (body=0 unless told)
 * json-cut   html   empty   body="text"    other bodies; json-cut takes body
 * drift=WORD     new-field, missing-field, null, number-as-string, string-as-number, unknown-code, renamed-key; option field
 * shift=+1   shift=-1   total=+3   total=-3   duplicate-row   empty-page   same-page
 * token-dies=3calls   token-dies=10s       after so many calls; so much early
 * expires-in=absent   expires-in=string   expires-in=-1   expires-in="soon"     (a JSON value, a quoted text is a JSON string)
 * }</pre>
 *
 * <p>Places: {@code at=100} after so many bytes of the answer, {@code body=100} of its body, {@code in=head} or {@code in=body} in the
 * middle of either. {@code retry-after} is written as given, {@code date+5s} and {@code date-5s} as an HTTP date, and may stand twice.
 * Durations are whole numbers with {@code ms}, {@code s} or {@code m}.
 *
 * <p>Options of every fault, to aim it: {@code path=tenant-seats+licenses} (customers, tenant-seats, product-seats, licenses, token,
 * other), {@code vendor=avepoint} or {@code c3}, {@code customer=ID}, {@code page=2}, {@code page=2..} or {@code page=2..5}, {@code
 * share=0.1}, {@code next=3}, {@code in-a-row=2}.
 *
 * @param faults the faults, in the order in which they were added
 * @param seed what chance is drawn from
 * @param atMostInARow {@link RequestMatcher#inARow()} of the faults with a share that do not say it themselves; 0 for no end
 */
public record FaultPlan(List<Fault> faults, long seed, int atMostInARow) {
    private static final FaultPlan NONE = new FaultPlan(List.of(), 1, 0);

    /** Copies the faults. */
    public FaultPlan {
        Preconditions.checkMin("the calls in a row", atMostInARow, 0);
        faults = List.copyOf(faults);
    }

    /** A plan without faults, with seed 1. */
    public static FaultPlan none() {
        return NONE;
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException with one line that names what is legal, when the text is not of that form
     */
    public static FaultPlan parse(String text) {
        return FaultSyntax.parse(text);
    }

    /** This plan with one fault more. */
    public FaultPlan with(Fault fault) {
        return new FaultPlan(Stream.concat(faults.stream(), Stream.of(fault)).toList(), seed, atMostInARow);
    }

    /** This plan with other chances. */
    public FaultPlan withSeed(long value) {
        return new FaultPlan(faults, value, atMostInARow);
    }

    /** This plan with a limit for its faults with a share: see {@link RequestMatcher#atMostInARow(int)}. */
    public FaultPlan withAtMostInARow(int value) {
        return new FaultPlan(faults, seed, value);
    }

    /** How many calls of one request a fault of this plan may strike in a row; 0 for no end. */
    public int inARow(Fault fault) {
        RequestMatcher matcher = fault.matcher();
        return matcher.inARow() == 0 && matcher.share() < 1 ? atMostInARow : matcher.inARow();
    }
}
