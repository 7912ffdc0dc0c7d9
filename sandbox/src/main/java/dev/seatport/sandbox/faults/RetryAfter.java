package dev.seatport.sandbox.faults;

import java.time.Duration;

/** One {@code Retry-After} header line. */
public sealed interface RetryAfter {
    /**
     * A value that is written as it is, sense or nonsense.
     *
     * @param text printable ASCII
     */
    record Raw(String text) implements RetryAfter {
        /** Checks that a header can carry it. */
        public Raw {
            Checks.header(text);
        }
    }

    /**
     * An HTTP date, counted from the sandbox's time when it answers.
     *
     * @param ahead how far ahead; below zero for a date in the past
     */
    record Date(Duration ahead) implements RetryAfter {}
}
