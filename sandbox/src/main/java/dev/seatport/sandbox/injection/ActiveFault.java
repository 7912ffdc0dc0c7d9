package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.exchange.RateLimitUse;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SandboxVendorName;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Fault of an active plan with its counters. Thread-safe. */
final class ActiveFault {
    private static final Set<RequestKind> PAGED =
            Set.of(RequestKind.CUSTOMERS, RequestKind.TENANT_SEATS, RequestKind.SUBSCRIPTIONS);

    private final FaultAction action;
    private final RequestMatcher matcher;
    private final String customerId;
    private final int maxInARow;
    private final AtomicInteger callsLeft;
    private final InstantSource time;
    private final Map<SandboxVendorName, TokenBucket> buckets = new EnumMap<>(SandboxVendorName.class);

    ActiveFault(Fault fault, int maxInARow, InstantSource time) {
        this.action = fault.action();
        this.matcher = fault.matcher();
        this.customerId = matcher.customerId().toLowerCase(Locale.ROOT);
        this.maxInARow = maxInARow;
        this.callsLeft = new AtomicInteger(matcher.calls());
        this.time = time;
        if (action instanceof FaultAction.CallsPerSecondLimit limit) {
            for (SandboxVendorName vendor : SandboxVendorName.values()) {
                buckets.put(vendor, new TokenBucket(limit.perSecond(), limit.burst(), time.instant()));
            }
        }
    }

    FaultAction action() {
        return action;
    }

    /** Returns whether the fault affects one customer only. */
    boolean isForOneCustomer() {
        return !customerId.isEmpty();
    }

    boolean hasInARowLimit() {
        return maxInARow > 0;
    }

    /** Returns whether the fault applies to a request, and counts the request if it does. */
    boolean tryApply(ClassifiedRequest request, RandomGenerator random, int appliedInARow, FaultDecision decision) {
        if (!canApplyTo(request) || !matches(request) || (hasInARowLimit() && appliedInARow >= maxInARow)) {
            return false;
        }
        // A vendor's rate limiter also counts calls that fail for another reason.
        boolean withinLimit =
                request.vendor().map(vendor -> isWithinLimit(vendor, decision)).orElse(true);
        if ((action instanceof FaultAction.CallsPerSecondLimit && withinLimit)
                || (decision.hasOutcome() && FaultDecision.decidesOutcome(action.kind()))) {
            return false;
        }
        return random.nextDouble() < matcher.share() && tryUseCall();
    }

    /** Returns whether this kind of fault can affect such a request at all. */
    private boolean canApplyTo(ClassifiedRequest request) {
        boolean toAvePoint =
                request.vendor().filter(SandboxVendorName.AVEPOINT::equals).isPresent();
        return switch (action.kind()) {
            case SHIFT, TOTAL -> toAvePoint && PAGED.contains(request.kind()) && request.page() > 1;
            case SAME_PAGE -> PAGED.contains(request.kind()) && request.page() > 1;
            case DUPLICATE_ROW, EMPTY_PAGE -> request.kind() != RequestKind.TOKEN;
            case TOKEN_DIES, EXPIRES_IN -> request.kind() == RequestKind.TOKEN;
            case LIMIT -> request.kind() != RequestKind.TOKEN || matcher.kinds().contains(RequestKind.TOKEN);
            default -> true;
        };
    }

    private boolean matches(ClassifiedRequest request) {
        return (matcher.kinds().isEmpty() || matcher.kinds().contains(request.kind()))
                && (matcher.vendors().isEmpty()
                        || request.vendor().filter(matcher.vendors()::contains).isPresent())
                && (customerId.isEmpty() || customerId.equals(request.customerId()))
                && request.page() >= matcher.firstPage()
                && request.page() <= matcher.lastPage();
    }

    private boolean isWithinLimit(SandboxVendorName vendor, FaultDecision decision) {
        TokenBucket bucket = buckets.get(vendor);
        if (bucket == null) {
            return true;
        }
        boolean taken = bucket.tryTake(time.instant());
        decision.addLimitUse(new RateLimitUse(bucket.usedShare(), isForOneCustomer()));
        return taken;
    }

    private boolean tryUseCall() {
        return matcher.calls() == RequestMatcher.ALWAYS || callsLeft.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }
}
