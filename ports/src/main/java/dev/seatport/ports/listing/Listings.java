package dev.seatport.ports.listing;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;

/**
 * Collects the rows of a port's publisher. Keeps the rows that arrive before a failure, which the collecting operators of
 * most reactive libraries discard.
 */
public final class Listings {
    private Listings() {}

    /**
     * Subscribes, requests all rows, and collects them.
     *
     * @return completes with the listing, complete or not; fails only with an exception that is not a
     *     {@link dev.seatport.ports.failure.VendorException}. Cancelling its {@code CompletableFuture} cancels the
     *     subscription
     */
    public static <T> CompletionStage<ListingResult<T>> collect(Flow.Publisher<? extends T> publisher) {
        ListingCollector<T> collector = new ListingCollector<>();
        try {
            publisher.subscribe(collector);
        } catch (RuntimeException | Error e) {
            // A publisher must not throw from subscribe. If one does, the future still has to fail.
            collector.onError(e);
        }
        return collector.result();
    }

    /**
     * Blocks until {@link #collect} completes. Must not be called on a thread that delivers the rows: it would wait forever.
     *
     * @throws InterruptedException if the calling thread is interrupted; the subscription is cancelled
     * @throws RuntimeException if the publisher failed with an exception that is not a
     *     {@link dev.seatport.ports.failure.VendorException}
     */
    public static <T> ListingResult<T> await(Flow.Publisher<? extends T> publisher) throws InterruptedException {
        CompletableFuture<ListingResult<T>> result =
                Listings.<T>collect(publisher).toCompletableFuture();
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the listing failed with a checked exception", e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("the listing was cancelled", e);
        }
    }
}
