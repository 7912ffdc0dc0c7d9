package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.faults.FaultPlan;
import java.time.InstantSource;

/** Says what goes wrong with each exchange. Thread-safe. */
public final class Injector {
    private final InstantSource time;
    private volatile Round round;

    /** Nothing goes wrong yet. The time is what rate limits go by. */
    public Injector(InstantSource time) {
        this.time = time;
        this.round = new Round(FaultPlan.none(), time);
    }

    /** The plan that counts now. */
    public FaultPlan plan() {
        return round.plan();
    }

    /** From the next exchange on another plan counts, from its beginning. */
    public void start(FaultPlan plan) {
        round = new Round(plan, time);
    }

    /** What goes wrong with an exchange. Counts it, so to be asked once. */
    public Injection next(Exchange exchange) {
        return round.next(exchange);
    }
}
