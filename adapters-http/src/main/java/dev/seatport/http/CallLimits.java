package dev.seatport.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the calls to one vendor may take: time, size, tries, and how many at once. The defaults are meant to be left alone.
 * Immutable.
 */
public final class CallLimits {
    /** Of a call that is refused for the rate by a vendor that counts in windows of a minute. */
    private static final Duration LEAST_DEADLINE = Duration.ofMinutes(2);
    /** The clock counts nanoseconds in a long: about 292 years. */
    private static final Duration LONGEST_DOUBLED = Duration.ofDays(36_500);

    private final @Nullable Duration deadline;
    private final Duration request;
    private final Duration head;
    private final Duration idle;
    private final Duration token;
    private final Duration connect;
    private final Duration keepAlive;
    private final long answerBytes;
    private final int inFlight;
    private final int waiting;
    private final int readers;
    private final int attempts;
    private final Duration retryBase;
    private final Duration throttledBase;
    private final Duration longestWait;
    private final Duration longestRetryAfter;
    private final double requestsPerSecond;

    private CallLimits(Builder builder) {
        this.deadline = builder.deadline;
        this.request = builder.request;
        this.head = builder.head;
        this.idle = builder.idle;
        this.token = builder.token;
        this.connect = builder.connect;
        this.keepAlive = builder.keepAlive;
        this.answerBytes = builder.answerBytes;
        this.inFlight = builder.inFlight;
        this.waiting = builder.waiting;
        this.readers = builder.readers;
        this.attempts = builder.attempts;
        this.retryBase = builder.retryBase;
        this.throttledBase = builder.throttledBase;
        this.longestWait = builder.longestWait;
        this.longestRetryAfter = builder.longestRetryAfter;
        this.requestsPerSecond = builder.requestsPerSecond;
    }

