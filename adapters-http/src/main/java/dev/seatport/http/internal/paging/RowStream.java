package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A listing row by row, as its subscriber asks for rows: a portion is asked for when its first row is. Each subscription reads the
 * listing anew. A publisher of our own because its rows are the one thing that there are millions of: a chain of operators costs
 * more for a row than reading it does.
 */
public final class RowStream<T> implements Flow.Publisher<Observed<T>> {
    private final Supplier<? extends Portions<T>> portions;
    private final Consumer<VendorException> failures;

    /**
     * A listing.
     *
     * @param portions called once for each subscription; what it throws is the subscription's failure
     * @param failures told of each subscription that fails, before its subscriber is
     */
    public RowStream(Supplier<? extends Portions<T>> portions, Consumer<VendorException> failures) {
        this.portions = portions;
        this.failures = failures;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Observed<T>> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        RowReading<T> reading = new RowReading<>(subscriber, failures);
        subscriber.onSubscribe(reading);
        reading.begin(portions);
    }
}
