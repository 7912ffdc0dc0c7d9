package dev.seatport.application.ledger;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerReading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Listing that records its rows as one reading at its end. Passes on rows and demand unchanged. The end is passed on when the buffer has
 * room for the next reading. A listing that ends early, or that the subscriber cancels, is recorded as failed and without rows.
 *
 * @param <T> the type of a row
 * @param listing the listing of the vendor
 * @param buffer receives the reading
 * @param readings creates the reading
 * @param cancelled creates the failure of a listing that was cancelled after this number of rows
 */
record RecordedListing<T>(
        Flow.Publisher<Observed<T>> listing,
        ReadingBuffer buffer,
        ReadingFactory<T> readings,
        IntFunction<VendorException> cancelled)
        implements Flow.Publisher<Observed<T>> {

    /** Creates the reading of a listing. */
    interface ReadingFactory<T> {
        LedgerReading create(List<Observed<T>> rows, @Nullable VendorException failure);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Observed<T>> subscriber) {
        listing.subscribe(new RecordingSubscriber(subscriber));
    }

    /** Subscriber of one subscription. Reactive Streams serialises signals, so the rows have no lock. */
    private final class RecordingSubscriber implements Flow.Subscriber<Observed<T>> {
        private final Flow.Subscriber<? super Observed<T>> downstream;
        private final List<Observed<T>> rows = new ArrayList<>();
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile boolean silenced;

        RecordingSubscriber(Flow.Subscriber<? super Observed<T>> downstream) {
            this.downstream = downstream;
        }

        @Override
        public void onSubscribe(Flow.Subscription upstream) {
            downstream.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    upstream.request(count);
                }

                @Override
                public void cancel() {
                    silenced = true;
                    upstream.cancel();
                    if (ended.compareAndSet(false, true)) {
                        var unused = buffer.add(readings.create(List.of(), cancelled.apply(rows.size())));
                    }
                }
            });
        }

        @Override
        public void onNext(Observed<T> row) {
            rows.add(row);
            downstream.onNext(row);
        }

        @Override
        public void onComplete() {
            end(rows, null);
        }

        @Override
        public void onError(Throwable failure) {
            if (failure instanceof VendorException vendorFailure) {
                end(List.of(), vendorFailure);
            } else if (ended.compareAndSet(false, true)) {
                downstream.onError(failure);
            }
        }

        private void end(List<Observed<T>> read, @Nullable VendorException failure) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            buffer.add(readings.create(read, failure)).whenComplete((nothing, error) -> {
                Throwable cause = error instanceof CompletionException && error.getCause() != null
                        ? error.getCause()
                        : error == null ? failure : error;
                if (silenced) {
                    return;
                }
                if (cause == null) {
                    downstream.onComplete();
                } else {
                    downstream.onError(cause);
                }
            });
        }
    }
}
