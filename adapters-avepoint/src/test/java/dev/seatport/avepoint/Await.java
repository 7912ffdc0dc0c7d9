package dev.seatport.avepoint;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.listing.Listings;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a port comes to, but not for ever. */
final class Await {
    private static final int SECONDS = 60;

    private Await() {}

    static <T> Observed<T> observed(CompletionStage<Observed<T>> stage) {
        try {
            return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("no value", e);
        }
    }

    static <T> T value(CompletionStage<Observed<T>> stage) {
        return observed(stage).value();
    }

    static VendorException failure(CompletionStage<?> stage) {
        try {
            throw new AssertionError(
                    "no failure but " + stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VendorException failure) {
                return failure;
            }
            throw new AssertionError("a failure that no port promises", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no end", e);
        }
    }

    static <T> Listing<Observed<T>> listing(Flow.Publisher<Observed<T>> publisher) {
        try {
            return Listings.collect(publisher).toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("no listing", e);
        }
    }

    /** The rows of a listing that must be whole. */
    static <T> List<T> rows(Flow.Publisher<Observed<T>> publisher) {
        Listing<Observed<T>> listing = listing(publisher);
        listing.failure().ifPresent(failure -> {
            throw failure;
        });
        return values(listing);
    }

    static <T> List<T> values(Listing<Observed<T>> listing) {
        return listing.rows().stream().map(Observed::value).toList();
    }

    static VendorException failure(Flow.Publisher<? extends Observed<?>> publisher) {
        try {
            return Listings.collect(publisher)
                    .toCompletableFuture()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .failure()
                    .orElseThrow(() -> new AssertionError("the listing is whole"));
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("no listing", e);
        }
    }
}
