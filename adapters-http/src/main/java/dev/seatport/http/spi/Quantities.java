package dev.seatport.http.spi;

import dev.seatport.domain.seat.Quantity;
import org.jspecify.annotations.Nullable;

/** Converts counts of DTOs to quantities. A missing count becomes an unreported quantity. */
public final class Quantities {
    private static final long UNLIMITED = Integer.MAX_VALUE;

    private Quantities() {}

    /** Converts a count that may be negative and that the documentation does not promise. */
    public static Quantity signed(@Nullable Long count) {
        if (count == null) {
            return Quantity.unreported();
        }
        return count == UNLIMITED ? Quantity.unlimited() : Quantity.of(count);
    }

    /**
     * Converts a count that may be negative and that the documentation promises. An available count is negative if more is
     * assigned than purchased. Reports a missing count as drift. Also reports the maximum 32-bit integer, which vendors use for
     * "unlimited", because it cannot be compared.
     *
     * @param path JSON path, with {@code [*]} for any row
     */
    public static Quantity signed(@Nullable Long count, String path, ResponseContext context) {
        if (count == null) {
            context.reportDrift(path, "no count");
        } else if (count == UNLIMITED) {
            context.reportDrift(path, "unlimited (2147483647)");
        }
        return signed(count);
    }

    /**
     * Converts a count that cannot be negative and that the documentation promises. Reports a missing count as drift. Also
     * reports a negative one, which becomes unreported.
     *
     * @param path JSON path, with {@code [*]} for any row
     */
    public static Quantity nonNegative(@Nullable Long count, String path, ResponseContext context) {
        if (count != null && count < 0) {
            context.reportDrift(path, "a negative count");
            return Quantity.unreported();
        }
        return signed(count, path, context);
    }
}
