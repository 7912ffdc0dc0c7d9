package dev.seatport.testkit.fake;

import dev.seatport.ports.failure.VendorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fake answers to one question.
 *
 * @param rows what it delivers, in this order
 * @param failure what it ends with; {@code null} if it completes
 */
record StubbedPublisher<T>(List<T> rows, @Nullable VendorException failure) {
    StubbedPublisher {
        rows = List.copyOf(rows);
    }

    static <T> StubbedPublisher<T> refused(VendorException failure) {
        return new StubbedPublisher<>(List.of(), failure);
    }
}
