package dev.seatport.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Limits of the calls to one vendor: time, size, attempts and concurrency. The defaults suit most callers. Immutable. */
public final class ClientLimits {
    /** Minimum deadline: a vendor that counts requests per minute may reject a call for a whole minute. */
    private static final Duration MIN_DEADLINE = Duration.ofMinutes(2);
    /** Upper bound for doubling: the monotonic clock counts nanoseconds in a long, about 292 years. */
    private static final Duration MAX_DURATION = Duration.ofDays(36_500);

    /** Timeout of a token request with all retries. Shorter than any deadline of a call that waits for the token. */
    static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(30);
    /** Idle time after which a pooled connection is closed. Shorter than the idle timeouts of common gateways. */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final Builder values;

    private ClientLimits(Builder values) {
        this.values = values;
    }

    /** Returns the default limits. */
    public static ClientLimits defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these limits. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /**
     * Returns the time limit for one page or one object, including queueing and retries. It is twice {@link #requestTimeout()},
     * and at least 120 s. A listing of several pages has no overall limit.
     */
    public Duration deadline() {
        if (values.deadline != null) {
            return values.deadline;
        }
        return requestTimeout().compareTo(MIN_DEADLINE.dividedBy(2)) > 0 ? doubled(requestTimeout()) : MIN_DEADLINE;
    }

    private static Duration doubled(Duration time) {
        return time.compareTo(MAX_DURATION) > 0 ? time : time.multipliedBy(2);
    }

    /**
     * Returns the time limit for one request, up to the end of its response. Default 60 s. The {@link #deadline()} is derived
     * from it.
     */
    public Duration requestTimeout() {
        return values.requestTimeout;
    }

    /** Returns the time limit for the response head. Default 30 s. */
    public Duration responseHeadTimeout() {
        return values.responseHeadTimeout;
    }

    /** Returns the time that a response body may pause. Default 15 s. */
    public Duration readIdleTimeout() {
        return values.readIdleTimeout;
    }

    /** Returns the size limit of one response body. Default 8 MiB. */
    public long maxResponseBytes() {
        return values.maxResponseBytes;
    }

    /** Returns the maximum number of concurrent calls, and of connections. Default 8. */
    public int maxConcurrentCalls() {
        return values.maxConcurrentCalls;
    }

    /** Returns the maximum number of queued calls. Default 1,000. */
    public int maxQueuedCalls() {
        return values.maxQueuedCalls;
    }

    /**
     * Returns the maximum number of cached access tokens, for vendors with one token per audience. Default 1,000, some 3 MB. Beyond
     * it, the token that was unused for the longest time is fetched again on its next use.
     */
    public int maxCachedTokens() {
        return values.maxCachedTokens;
    }

    /**
     * Returns the number of decoder threads, 0 to 100; 0 decodes on the event loop only. The client starts them on demand. They
     * decode responses of 8 KiB and more while other calls are in progress. At most 1 MiB of bodies waits for them, or one
     * larger body; the event loop decodes the rest. Default 1, and 0 on a machine with one processor.
     */
    public int decoderThreads() {
        return values.decoderThreads;
    }

    /**
     * Returns the maximum number of requests per call. Default 4. A rate-limit response (HTTP 429) does not count, because the
     * rate of the whole client was too high; the call then waits within its {@link #deadline()}. With 1, no request is retried.
     */
    public int attempts() {
        return values.attempts;
    }

    /** Returns the maximum delay before a retry, unless the vendor requests a longer one. Default 20 s. */
    public Duration maxBackoff() {
        return values.maxBackoff;
    }

    /** Returns the upper limit for requests per second. Default infinite, until the vendor rejects requests. */
    public double requestsPerSecond() {
        return values.requestsPerSecond;
    }

    /** Returns the connect timeout. It applies once to the connection and once to the TLS handshake. */
    Duration connectTimeout() {
        return values.connectTimeout;
    }

    /**
     * Builder of limits. Unset limits keep their defaults. Each setter rejects invalid values with {@link
     * IllegalArgumentException}.
     */
    public static final class Builder {
        private static final int MAX_DECODER_THREADS = 100;

