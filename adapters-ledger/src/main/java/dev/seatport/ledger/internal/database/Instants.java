package dev.seatport.ledger.internal.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the database has them: microseconds since 1970. */
public final class Instants {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private Instants() {}

    /** Returns the microseconds since 1970, rounded down. */
    public static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / NANOS_PER_MICRO);
    }

    /** Returns the microseconds since 1970; the first or last microsecond of a {@code long} if the instant is beyond them. */
    public static long cappedMicros(Instant instant) {
        try {
            return micros(instant);
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** Returns the instant. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
