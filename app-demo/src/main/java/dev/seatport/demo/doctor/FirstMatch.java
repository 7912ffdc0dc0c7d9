package dev.seatport.demo.doctor;

import dev.seatport.domain.observed.Observed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The first row of a listing that suits, or else the first of all; then the listing is cancelled. Looks at a few rows only. */
public final class FirstMatch<T> implements Flow.Subscriber<Observed<T>> {
    private static final int MOST = 50;

    private final Predicate<T> suited;
    private final CompletableFuture<Optional<T>> found = new CompletableFuture<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private @Nullable T first;
    private int seen;

    private FirstMatch(Predicate<T> suited) {
        this.suited = suited;
    }

    /** Any row: empty if there is none, failed if the listing fails before it. */
    public static <T> CompletionStage<Optional<T>> of(Flow.Publisher<Observed<T>> listing) {
        return of(listing, row -> true);
    }

    static <T> CompletionStage<Optional<T>> of(Flow.Publisher<Observed<T>> listing, Predicate<T> suited) {
        FirstMatch<T> row = new FirstMatch<>(suited);
        listing.subscribe(row);
        return row.found;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.set(given);
        given.request(1);
    }

    @Override
    public void onNext(Observed<T> row) {
        seen++;
        if (first == null) {
            first = row.value();
        }
        Flow.Subscription current = subscription.get();
        if (suited.test(row.value())) {
            end(current, row.value());
        } else if (seen == MOST) {
            end(current, first);
        } else if (current != null) {
            current.request(1);
        }
    }

    private void end(Flow.@Nullable Subscription current, @Nullable T row) {
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
