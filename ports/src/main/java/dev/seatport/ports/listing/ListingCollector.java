package dev.seatport.ports.listing;

import dev.seatport.ports.failure.VendorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Subscriber that collects rows until the terminal signal. Reactive Streams serialises signals, so the list has no lock. */
final class ListingCollector<T> implements Flow.Subscriber<T> {
    private final List<T> rows = new ArrayList<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private final CompletableFuture<ListingResult<T>> result = new CancellingFuture();

    CompletableFuture<ListingResult<T>> result() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription received) {
        if (!subscription.compareAndSet(null, received)) {
            received.cancel();
            return;
        }
        if (result.isCancelled()) {
            received.cancel();
        } else {
            received.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(T row) {
        try {
            rows.add(row);
        } catch (OutOfMemoryError e) {
            result.completeExceptionally(e);
            cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (failure instanceof VendorException vendorFailure) {
            result.complete(new ListingResult<>(rows, vendorFailure));
        } else {
            result.completeExceptionally(failure);
        }
    }

    @Override
    public void onComplete() {
        result.complete(new ListingResult<>(rows, null));
    }

    private void cancel() {
        Flow.Subscription current = subscription.get();
        if (current != null) {
            current.cancel();
        }
    }

    /** Cancelling the future must cancel the subscription, which a plain {@code CompletableFuture} does not do. */
    private final class CancellingFuture extends CompletableFuture<ListingResult<T>> {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            ListingCollector.this.cancel();
            return cancelled;
        }
    }
}
