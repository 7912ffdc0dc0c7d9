package dev.seatport.http.spi;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * State of a vendor's rate limit, as a response reports it.
 *
 * <p>A rate-limit response, such as HTTP 429, pauses all requests in the scope. A used fraction above {@value #SLOW_FROM} slows
 * the requests in the scope, before the vendor rejects any.
 *
 * @param scope the requests that the limit counts
 * @param usedFraction the used part of the limit: 1 is the whole limit, and a vendor may report more; empty if not reported
 */
public record RateLimitStatus(Scope scope, OptionalDouble usedFraction) {
    /** Used fraction from which the client slows down. */
    public static final double SLOW_FROM = 0.8;

    /** State of a response without rate-limit headers. */
    public static final RateLimitStatus UNREPORTED = new RateLimitStatus(Scope.CLIENT, OptionalDouble.empty());

    public RateLimitStatus {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(usedFraction, "usedFraction");
    }

    /** Requests that a rate limit counts. */
    public enum Scope {
        /** All requests of the client. */
        CLIENT,
        /** The requests for the audience of the request, such as a tenant. All requests if the request has no audience. */
        AUDIENCE
    }

    /**
     * Creates a state from header values.
     *
     * @param usedFraction decimal number of a header, such as {@code 0.85}; {@code null}, negative numbers and other texts count as
     *     not reported
     */
    public static RateLimitStatus of(Scope scope, @Nullable String usedFraction) {
        return new RateLimitStatus(scope, fraction(usedFraction));
    }

    private static OptionalDouble fraction(@Nullable String text) {
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            double fraction = Double.parseDouble(text);
            return fraction >= 0 && fraction < Double.POSITIVE_INFINITY
                    ? OptionalDouble.of(fraction)
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Returns whether the vendor announces that the limit is nearly used up. */
    public boolean isNearLimit() {
        return usedFraction.orElse(0) >= SLOW_FROM;
    }
}