        private @Nullable Duration deadline;
        private Duration requestTimeout = Duration.ofSeconds(60);
        private Duration responseHeadTimeout = Duration.ofSeconds(30);
        private Duration readIdleTimeout = Duration.ofSeconds(15);
        private Duration connectTimeout = Duration.ofSeconds(5);
        private long maxResponseBytes = 8L * 1024 * 1024;
        private int maxConcurrentCalls = 8;
        private int maxQueuedCalls = 1_000;
        private int maxCachedTokens = 1_000;
        private int decoderThreads = Math.min(1, Runtime.getRuntime().availableProcessors() - 1);
        private int attempts = 4;
        private Duration maxBackoff = Duration.ofSeconds(20);
        private double requestsPerSecond = Double.POSITIVE_INFINITY;

        private Builder() {}

        private Builder(Builder other) {
            deadline = other.deadline;
            requestTimeout = other.requestTimeout;
            responseHeadTimeout = other.responseHeadTimeout;
            readIdleTimeout = other.readIdleTimeout;
            connectTimeout = other.connectTimeout;
            maxResponseBytes = other.maxResponseBytes;
            maxConcurrentCalls = other.maxConcurrentCalls;
            maxQueuedCalls = other.maxQueuedCalls;
            maxCachedTokens = other.maxCachedTokens;
            decoderThreads = other.decoderThreads;
            attempts = other.attempts;
            maxBackoff = other.maxBackoff;
            requestsPerSecond = other.requestsPerSecond;
        }

        public Builder requestTimeout(Duration limit) {
            this.requestTimeout = positive("request timeout", limit);
            return this;
        }

        public Builder responseHeadTimeout(Duration limit) {
            this.responseHeadTimeout = positive("response head timeout", limit);
            return this;
        }

        public Builder readIdleTimeout(Duration limit) {
            this.readIdleTimeout = positive("read idle timeout", limit);
            return this;
        }

        public Builder maxResponseBytes(long limit) {
            this.maxResponseBytes = atLeastOne("maximum response size", limit);
            return this;
        }

        public Builder maxConcurrentCalls(int limit) {
            this.maxConcurrentCalls = Math.toIntExact(atLeastOne("maximum number of concurrent calls", limit));
            return this;
        }

        public Builder maxQueuedCalls(int limit) {
            this.maxQueuedCalls = Math.toIntExact(atLeastOne("maximum number of queued calls", limit));
            return this;
        }

        public Builder maxCachedTokens(int limit) {
            this.maxCachedTokens = Math.toIntExact(atLeastOne("maximum number of cached tokens", limit));
            return this;
        }

        public Builder decoderThreads(int threads) {
            if (threads < 0 || threads > MAX_DECODER_THREADS) {
                throw new IllegalArgumentException(
                        "the number of decoder threads must be from 0 to " + MAX_DECODER_THREADS);
            }
            this.decoderThreads = threads;
            return this;
        }

        public Builder attempts(int limit) {
            this.attempts = Math.toIntExact(atLeastOne("number of attempts", limit));
            return this;
        }

        public Builder maxBackoff(Duration limit) {
            this.maxBackoff = positive("maximum backoff", limit);
            return this;
        }

        public Builder requestsPerSecond(double limit) {
            if (!(limit > 0)) {
                throw new IllegalArgumentException("the number of requests a second must be more than 0");
            }
            this.requestsPerSecond = limit;
            return this;
        }

        /** For tests: sets a deadline that is not derived from the request timeout. */
        Builder deadline(Duration limit) {
            this.deadline = positive("deadline", limit);
            return this;
        }

        /** For tests: sets a short connect timeout. */
        Builder connectTimeout(Duration limit) {
            this.connectTimeout = positive("connect timeout", limit);
            return this;
        }

        public ClientLimits build() {
            return new ClientLimits(new Builder(this));
        }

        private static Duration positive(String name, Duration value) {
            if (Objects.requireNonNull(value, name).isNegative() || value.isZero()) {
                throw new IllegalArgumentException("the " + name + " must be positive");
            }
            return value;
        }

        private static long atLeastOne(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException("the " + name + " must be at least 1");
            }
            return value;
        }
    }
}
