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
record StubbedPublisher<T>(List<T> rows, @Nullable VendorException failure) {
    StubbedPublisher {
        rows = List.copyOf(rows);
    }

    static <T> StubbedPublisher<T> failed(VendorException failure) {
        return new StubbedPublisher<>(List.of(), failure);
    }
}
