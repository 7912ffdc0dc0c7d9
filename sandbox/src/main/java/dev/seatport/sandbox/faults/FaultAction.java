package dev.seatport.sandbox.faults;

import dev.seatport.sandbox.exchange.RequestHandlingFault;
import dev.seatport.sandbox.exchange.SandboxJson;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Effect of a fault on one request. The factories of {@link Fault} create it and describe each effect. */
public sealed interface FaultAction {
    /** Returns the kind under which the statistics count it. */
    FaultKind kind();

    /**
     * {@code Retry-After} line.
     *
     * @param text value exactly as sent, in printable ASCII; empty for a date
     * @param ahead offset of an HTTP date from the sandbox's clock, negative for the past; null for a text
     */
    record RetryAfterValue(String text, @Nullable Duration ahead) {
        /** Checks that a header can hold the text. */
        public RetryAfterValue {
            ArgumentChecks.checkHeader(text);
        }
    }

    /** Delay, uniformly distributed between the two. */
    record Latency(Duration min, Duration max) implements FaultAction {
        /** Checks the range. */
        public Latency {
            ArgumentChecks.checkDuration("latency", min, Duration.ZERO);
            ArgumentChecks.checkDuration("latency", max, min);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.LATENCY;
        }
    }

    /** Other status with header lines. An empty location adds none. */
    record Status(int status, List<RetryAfterValue> retryAfter, String location) implements FaultAction {
        /** Checks the status. */
        public Status {
            ArgumentChecks.checkRange("status", status, 200, 599);
            ArgumentChecks.checkHeader(location);
            retryAfter = List.copyOf(retryAfter);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.STATUS;
        }
    }

    /** Rate limit per vendor: calls per second and calls at once. Further calls get 429. */
    record CallsPerSecondLimit(int perSecond, int burst, List<RetryAfterValue> retryAfter) implements FaultAction {
        /** Checks the counts. */
        public CallsPerSecondLimit {
            ArgumentChecks.checkMin("limit per second", perSecond, 1);
            ArgumentChecks.checkMin("burst", burst, 1);
            retryAfter = List.copyOf(retryAfter);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.LIMIT;
        }
    }

    /** Break of the response, or of its JSON document, at an offset. */
    record TruncatedOrBrokenResponse(FaultKind kind, ByteOffset offset) implements FaultAction {
        private static final Set<FaultKind> IN_BODY = EnumSet.of(
                FaultKind.TRUNCATE, FaultKind.CUT, FaultKind.OPEN_CHUNKS, FaultKind.BAD_CHUNK, FaultKind.JSON_CUT);
        private static final Set<FaultKind> ANYWHERE = EnumSet.of(FaultKind.RESET, FaultKind.CLOSE, FaultKind.STALL);

        /** Checks that this kind can break a response at this offset. */
        public TruncatedOrBrokenResponse {
            if (!IN_BODY.contains(kind) && !ANYWHERE.contains(kind)) {
                throw new IllegalArgumentException(FaultSyntax.word(kind) + " cannot break a response");
            }
            if (IN_BODY.contains(kind) && !offset.isInBody()) {
                throw new IllegalArgumentException(FaultSyntax.word(kind)
                        + " breaks the body, so its offset must be in the body: body=N or in=body");
            }
        }
    }

    /** Bytes after an offset are sent one by one. */
    record SlowBody(Duration every, ByteOffset from) implements FaultAction {
        /** Checks the interval. */
        public SlowBody {
            ArgumentChecks.checkDuration("interval between two bytes", every, Duration.ofMillis(1));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.DRIP;
        }
    }

    /** Status 200 with another body. {@code kind} is HTML, EMPTY or BODY. */
    record ReplacedBody(FaultKind kind, String contentType, String text) implements FaultAction {
        private static final Set<FaultKind> KINDS = EnumSet.of(FaultKind.HTML, FaultKind.EMPTY, FaultKind.BODY);

        /** Checks the kind. */
        public ReplacedBody {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(FaultSyntax.word(kind) + " cannot replace a body");
            }
            ArgumentChecks.checkHeader(contentType);
        }
    }

    /** Change of one field of the rows. An empty field name selects any field that can change that way. */
    record SchemaDriftAction(SchemaChange change, String field) implements FaultAction {
        @Override
        public FaultKind kind() {
            return FaultKind.DRIFT;
        }
    }

    /**
     * Change of the rows of a page or of their total count.
     *
     * @param kind SHIFT, TOTAL, DUPLICATE_ROW, EMPTY_PAGE or SAME_PAGE
     * @param number SHIFT: rows inserted before the page (negative: removed); TOTAL: growth of the total count per page
     */
    record ChangedRows(FaultKind kind, int number) implements FaultAction {
        private static final Set<FaultKind> KINDS = EnumSet.of(
                FaultKind.SHIFT, FaultKind.TOTAL, FaultKind.DUPLICATE_ROW, FaultKind.EMPTY_PAGE, FaultKind.SAME_PAGE);

        /** Checks the kind and the range of a shift. */
        public ChangedRows {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(FaultSyntax.word(kind) + " cannot change rows");
            }
            if (kind == FaultKind.SHIFT) {
                ArgumentChecks.checkRange("shift", Math.abs((long) number), 1, 1_000);
            }
        }
    }

    /**
     * Early expiry of a token.
     *
     * @param calls calls after which it expires
     * @param early how much earlier than announced it expires
     */
    record EarlyTokenExpiry(int calls, Duration early) implements FaultAction {
        /** Checks the ranges. */
        public EarlyTokenExpiry {
            ArgumentChecks.checkMin("calls of a token", calls, 0);
            if (calls == RequestHandlingFault.UNLIMITED) {
                ArgumentChecks.checkDuration("early expiry of a token", early, Duration.ofMillis(1));
            }
        }

        @Override
        public FaultKind kind() {
            return FaultKind.TOKEN_DIES;
        }
    }

    /** Announced lifetime of a token: a JSON value, a string of digits, or absent. */
    record AnnouncedTokenLifetime(LifetimeForm announcement, String json) implements FaultAction {
        /** Form of the announced lifetime. */
        public enum LifetimeForm {
            /** No {@code expires_in}. */
            ABSENT,
            /** String of digits. */
            STRING,
            /** The given JSON value. */
            VALUE
        }

        /** Checks that the value is JSON. */
        public AnnouncedTokenLifetime {
            if (announcement == LifetimeForm.VALUE && SandboxJson.parse(json).isEmpty()) {
                throw new IllegalArgumentException("expires-in must be a JSON value, not " + json);
            }
        }

        @Override
        public FaultKind kind() {
            return FaultKind.EXPIRES_IN;
        }
    }
}
