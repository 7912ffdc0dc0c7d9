package dev.seatport.testkit.wait;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits for the results of ports. Each method fails the test after {@link #TIMEOUT}. */
public final class Await {
    /** Far above the duration of a passing test, for slow build machines. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Await() {}

    /** Returns the result of a stage that must not fail. */
    public static <T> T result(CompletionStage<T> stage) {
        try {
            return get(stage);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + e.getCause(), e.getCause());
        }
    }

    /** Returns the value of a stage that must not fail, without its provenance. */
    public static <T> T value(CompletionStage<Observed<T>> stage) {
        return result(stage).value();
    }

    /** Returns the failure of a stage that must fail with a {@link VendorException}. */
    public static VendorException failure(CompletionStage<?> stage) {
        try {
            throw new AssertionError("expected a failure, not " + get(stage));
        } catch (ExecutionException e) {
            return vendorException(e.getCause());
        }
    }

    /** Collects a listing that may be incomplete. */
    public static <T> ListingResult<Observed<T>> listing(Flow.Publisher<Observed<T>> publisher) {
        return result(Listings.collect(publisher));
    }

    /** Returns the rows of a listing that must be complete, without their provenance. */
    public static <T> List<T> rows(Flow.Publisher<Observed<T>> publisher) {
        ListingResult<Observed<T>> listing = listing(publisher);
        listing.failure().ifPresent(failure -> {
            throw failure;
        });
        return values(listing);
    }

    /** Returns the rows of a listing without their provenance. */
    public static <T> List<T> values(ListingResult<Observed<T>> listing) {
        return values(listing.rows());
    }

    /** Returns rows without their provenance. */
    public static <T> List<T> values(List<Observed<T>> rows) {
        return rows.stream().map(Observed::value).toList();
    }

    /** Returns the failure of a listing that must be incomplete. */
    public static VendorException failure(Flow.Publisher<? extends Observed<?>> publisher) {
        return result(Listings.collect(publisher))
                .failure()
                .orElseThrow(() -> new AssertionError("the listing is complete"));
    }

    /** Waits until a condition holds, by checking it again and again. Use it if no event signals the change. */
    public static void until(BooleanSupplier condition) {
        until(condition, TIMEOUT);
    }

    static void until(BooleanSupplier condition, Duration timeout) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > timeout.toNanos()) {
                throw new AssertionError("waited " + timeout + " for a condition");
            }
            Thread.onSpinWait();
        }
    }

    /** Waits for the end of a subscription: completion or a {@link VendorException}. */
    public static <T> ListingResult<T> end(TestSubscriber<Observed<T>> subscriber) {
        return end(subscriber, TIMEOUT);
    }

    /** Waits up to the timeout for the end of a subscription: completion or a {@link VendorException}. */
    public static <T> ListingResult<T> end(TestSubscriber<Observed<T>> subscriber, Duration timeout) {
        TestSubscriber.Outcome<Observed<T>> outcome = subscriber.rest(timeout);
        return new ListingResult<>(
                values(outcome.rows()), outcome.failure() == null ? null : vendorException(outcome.failure()));
    }

    private static VendorException vendorException(@Nullable Throwable thrown) {
        if (thrown instanceof VendorException failure) {
            return failure;
        }
        throw new AssertionError("expected a VendorException, not " + thrown, thrown);
    }

    private static <T> T get(CompletionStage<T> stage) throws ExecutionException {
        try {
            return stage.toCompletableFuture().get(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        } catch (TimeoutException e) {
            throw new AssertionError("waited " + TIMEOUT + " for a result", e);
        }
    }
}