    /** The limits of a client that is told nothing. */
    public static CallLimits defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** These limits, to change some of them. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.deadline = deadline;
        return builder.request(request)
                .head(head)
                .idle(idle)
                .token(token)
                .connect(connect)
                .keepAlive(keepAlive)
                .answerBytes(answerBytes)
                .inFlight(inFlight)
                .waiting(waiting)
                .readers(readers)
                .attempts(attempts)
                .retryBase(retryBase)
                .throttledBase(throttledBase)
                .longestWait(longestWait)
                .longestRetryAfter(longestRetryAfter)
                .requestsPerSecond(requestsPerSecond);
    }

    /**
     * How long one page or one object may take with all its waits and tries. Default: twice the {@link #request()} timeout, and at
     * least 120 s. A listing in pages has no limit as a whole.
     */
    public Duration deadline() {
        if (deadline != null) {
            return deadline;
        }
        return request.compareTo(LEAST_DEADLINE.dividedBy(2)) > 0 ? twice(request) : LEAST_DEADLINE;
    }

    private static Duration twice(Duration time) {
        return time.compareTo(LONGEST_DOUBLED) > 0 ? time : time.multipliedBy(2);
    }

    /** How long one request may take, to the end of its answer. Default 60 s. The {@link #deadline()} follows it. */
    public Duration request() {
        return request;
    }

    /** How long the head of an answer may take. Default 30 s. */
    public Duration head() {
        return head;
    }

    /** How long a body may be silent. Default 15 s. */
    public Duration idle() {
        return idle;
    }

    /** How long a token may take with all its waits and tries. Default 30 s. */
    public Duration token() {
        return token;
    }

    /** How long a connection may take, and its TLS handshake again. Default 5 s. */
    public Duration connect() {
        return connect;
    }

    /** How long an idle connection is kept. Default 30 s. */
    public Duration keepAlive() {
        return keepAlive;
    }

    /** How large one answer may be. Default 8 MiB. */
    public long answerBytes() {
        return answerBytes;
    }

    /** How many calls may be under way at once, on as many connections. Default 8. */
    public int inFlight() {
        return inFlight;
    }

    /** How many calls may wait for their turn. Default 1,000. */
    public int waiting() {
        return waiting;
    }

    /**
     * How many threads of this client read answers of 8 KiB and more beside the event loop, while it has other calls to see to:
     * 0, for none, to 100. One answer of any size may wait for them, or several of a mebibyte together; others are read on the
     * event loop. They are started when they are needed. Default: 1, and 0 where there is one processor.
     */
    public int readers() {
        return readers;
    }

    /**
     * How many requests a call may send. Default 4. A refusal for the rate does not count: the rate of the whole client was wrong,
     * and the call waits within its {@link #deadline()}. 1: no request is sent again for any failure.
     */
    public int attempts() {
        return attempts;
    }

    /** The most that is waited before the first retry; doubles from retry to retry. Default 200 ms. */
    public Duration retryBase() {
        return retryBase;
    }

    /** The same after the vendor said that it is asked too often. Default 1 s. */
    public Duration throttledBase() {
        return throttledBase;
    }

    /** The most that is waited before any retry, unless the vendor asks for more. Default 20 s. */
    public Duration longestWait() {
        return longestWait;
    }

    /** The most that the vendor may ask to be waited; a call that is asked for more fails at once. Default 120 s. */
    public Duration longestRetryAfter() {
        return longestRetryAfter;
    }

    /** Requests a second that are never exceeded. Default: infinite, until the vendor refuses some. */
    public double requestsPerSecond() {
        return requestsPerSecond;
    }

    /** Collects limits; what is not set keeps its default. Setters refuse what makes no sense at once. */
    public static final class Builder {
        private static final int MOST_READERS = 100;

        private @Nullable Duration deadline;
        private Duration request = Duration.ofSeconds(60);
        private Duration head = Duration.ofSeconds(30);
        private Duration idle = Duration.ofSeconds(15);
        private Duration token = Duration.ofSeconds(30);
        private Duration connect = Duration.ofSeconds(5);
        private Duration keepAlive = Duration.ofSeconds(30);
        private long answerBytes = 8L * 1024 * 1024;
        private int inFlight = 8;
        private int waiting = 1_000;
        private int readers = Math.min(1, Runtime.getRuntime().availableProcessors() - 1);
        private int attempts = 4;
        private Duration retryBase = Duration.ofMillis(200);
        private Duration throttledBase = Duration.ofSeconds(1);
        private Duration longestWait = Duration.ofSeconds(20);
        private Duration longestRetryAfter = Duration.ofMinutes(2);
        private double requestsPerSecond = Double.POSITIVE_INFINITY;

        private Builder() {}

        /** Sets the deadline apart from the request timeout. */
        public Builder deadline(Duration limit) {
            this.deadline = positive("deadline", limit);
            return this;
        }

        public Builder request(Duration limit) {
            this.request = positive("request timeout", limit);
            return this;
        }

        public Builder head(Duration limit) {
            this.head = positive("head timeout", limit);
            return this;
        }

        public Builder idle(Duration limit) {
            this.idle = positive("idle timeout", limit);
            return this;
        }

        public Builder token(Duration limit) {
            this.token = positive("token deadline", limit);
            return this;
        }

        public Builder connect(Duration limit) {
            this.connect = positive("connect timeout", limit);
            return this;
        }

        public Builder keepAlive(Duration limit) {
            this.keepAlive = positive("keep-alive time", limit);
            return this;
        }

        public Builder answerBytes(long limit) {
            this.answerBytes = atLeastOne("largest answer", limit);
            return this;
        }

        public Builder inFlight(int limit) {
            this.inFlight = Math.toIntExact(atLeastOne("number of calls at once", limit));
            return this;
        }

        public Builder waiting(int limit) {
            this.waiting = Math.toIntExact(atLeastOne("number of waiting calls", limit));
            return this;
        }

        public Builder readers(int threads) {
            if (threads < 0 || threads > MOST_READERS) {
                throw new IllegalArgumentException("the number of readers must be from 0 to " + MOST_READERS);
            }
            this.readers = threads;
            return this;
        }

        public Builder attempts(int limit) {
            this.attempts = Math.toIntExact(atLeastOne("number of attempts", limit));
            return this;
        }

        public Builder retryBase(Duration base) {
            this.retryBase = positive("base of retry waits", base);
            return this;
        }

        public Builder throttledBase(Duration base) {
            this.throttledBase = positive("base of throttled waits", base);
            return this;
        }

        public Builder longestWait(Duration limit) {
            this.longestWait = positive("longest wait", limit);
            return this;
        }

        public Builder longestRetryAfter(Duration limit) {
            this.longestRetryAfter = positive("longest Retry-After", limit);
            return this;
        }

        public Builder requestsPerSecond(double limit) {
            if (!(limit > 0)) {
                throw new IllegalArgumentException("the number of requests a second must be more than 0");
            }
            this.requestsPerSecond = limit;
            return this;
        }

        public CallLimits build() {
            return new CallLimits(this);
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
