package dev.seatport.http.spi;

import dev.seatport.domain.seat.Quantity;
import org.jspecify.annotations.Nullable;

/** Counts as DTOs hold them, turned into quantities: absent stays absent. */
public final class Quantities {
    private static final long UNLIMITED = Integer.MAX_VALUE;

    private Quantities() {}

    /** A count that may be negative, and that no document promises. */
    public static Quantity signed(@Nullable Long count) {
        if (count == null) {
            return Quantity.unreported();
        }
        return count == UNLIMITED ? Quantity.unlimited() : Quantity.of(count);
    }

    /**
     * A count that its documents promise and that may be negative, as an available count is when more is assigned than was bought. An
     * absent one is told as drift. So is the largest number of 32 bits, by which vendors mean "unlimited": it is no number to compare with.
     *
     * @param path where it stands, in JSON path form with {@code [*]} for any row
     */
    public static Quantity signed(@Nullable Long count, String path, ResponseContext answer) {
        if (count == null) {
            answer.reportDrift(path, "no count");
        } else if (count == UNLIMITED) {
            answer.reportDrift(path, "unlimited (2147483647)");
        }
        return signed(count);
    }

    /**
     * A count of things that are there, which its documents promise. An absent one is told as drift. So is a negative one, which
     * cannot be true: it becomes unreported.
     *
     * @param path where it stands, in JSON path form with {@code [*]} for any row
     */
    public static Quantity nonNegative(@Nullable Long count, String path, ResponseContext answer) {
        if (count != null && count < 0) {
            answer.reportDrift(path, "a negative count");
            return Quantity.unreported();
        }
        return signed(count, path, answer);
    }
}
