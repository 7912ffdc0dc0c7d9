package dev.seatport.http.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parses the rate-limit headers of a vendor's API responses. One per vendor. */
@FunctionalInterface
public interface RateLimitParser {
    /** Returns a parser for vendors whose only rate-limit header is {@code Retry-After}. */
    static RateLimitParser none() {
        return header -> RateLimitStatus.UNREPORTED;
    }

    /**
     * Parses the headers of a response with any status. The client reads {@code Retry-After} itself. Called on the event loop. Must
     * not block. If it throws an exception, the limit counts as not reported.
     *
     * @param header returns the value of a response header; {@code null} if there is none. Names ignore the letter case
     */
    RateLimitStatus parse(Function<String, @Nullable String> header);
}
