package dev.seatport.ports.listing;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;

/**
 * Gathers what a port's publisher delivers. The collecting operators of most reactive libraries throw good rows away when
 * a failure follows them; these keep both.
 */
public final class Listings {
    private Listings() {}

    /**
     * Subscribes, asks for everything, and gathers it.
     *
     * @return completes with the listing, whole or not. It completes exceptionally only for failures that are no
     *     {@link dev.seatport.ports.failure.VendorException}. Cancelling its {@code CompletableFuture} cancels the
     *     subscription
     */
    public static <T> CompletionStage<Listing<T>> collect(Flow.Publisher<? extends T> publisher) {
        ListingCollector<T> collector = new ListingCollector<>();
        try {
            publisher.subscribe(collector);
        } catch (RuntimeException | Error e) {
            // A publisher must not throw. If one does, its failure must not get lost between two threads.
            collector.onError(e);
        }
        return collector.result();
    }

    /**
     * {@link #collect} for callers who may block. Not to be called on a thread that delivers the rows.
     *
     * @throws InterruptedException if the thread is interrupted; the subscription is cancelled
     */
    public static <T> Listing<T> await(Flow.Publisher<? extends T> publisher) throws InterruptedException {
        CompletableFuture<Listing<T>> result = Listings.<T>collect(publisher).toCompletableFuture();
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
            throw new IllegalStateException("the listing failed for a reason that no port promises", e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("the listing was cancelled", e);
        }
    }
}
