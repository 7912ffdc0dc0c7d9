package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.faults.Effect;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.PathKind;
import dev.seatport.sandbox.faults.Target;
import dev.seatport.sandbox.faults.Vendor;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** One fault of a plan at work: whether it strikes. Thread-safe. */
final class Sight {
    /** What a fault does in an exchange. */
    enum Role {
        DELAYS,
        TWISTS,
        EDITS,
        DECIDES
    }

    private static final Set<PathKind> PAGED = Set.of(PathKind.CUSTOMERS, PathKind.TENANT_SEATS);

    private final Effect effect;
    private final Target target;
    private final String customerId;
    private final int inARow;
    private final AtomicInteger left;
    private final InstantSource time;
    private final Map<Vendor, TokenBucket> buckets = new EnumMap<>(Vendor.class);

    Sight(Fault fault, int inARow, InstantSource time) {
        this.effect = fault.effect();
        this.target = fault.target();
        this.customerId = target.customerId().toLowerCase(Locale.ROOT);
        this.inARow = inARow;
        this.left = new AtomicInteger(target.calls());
        this.time = time;
        if (effect instanceof Effect.RateLimit limit) {
            for (Vendor vendor : Vendor.values()) {
                buckets.put(vendor, new TokenBucket(limit.perSecond(), limit.burst(), time.instant()));
            }
        }
    }

    Effect effect() {
        return effect;
    }

    boolean isLimited() {
        return inARow > 0;
    }

    /** Whether it strikes; then it counts as having done so. */
    boolean strikes(Exchange exchange, RandomGenerator chance, int struckInARow, boolean decided) {
        if (!fits(exchange) || !isAimedAt(exchange) || (isLimited() && struckInARow >= inARow)) {
            return false;
        }
        // A limit counts calls that fail for another reason too, as a vendor's gate does.
        boolean within = exchange.vendor().map(this::isWithinLimit).orElse(true);
        if ((effect instanceof Effect.RateLimit && within) || (decided && roleOf(effect) == Role.DECIDES)) {
            return false;
        }
        return chance.nextDouble() < target.share() && takeOne();
    }

    static Role roleOf(Effect effect) {
        return switch (effect.kind()) {
            case LATENCY -> Role.DELAYS;
            case SHIFT, SAME_PAGE, TOKEN_DIES -> Role.TWISTS;
            case DRIFT, TOTAL, DUPLICATE_ROW, EMPTY_PAGE, EXPIRES_IN -> Role.EDITS;
            default -> Role.DECIDES;
        };
    }

    /** Whether the fault can do anything to such an exchange at all. */
    private boolean fits(Exchange exchange) {
        boolean toAvePoint = exchange.vendor().filter(Vendor.AVEPOINT::equals).isPresent();
        return switch (effect.kind()) {
            case SHIFT, SAME_PAGE, TOTAL -> toAvePoint && PAGED.contains(exchange.kind()) && exchange.page() > 1;
            case DUPLICATE_ROW, EMPTY_PAGE -> exchange.kind() != PathKind.TOKEN;
            case TOKEN_DIES, EXPIRES_IN -> exchange.kind() == PathKind.TOKEN;
            case LIMIT -> exchange.kind() != PathKind.TOKEN || target.paths().contains(PathKind.TOKEN);
            default -> true;
        };
    }

    private boolean isAimedAt(Exchange exchange) {
        return (target.paths().isEmpty() || target.paths().contains(exchange.kind()))
                && (target.vendors().isEmpty()
                        || exchange.vendor().filter(target.vendors()::contains).isPresent())
                && (customerId.isEmpty() || customerId.equals(exchange.customerId()))
                && exchange.page() >= target.firstPage()
                && exchange.page() <= target.lastPage();
    }

    private boolean isWithinLimit(Vendor vendor) {
        TokenBucket bucket = buckets.get(vendor);
        return bucket == null || bucket.take(time.instant());
    }

    private boolean takeOne() {
        return target.calls() == Target.ALWAYS || left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }
}
