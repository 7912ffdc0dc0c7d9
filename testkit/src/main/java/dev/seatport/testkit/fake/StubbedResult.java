package dev.seatport.testkit.fake;

import dev.seatport.ports.failure.VendorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stubbed result of one query.
 *
 * @param rows the rows in order
 * @param failure the failure after the rows; {@code null} to complete
 */
record StubbedResult<T>(List<T> rows, @Nullable VendorException failure) {
    StubbedResult {
        rows = List.copyOf(rows);
    }

    static <T> StubbedResult<T> failed(VendorException failure) {
        return new StubbedResult<>(List.of(), failure);
    }
}
