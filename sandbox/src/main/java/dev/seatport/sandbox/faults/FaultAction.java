package dev.seatport.sandbox.faults;

import dev.seatport.sandbox.exchange.EndpointFault;
import dev.seatport.sandbox.exchange.SandboxJson;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Effect of a fault on one exchange. {@link Fault}'s factories create them and say what each means. */
public sealed interface FaultAction {
    /** The kind that the statistics count it under. */
    FaultKind kind();

    /**
     * One {@code Retry-After} line.
     *
     * @param text the value, written as it is; printable ASCII; empty for a date
     * @param ahead for an HTTP date: how far ahead of the sandbox's time at the response, negative for the past
     */
    record RetryAfter(String text, @Nullable Duration ahead) {
        /** Checks that a header can carry it. */
        public RetryAfter {
            Preconditions.checkHeader(text);
        }
    }

    /** The response waits, equally likely each time between the two. */
    record Latency(Duration min, Duration max) implements FaultAction {
        /** Checks the range. */
        public Latency {
            Preconditions.checkDuration("latency", min, Duration.ZERO);
            Preconditions.checkDuration("latency", max, min);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.LATENCY;
        }
    }

    /** Another status, with header lines; an empty location is none. */
    record Status(int status, List<RetryAfter> retryAfter, String location) implements FaultAction {
        /** Checks the status. */
        public Status {
            Preconditions.checkRange("a status", status, 200, 599);
            Preconditions.checkHeader(location);
            retryAfter = List.copyOf(retryAfter);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.STATUS;
        }
    }

    /** A vendor takes that many calls in a second and that many at once, and answers 429 to the others. */
    record RateLimit(int perSecond, int burst, List<RetryAfter> retryAfter) implements FaultAction {
        /** Checks the counts. */
        public RateLimit {
            Preconditions.checkMin("a limit per second", perSecond, 1);
            Preconditions.checkMin("a burst", burst, 1);
            retryAfter = List.copyOf(retryAfter);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.LIMIT;
        }
    }

    /** The response, or its JSON document, breaks at an offset, as its kind says. */
    record Broken(FaultKind kind, ByteOffset offset) implements FaultAction {
        private static final Set<FaultKind> IN_BODY = EnumSet.of(
                FaultKind.TRUNCATE, FaultKind.CUT, FaultKind.OPEN_CHUNKS, FaultKind.BAD_CHUNK, FaultKind.JSON_CUT);
        private static final Set<FaultKind> ANYWHERE = EnumSet.of(FaultKind.RESET, FaultKind.CLOSE, FaultKind.STALL);

        /** Checks that a response can break so, there. */
        public Broken {
            if (!IN_BODY.contains(kind) && !ANYWHERE.contains(kind)) {
                throw new IllegalArgumentException(FaultSyntax.word(kind) + " breaks no answer");
            }
            if (IN_BODY.contains(kind) && !offset.isInBody()) {
                throw new IllegalArgumentException(
                        FaultSyntax.word(kind) + " is a matter of the body, so its place is in the body");
            }
        }
    }

    /** The bytes up to an offset are sent at once, the others one by one. */
    record Drip(Duration every, ByteOffset from) implements FaultAction {
        /** Checks the pace. */
        public Drip {
            Preconditions.checkDuration("the time between two bytes", every, Duration.ofMillis(1));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.DRIP;
        }
    }

    /** A good status with another body: {@code kind} is HTML, EMPTY or BODY. */
    record Replaced(FaultKind kind, String contentType, String text) implements FaultAction {
        private static final Set<FaultKind> KINDS = EnumSet.of(FaultKind.HTML, FaultKind.EMPTY, FaultKind.BODY);

        /** Checks the kind. */
        public Replaced {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(FaultSyntax.word(kind) + " replaces no body");
            }
            Preconditions.checkHeader(contentType);
        }
    }

    /** Rows differ from their document in one member; an empty field is any that can differ so. */
    record Drifted(SchemaChange change, String field) implements FaultAction {
        @Override
        public FaultKind kind() {
            return FaultKind.DRIFT;
        }
    }

    /**
     * The rows of a page, or their total count, are other ones.
     *
     * @param kind SHIFT, TOTAL, DUPLICATE_ROW, EMPTY_PAGE or SAME_PAGE
     * @param number of rows that were inserted before the page (negative: removed), or that the total grows with each page
     */
    record Rows(FaultKind kind, int number) implements FaultAction {
        private static final Set<FaultKind> KINDS = EnumSet.of(
                FaultKind.SHIFT, FaultKind.TOTAL, FaultKind.DUPLICATE_ROW, FaultKind.EMPTY_PAGE, FaultKind.SAME_PAGE);

        /** Checks the kind, and that there is a shift. */
        public Rows {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(FaultSyntax.word(kind) + " changes no rows");
            }
            if (kind == FaultKind.SHIFT) {
                Preconditions.checkRange("a shift", Math.abs((long) number), 1, 1_000);
            }
        }
    }

    /**
     * A token dies before its time.
     *
     * @param calls after that many calls
     * @param early that much earlier than announced
     */
    record TokenDies(int calls, Duration early) implements FaultAction {
        /** Checks the two. */
        public TokenDies {
            Preconditions.checkMin("the calls of a token", calls, 0);
            if (calls == EndpointFault.UNLIMITED) {
                Preconditions.checkDuration("the time a token loses", early, Duration.ofMillis(1));
            }
        }

        @Override
        public FaultKind kind() {
            return FaultKind.TOKEN_DIES;
        }
    }

    /** The lifetime of a token is announced as this JSON value, or as a string of digits, or not at all. */
    record ExpiresIn(Announcement announcement, String json) implements FaultAction {
        /** How the lifetime is announced. */
        public enum Announcement {
            /** Not at all. */
            ABSENT,
            /** As a string of digits. */
            STRING,
            /** As the given JSON value. */
            VALUE
        }

        /** Checks that a value is one. */
        public ExpiresIn {
            if (announcement == Announcement.VALUE && SandboxJson.read(json).isEmpty()) {
                throw new IllegalArgumentException("expires-in is a JSON value, not " + json);
            }
        }

        @Override
        public FaultKind kind() {
            return FaultKind.EXPIRES_IN;
        }
    }
}
