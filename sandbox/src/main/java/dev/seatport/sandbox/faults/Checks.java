package dev.seatport.sandbox.faults;

import java.time.Duration;

/** What the values of this package may be. */
final class Checks {
    private static final Duration LONGEST = Duration.ofHours(1);

    private Checks() {}

    static void header(String value) {
        if (!value.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
            throw new IllegalArgumentException("a header takes printable ASCII");
        }
    }

    static void duration(String what, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    what + " is " + least.toMillis() + " ms to 60 m, not " + value.toMillis() + " ms");
        }
    }

    static void range(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }

    static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " is " + least + " or more, not " + value);
        }
    }
}
