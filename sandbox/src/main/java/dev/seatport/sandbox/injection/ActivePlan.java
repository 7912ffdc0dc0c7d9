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

/** A plan at work, with what it has counted so far. Thread-safe. */
public final class ActivePlan {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The calls of one request. */
    private static final class RequestHistory {
        private long calls;
        private int struckInARow;
    }

    private final FaultPlan plan;
    private final List<ActiveFault> faults = new ArrayList<>();
    private final Map<String, RequestHistory> histories = new ConcurrentHashMap<>();

    /**
     * Starts a plan from its beginning.
     *
     * @param time the clock of its rate limits
     */
    public ActivePlan(FaultPlan plan, InstantSource time) {
        this.plan = plan;
        for (Fault fault : plan.faults()) {
            faults.add(new ActiveFault(fault, plan.inARow(fault), time));
        }
    }

    /** The plan as it was given. */
    public FaultPlan plan() {
        return plan;
    }

    /** Decides what goes wrong with a call, and counts the call. */
    public FaultDecision next(RequestInfo request) {
        FaultDecision decision = new FaultDecision(request.page());
        if (faults.isEmpty()) {
            return decision;
        }
        RequestHistory history = histories.computeIfAbsent(request.key(), key -> new RequestHistory());
        synchronized (history) {
            boolean limited = false;
            for (int i = 0; i < faults.size(); i++) {
                ActiveFault fault = faults.get(i);
                RandomGenerator random = random(i, request.key(), history.calls);
                if (fault.strikes(request, random, history.struckInARow, decision.isDecided())) {
                    limited |= fault.isLimited();
                    decision.add(fault.action(), random);
                }
            }
            history.calls++;
            history.struckInARow = limited ? history.struckInARow + 1 : 0;
        }
        return decision;
    }

    /** The random numbers of one fault at one call of a request: concurrent calls do not disturb each other. */
    private RandomGenerator random(int fault, String key, long call) {
        long hash = mixed(mixed(mixed(FNV_OFFSET, plan.seed()), fault), call);
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        // The first numbers of generators with neighbouring seeds are alike until their seeds are mixed.
        return new SplittableRandom(hash).split();
    }

    private static long mixed(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ ((value >>> shift) & 0xff)) * FNV_PRIME;
        }
        return mixed;
    }
}
