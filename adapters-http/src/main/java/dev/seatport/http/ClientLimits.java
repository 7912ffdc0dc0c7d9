package dev.seatport.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the calls to one vendor may take: time, size, tries, and how many at once. The defaults are meant to be left alone. Immutable.
 */
public final class ClientLimits {
    /** For a call that is refused for the rate by a vendor that counts in windows of a minute. */
    private static final Duration MIN_DEADLINE = Duration.ofMinutes(2);
    /** The clock counts nanoseconds in a long: about 292 years. */
    private static final Duration MAX_DOUBLED = Duration.ofDays(36_500);

    /** Of a token with all its waits and tries: shorter than any deadline of the call that waits for it. */
    static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(30);
    /** Shorter than the time after which gateways close idle connections. */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final Builder values;

    private ClientLimits(Builder values) {
        this.values = values;
    }

    /** The limits of a client that is told nothing. */
    public static ClientLimits defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** These limits, to change some of them. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /**
     * How long one page or one object may take with all its waits and tries: twice the {@link #requestTimeout()} timeout, and at least 120 s. A
     * listing in pages has no limit as a whole.
     */
    public Duration deadline() {
        if (values.deadline != null) {
            return values.deadline;
        }
        return requestTimeout().compareTo(MIN_DEADLINE.dividedBy(2)) > 0 ? twice(requestTimeout()) : MIN_DEADLINE;
    }

    private static Duration twice(Duration time) {
        return time.compareTo(MAX_DOUBLED) > 0 ? time : time.multipliedBy(2);
    }

    /** How long one request may take, to the end of its answer. Default 60 s. The {@link #deadline()} follows it. */
    public Duration requestTimeout() {
        return values.requestTimeout;
    }

    /** How long the head of an answer may take. Default 30 s. */
    public Duration responseHeadTimeout() {
        return values.responseHeadTimeout;
    }

    /** How long a body may be silent. Default 15 s. */
    public Duration readIdleTimeout() {
        return values.readIdleTimeout;
    }

    /** How large one answer may be. Default 8 MiB. */
    public long maxResponseBytes() {
        return values.maxResponseBytes;
    }

    /** How many calls may be under way at once, on as many connections. Default 8. */
    public int maxConcurrentCalls() {
        return values.maxConcurrentCalls;
    }

    /** How many calls may wait for their turn. Default 1,000. */
    public int maxQueuedCalls() {
        return values.maxQueuedCalls;
    }

    /**
     * How many threads of this client read answers of 8 KiB and more beside the event loop, while it has other calls to see to:
     * 0, for none, to 100. One answer of any size may wait for them, or several of a mebibyte together; others are read on the
     * event loop. They are started when they are needed. Default: 1, and 0 where there is one processor.
     */
    public int decoderThreads() {
        return values.decoderThreads;
    }

    /**
     * How many requests a call may send. Default 4. A refusal for the rate does not count: the rate of the whole client was wrong,
     * and the call waits within its {@link #deadline()}. 1: no request is sent again for any failure.
     */
    public int attempts() {
        return values.attempts;
    }

    /** The most that is waited before any retry, unless the vendor asks for more. Default 20 s. */
    public Duration maxBackoff() {
        return values.maxBackoff;
    }

    /** Requests a second that are never exceeded. Default: infinite, until the vendor refuses some. */
    public double requestsPerSecond() {
        return values.requestsPerSecond;
    }

    /** How long a connection may take, and its TLS handshake again. */
    Duration connectTimeout() {
        return values.connect;
    }

    /** Collects limits; what is not set keeps its default. Setters refuse what makes no sense at once. */
    public static final class Builder {
        private static final int MAX_DECODER_THREADS = 100;

        private @Nullable Duration deadline;
        private Duration requestTimeout = Duration.ofSeconds(60);
        private Duration responseHeadTimeout = Duration.ofSeconds(30);
        private Duration readIdleTimeout = Duration.ofSeconds(15);
        private Duration connect = Duration.ofSeconds(5);
        private long maxResponseBytes = 8L * 1024 * 1024;
        private int maxConcurrentCalls = 8;
        private int maxQueuedCalls = 1_000;
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
            connect = other.connect;
            maxResponseBytes = other.maxResponseBytes;
            maxConcurrentCalls = other.maxConcurrentCalls;
            maxQueuedCalls = other.maxQueuedCalls;
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
            this.responseHeadTimeout = positive("head timeout", limit);
            return this;
        }

        public Builder readIdleTimeout(Duration limit) {
            this.readIdleTimeout = positive("idle timeout", limit);
            return this;
        }

        public Builder maxResponseBytes(long limit) {
            this.maxResponseBytes = atLeastOne("largest answer", limit);
            return this;
        }

        public Builder maxConcurrentCalls(int limit) {
            this.maxConcurrentCalls = Math.toIntExact(atLeastOne("number of calls at once", limit));
            return this;
        }

        public Builder maxQueuedCalls(int limit) {
            this.maxQueuedCalls = Math.toIntExact(atLeastOne("number of waiting calls", limit));
            return this;
        }

        public Builder decoderThreads(int threads) {
            if (threads < 0 || threads > MAX_DECODER_THREADS) {
                throw new IllegalArgumentException("the number of readers must be from 0 to " + MAX_DECODER_THREADS);
            }
            this.decoderThreads = threads;
            return this;
        }

        public Builder attempts(int limit) {
            this.attempts = Math.toIntExact(atLeastOne("number of attempts", limit));
            return this;
        }

        public Builder maxBackoff(Duration limit) {
            this.maxBackoff = positive("longest wait", limit);
            return this;
        }

        public Builder requestsPerSecond(double limit) {
            if (!(limit > 0)) {
                throw new IllegalArgumentException("the number of requests a second must be more than 0");
            }
            this.requestsPerSecond = limit;
            return this;
        }

        /** For tests: a deadline apart from the request timeout. */
        Builder deadline(Duration limit) {
            this.deadline = positive("deadline", limit);
            return this;
        }

        /** For tests: connections that fail soon. */
        Builder connectTimeout(Duration limit) {
            this.connect = positive("connect timeout", limit);
            return this;
        }

        public ClientLimits build() {
            return new ClientLimits(new Builder(this));
        }

        private static Duration positive(String what, Duration given) {
            if (Objects.requireNonNull(given, what).isNegative() || given.isZero()) {
                throw new IllegalArgumentException("the " + what + " must be longer than nothing");
            }
            return given;
        }

        private static long atLeastOne(String what, long given) {
            if (given < 1) {
                throw new IllegalArgumentException("the " + what + " must be at least 1");
            }
            return given;
        }
    }
}
