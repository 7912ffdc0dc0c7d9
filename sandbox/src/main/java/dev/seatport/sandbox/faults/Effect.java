package dev.seatport.sandbox.faults;

import dev.seatport.sandbox.exchange.Json;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a fault does to one exchange. Made by {@link Fault}'s factories, which say what each means. */
public sealed interface Effect {
    /** The kind that a ledger counts it under. */
    FaultKind kind();

    /** The answer waits, equally likely each time between the two. */
    record Latency(Duration least, Duration most) implements Effect {
        /** Checks the range. */
        public Latency {
            Checks.duration("latency", least, Duration.ZERO);
            Checks.duration("latency", most, least);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.LATENCY;
        }
    }

    /** Another status, with header lines; an empty location is none. */
    record Status(int status, List<RetryAfter> retryAfter, String location) implements Effect {
        /** Checks the status. */
        public Status {
            Checks.range("a status", status, 200, 599);
            Checks.header(location);
            retryAfter = List.copyOf(retryAfter);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.STATUS;
        }
    }

    /** A vendor takes so many calls in a second and so many at once, and answers 429 to the others. */
    record RateLimit(int perSecond, int burst, List<RetryAfter> retryAfter) implements Effect {
        /** Checks the counts. */
        public RateLimit {
            Checks.atLeast("a limit per second", perSecond, 1);
            Checks.atLeast("a burst", burst, 1);
            retryAfter = List.copyOf(retryAfter);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.LIMIT;
        }
    }

    /** The answer breaks at a place, in a way that its kind names. */
    record Broken(FaultKind kind, Spot spot) implements Effect {
        private static final Set<FaultKind> IN_BODY =
                EnumSet.of(FaultKind.TRUNCATE, FaultKind.CUT, FaultKind.OPEN_CHUNKS, FaultKind.BAD_CHUNK);
        private static final Set<FaultKind> ANYWHERE = EnumSet.of(FaultKind.RESET, FaultKind.CLOSE, FaultKind.STALL);

        /** Checks that an answer can break so, there. */
        public Broken {
            if (!IN_BODY.contains(kind) && !ANYWHERE.contains(kind)) {
                throw new IllegalArgumentException(kind.word() + " breaks no answer");
            }
            if (IN_BODY.contains(kind) && !spot.isInBody()) {
                throw new IllegalArgumentException(
                        kind.word() + " is a matter of the body, so its place is in the body");
            }
        }
    }

    /** The bytes up to a place come at once, the others one by one. */
    record Drip(Duration every, Spot from) implements Effect {
        /** Checks the pace. */
        public Drip {
            Checks.duration("the time between two bytes", every, Duration.ofMillis(1));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.DRIP;
        }
    }

    /** The JSON document ends at a place of the body, and the length says so too. */
    record BrokenJson(Spot spot) implements Effect {
        /** Checks the place. */
        public BrokenJson {
            if (!spot.isInBody()) {
                throw new IllegalArgumentException("json-cut is a matter of the body, so its place is in the body");
            }
        }

        @Override
        public FaultKind kind() {
            return FaultKind.BROKEN_JSON;
        }
    }

    /** A good status with another body: {@code kind} is HTML, EMPTY or BODY. */
    record Replaced(FaultKind kind, String contentType, String text) implements Effect {
        private static final Set<FaultKind> KINDS = EnumSet.of(FaultKind.HTML, FaultKind.EMPTY, FaultKind.BODY);

        /** Checks the kind. */
        public Replaced {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(kind.word() + " replaces no body");
            }
            Checks.header(contentType);
        }
    }

    /** Rows differ from their document in one member; an empty field is any that can differ so. */
    record Drifted(Drift drift, String field) implements Effect {
        @Override
        public FaultKind kind() {
            return FaultKind.DRIFT;
        }
    }

    /** So many rows were inserted, or below zero removed, before the page since the pages before it were read. */
    record Shift(int rows) implements Effect {
        /** Checks that there is a shift. */
        public Shift {
            Checks.range("a shift", Math.abs((long) rows), 1, 1_000);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.SHIFT;
        }
    }

    /** The total count differs by so much more on each page after the first. */
    record Total(int perPage) implements Effect {
        @Override
        public FaultKind kind() {
            return FaultKind.TOTAL;
        }
    }

    /** The first row of an answer comes twice. */
    record DuplicateRow() implements Effect {
        @Override
        public FaultKind kind() {
            return FaultKind.DUPLICATE_ROW;
        }
    }

    /** The rows of an answer are left out. */
    record EmptyPage() implements Effect {
        @Override
        public FaultKind kind() {
            return FaultKind.EMPTY_PAGE;
        }
    }

    /** The rows of the first page come, whatever page is asked for. */
    record SamePage() implements Effect {
        @Override
        public FaultKind kind() {
            return FaultKind.SAME_PAGE;
        }
    }

    /** A token dies after so many calls. */
    record TokenCalls(int calls) implements Effect {
        /** Checks the count. */
        public TokenCalls {
            Checks.atLeast("the calls of a token", calls, 0);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.TOKEN_DIES;
        }
    }

    /** A token dies so much earlier than announced. */
    record TokenLoss(Duration early) implements Effect {
        /** Checks the time. */
        public TokenLoss {
            Checks.duration("the time a token loses", early, Duration.ofMillis(1));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.TOKEN_DIES;
        }
    }

    /** A token's life is announced in an odd way; the value is empty but for {@code VALUE}. */
    record ExpiresIn(Announcement announcement, String json) implements Effect {
        /** How the life is announced. */
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
            if (announcement == Announcement.VALUE && Json.read(json).isEmpty()) {
                throw new IllegalArgumentException("expires-in is a JSON value, not " + json);
            }
        }

        @Override
        public FaultKind kind() {
            return FaultKind.EXPIRES_IN;
        }
    }
}
