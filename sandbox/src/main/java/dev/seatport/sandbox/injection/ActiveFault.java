package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultTarget;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** One fault of a plan at work: whether it strikes. Thread-safe. */
final class ActiveFault {
    private static final Set<RequestKind> PAGED = Set.of(RequestKind.CUSTOMERS, RequestKind.TENANT_SEATS);

    private final FaultAction action;
    private final RequestMatcher matcher;
    private final String customerId;
    private final int inARow;
    private final AtomicInteger left;
    private final InstantSource time;
    private final Map<FaultTarget, TokenBucket> buckets = new EnumMap<>(FaultTarget.class);

    ActiveFault(Fault fault, int inARow, InstantSource time) {
        this.action = fault.action();
        this.matcher = fault.matcher();
        this.customerId = matcher.customerId().toLowerCase(Locale.ROOT);
        this.inARow = inARow;
        this.left = new AtomicInteger(matcher.calls());
        this.time = time;
        if (action instanceof FaultAction.RateLimit limit) {
            for (FaultTarget vendor : FaultTarget.values()) {
                buckets.put(vendor, new TokenBucket(limit.perSecond(), limit.burst(), time.instant()));
            }
        }
    }

    FaultAction action() {
        return action;
    }

    boolean isLimited() {
        return inARow > 0;
    }

    /** Whether it strikes; then it counts as having done so. */
    boolean strikes(RequestInfo request, RandomGenerator random, int struckInARow, boolean decided) {
        if (!fits(request) || !isAimedAt(request) || (isLimited() && struckInARow >= inARow)) {
            return false;
        }
        // A limit counts calls that fail for another reason too, as a vendor's gate does.
        boolean within = request.vendor().map(this::isWithinLimit).orElse(true);
        if ((action instanceof FaultAction.RateLimit && within)
                || (decided && FaultDecision.decidesOutcome(action.kind()))) {
            return false;
        }
        return random.nextDouble() < matcher.share() && takeOne();
    }

    /** Whether the fault can do anything to such an exchange at all. */
    private boolean fits(RequestInfo request) {
        boolean toAvePoint =
                request.vendor().filter(FaultTarget.AVEPOINT::equals).isPresent();
        return switch (action.kind()) {
            case SHIFT, SAME_PAGE, TOTAL -> toAvePoint && PAGED.contains(request.kind()) && request.page() > 1;
            case DUPLICATE_ROW, EMPTY_PAGE -> request.kind() != RequestKind.TOKEN;
            case TOKEN_DIES, EXPIRES_IN -> request.kind() == RequestKind.TOKEN;
            case LIMIT -> request.kind() != RequestKind.TOKEN || matcher.kinds().contains(RequestKind.TOKEN);
            default -> true;
        };
    }

    private boolean isAimedAt(RequestInfo request) {
        return (matcher.kinds().isEmpty() || matcher.kinds().contains(request.kind()))
                && (matcher.vendors().isEmpty()
                        || request.vendor().filter(matcher.vendors()::contains).isPresent())
                && (customerId.isEmpty() || customerId.equals(request.customerId()))
                && request.page() >= matcher.firstPage()
                && request.page() <= matcher.lastPage();
    }

    private boolean isWithinLimit(FaultTarget vendor) {
        TokenBucket bucket = buckets.get(vendor);
        return bucket == null || bucket.take(time.instant());
    }

    private boolean takeOne() {
        return matcher.calls() == RequestMatcher.ALWAYS || left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }
}
