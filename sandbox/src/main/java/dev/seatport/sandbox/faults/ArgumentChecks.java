package dev.seatport.sandbox.faults;

import java.time.Duration;

/** Argument checks. Each throws an {@link IllegalArgumentException} that names the allowed values. */
final class ArgumentChecks {
    private static final Duration MAX_DURATION = Duration.ofHours(1);

    private ArgumentChecks() {}

    static void checkHeader(String value) {
        if (!value.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
            throw new IllegalArgumentException("a header value must be printable ASCII");
        }
    }

    static void checkDuration(String what, Duration value, Duration min) {
        if (value.compareTo(min) < 0 || value.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException(
                    what + " must be " + min.toMillis() + " ms to 60 m, not " + value.toMillis() + " ms");
        }
    }

    static void checkRange(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " must be " + min + " to " + max + ", not " + value);
        }
    }

    static void checkMin(String what, long value, long min) {
        if (value < min) {
            throw new IllegalArgumentException(what + " must be " + min + " or more, not " + value);
        }
    }
}
