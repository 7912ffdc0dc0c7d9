package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Active fault plan with its counters. Thread-safe. */
public final class ActiveFaultPlan {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Calls of one request. */
    private static final class CallCounters {
        private long calls;
        private int faultsInARow;
    }

    private final FaultPlan plan;
    private final List<ActiveFault> faults = new ArrayList<>();
    private final Map<String, CallCounters> histories = new ConcurrentHashMap<>();

    /**
     * Starts a plan with all counters at zero.
     *
     * @param time clock of its rate limits
     */
    public ActiveFaultPlan(FaultPlan plan, InstantSource time) {
        this.plan = plan;
        for (Fault fault : plan.faults()) {
            faults.add(new ActiveFault(fault, plan.inARow(fault), time));
        }
    }

    /** Returns the plan. */
    public FaultPlan plan() {
        return plan;
    }

    /** Decides which faults apply to a call, and counts the call. */
    public FaultDecision decide(ClassifiedRequest request) {
        FaultDecision decision = new FaultDecision(request.page());
        if (faults.isEmpty()) {
            return decision;
        }
        CallCounters history = histories.computeIfAbsent(request.key(), key -> new CallCounters());
        synchronized (history) {
            boolean countsInARow = false;
            for (int i = 0; i < faults.size(); i++) {
                ActiveFault fault = faults.get(i);
                RandomGenerator random = random(i, request.key(), history.calls);
                if (fault.tryApply(request, random, history.faultsInARow, decision)) {
                    countsInARow |= fault.hasInARowLimit();
                    decision.add(fault.action(), fault.isForOneCustomer(), random);
                }
            }
            history.calls++;
            history.faultsInARow = countsInARow ? history.faultsInARow + 1 : 0;
        }
        return decision;
    }

    /** Returns the random numbers of one fault for one call of a request. Concurrent calls do not affect each other's numbers. */
    private RandomGenerator random(int fault, String key, long call) {
        long hash = mix(mix(mix(FNV_OFFSET, plan.seed()), fault), call);
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        // Generators with neighbouring seeds start with similar numbers unless split() mixes the seed.
        return new SplittableRandom(hash).split();
    }

    private static long mix(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ ((value >>> shift) & 0xff)) * FNV_PRIME;
        }
        return mixed;
    }
}
