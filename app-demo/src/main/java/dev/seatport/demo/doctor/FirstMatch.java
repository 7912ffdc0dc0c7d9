package dev.seatport.demo.doctor;

import dev.seatport.domain.observed.Observed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the first matching row of a listing, then cancels the listing. Without a match in the first 50 rows, takes the first row. */
public final class FirstMatch<T> implements Flow.Subscriber<Observed<T>> {
    private static final int MAX_ROWS = 50;

    private final Predicate<T> filter;
    private final CompletableFuture<Optional<T>> found = new CompletableFuture<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private @Nullable T first;
    private int seen;

    private FirstMatch(Predicate<T> filter) {
        this.filter = filter;
    }

    /** Returns the first row; empty if there is none. The stage fails if the listing fails before its first row. */
    public static <T> CompletionStage<Optional<T>> of(Flow.Publisher<Observed<T>> listing) {
        return of(listing, row -> true);
    }

    static <T> CompletionStage<Optional<T>> of(Flow.Publisher<Observed<T>> listing, Predicate<T> filter) {
        FirstMatch<T> subscriber = new FirstMatch<>(filter);
        listing.subscribe(subscriber);
        return subscriber.found;
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        subscription.set(upstream);
        upstream.request(1);
    }

    @Override
    public void onNext(Observed<T> row) {
        seen++;
        if (first == null) {
            first = row.value();
        }
        Flow.Subscription current = subscription.get();
        if (filter.test(row.value())) {
            complete(current, row.value());
        } else if (seen == MAX_ROWS) {
            complete(current, first);
        } else if (current != null) {
            current.request(1);
        }
    }

    private void complete(Flow.@Nullable Subscription current, @Nullable T row) {
        if (current != null) {
            current.cancel();
        }
        found.complete(Optional.ofNullable(row));
    }

    @Override
    public void onError(Throwable failure) {
        if (first == null) {
            found.completeExceptionally(failure);
        } else {
            found.complete(Optional.of(first));
        }
    }

    @Override
    public void onComplete() {
        found.complete(Optional.ofNullable(first));
    }
}
