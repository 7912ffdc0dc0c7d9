package dev.seatport.http.internal.retry;

import dev.seatport.ports.failure.VendorException;

/** Looks into failed attempts for tests of those who make them. */
public final class Told {
    private Told() {}

    /** What the caller is told after so many requests. */
    public static VendorException after(AttemptFailure failure, int attempts) {
        return failure.told(attempts);
    }

    public static long sentAt(AttemptFailure failure) {
        return failure.sentAt();
    }
}
