package dev.seatport.avepoint;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.testkit.contract.StalledVendor;
import java.time.Duration;
import java.util.function.Supplier;

/** A sandbox that takes calls and does not answer them. Tokens it still gives out. */
final class StalledSandbox implements StalledVendor {
    private final Sandbox sandbox;
    private final Supplier<Integer> calls;
    private final int callsBefore;
    private volatile int connectionsWhileAsked;

    /**
     * One that stalls already.
     *
     * @param calls counts the calls that it was sent so far
     */
    StalledSandbox(Sandbox sandbox, Supplier<Integer> calls) {
        this.sandbox = sandbox;
        this.calls = calls;
        this.callsBefore = calls.get();
    }

    @Override
    public boolean isAsked(Duration patience) throws InterruptedException {
        boolean asked = sandbox.await(() -> calls.get() > callsBefore, patience);
        connectionsWhileAsked = sandbox.openConnections();
        return asked;
    }

    /** The connection of an exchange that is ended can carry no other one. */
    @Override
    public boolean isLeft(Duration patience) throws InterruptedException {
        return sandbox.await(() -> sandbox.openConnections() < connectionsWhileAsked, patience);
    }
}
