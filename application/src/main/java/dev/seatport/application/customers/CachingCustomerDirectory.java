package dev.seatport.application.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Decorator that keeps the complete listing of a directory until it is too old. A service that reviews single customers then
 * lists the license vendor's customers once, not once per review. The provenance of each row has the time of its response.
 *
 * <p>Subscribers that arrive during a listing share it. The listing is cancelled when the last of them cancels. An incomplete
 * listing is delivered and not kept. Holds all customers in memory. Thread-safe.
 */
public final class CachingCustomerDirectory implements CustomerDirectory {
    /** A new customer appears after at most this time, and a large vendor is listed four times an hour. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(15);

    private final CustomerDirectory directory;
    private final Duration maxAge;
    private final InstantSource clock;
    private final Object lock = new Object();
    /** The running or kept listing. Guarded by the lock. */
    private @Nullable SharedListing current;

    private CachingCustomerDirectory(CustomerDirectory directory, Duration maxAge, InstantSource clock) {
        this.directory = Objects.requireNonNull(directory, "directory");
        this.maxAge = Objects.requireNonNull(maxAge, "maxAge");
        this.clock = Objects.requireNonNull(clock, "clock");
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge must be positive, not " + maxAge);
        }
    }

    /** Returns a decorator that keeps a listing for {@link #DEFAULT_MAX_AGE}. */
    public static CachingCustomerDirectory of(CustomerDirectory directory) {
        return of(directory, DEFAULT_MAX_AGE);
    }

    /**
     * Returns a decorator.
     *
     * @param maxAge the time from the start of a listing after which it is not used
     * @throws IllegalArgumentException if {@code maxAge} is not positive
     */
    public static CachingCustomerDirectory of(CustomerDirectory directory, Duration maxAge) {
        return of(directory, maxAge, InstantSource.system());
    }

    /**
     * Returns a decorator with another clock.
     *
     * @throws IllegalArgumentException if {@code maxAge} is not positive
     */
    public static CachingCustomerDirectory of(CustomerDirectory directory, Duration maxAge, InstantSource clock) {
        return new CachingCustomerDirectory(directory, maxAge, clock);
    }

    /**
     * Returns the time at which the kept listing started.
     *
     * @return empty if no listing is kept, or if it is too old
     */
    public Optional<Instant> listedAt() {
        synchronized (lock) {
            return current != null && current.result.isDone() && isRecent(current)
                    ? Optional.of(current.startedAt)
                    : Optional.empty();
        }
    }

    /** Discards the kept listing, so that the next subscriber starts a new one. */
    public void discard() {
        synchronized (lock) {
            current = null;
        }
    }

    /**
     * Lists all customers, from memory if a listing is kept. Starts a new listing if responses since the start of the kept
     * one may belong to other requests ({@link #suspectResponseCount}).
     */
    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return Uni.createFrom()
                .completionStage(directory::suspectResponseCount)
                .onItem()
                .transformToUni(this::listing)
                .toMulti()
                .onItem()
                .transformToMultiAndConcatenate(CachingCustomerDirectory::rows);
    }

    /** Finds a customer with a new request. */
    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return directory.find(id);
    }

    @Override
    public boolean findReadsListing() {
        return directory.findReadsListing();
    }

    @Override
    public CompletionStage<Quantity> count() {
        return directory.count();
    }

    @Override
    public CompletionStage<Long> suspectResponseCount() {
        return directory.suspectResponseCount();
    }

    private Uni<ListingResult<Observed<Customer>>> listing(long suspectResponses) {
        return Uni.createFrom().emitter(subscriber -> join(suspectResponses, subscriber));
    }

    private static Multi<Observed<Customer>> rows(ListingResult<Observed<Customer>> listing) {
        Multi<Observed<Customer>> rows = Multi.createFrom().iterable(listing.rows());
        return listing.failure()
                .map(failure -> Multi.createBy()
                        .concatenating()
                        .streams(rows, Multi.createFrom().<Observed<Customer>>failure(failure)))
                .orElse(rows);
    }

    private void join(long suspectResponses, UniEmitter<? super ListingResult<Observed<Customer>>> subscriber) {
        SharedListing joined;
        boolean isNew = false;
        synchronized (lock) {
            if (current == null || current.suspectResponses < suspectResponses || !isRecent(current)) {
                current = new SharedListing(clock.instant(), suspectResponses);
                isNew = true;
            }
            joined = current;
            joined.subscribers++;
        }
        subscriber.onTermination(() -> leave(joined));
        CompletableFuture<?> unused = joined.result.whenComplete((listing, failure) -> {
            if (failure == null) {
                subscriber.complete(listing);
            } else {
                subscriber.fail(failure);
            }
        });
        if (isNew) {
            start(joined);
        }
    }

    /** A clock that was set back makes a listing old, because its age is then unknown. */
    private boolean isRecent(SharedListing listing) {
        Duration age = Duration.between(listing.startedAt, clock.instant());
        return !age.isNegative() && age.compareTo(maxAge) < 0;
    }

    private void start(SharedListing listing) {
        CompletableFuture<ListingResult<Observed<Customer>>> request = request();
        boolean isAbandoned;
        synchronized (lock) {
            listing.request = request;
            isAbandoned = listing.subscribers == 0;
        }
        if (isAbandoned) {
            request.cancel(true);
        }
        CompletableFuture<?> unused = request.whenComplete((rows, failure) -> {
            if (failure != null) {
                forget(listing);
                listing.result.completeExceptionally(failure);
            } else {
                if (!rows.complete()) {
                    forget(listing);
                }
                listing.result.complete(rows);
            }
        });
    }

    /** A directory that throws would otherwise leave the other subscribers waiting. */
    private CompletableFuture<ListingResult<Observed<Customer>>> request() {
        try {
            return Listings.<Observed<Customer>>collect(directory.all()).toCompletableFuture();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Called when a subscriber cancels, and also after it got the listing. */
    private void leave(SharedListing listing) {
        CompletableFuture<ListingResult<Observed<Customer>>> abandoned = null;
        synchronized (lock) {
            listing.subscribers--;
            if (listing.subscribers == 0 && !listing.result.isDone()) {
                forget(listing);
                abandoned = listing.request;
            }
        }
        if (abandoned != null) {
            abandoned.cancel(true);
        }
    }

    private void forget(SharedListing listing) {
        synchronized (lock) {
            if (current == listing) {
                current = null;
            }
        }
    }

    /** Listing that several subscribers wait for or have got. */
    private static final class SharedListing {
        private final Instant startedAt;
        /** Suspect responses of the directory before the listing. */
        private final long suspectResponses;

        private final CompletableFuture<ListingResult<Observed<Customer>>> result = new CompletableFuture<>();
        /** Guarded by the lock. */
        private int subscribers;
        /** Guarded by the lock; {@code null} until the request is sent. */
        private @Nullable CompletableFuture<ListingResult<Observed<Customer>>> request;

        SharedListing(Instant startedAt, long suspectResponses) {
            this.startedAt = startedAt;
            this.suspectResponses = suspectResponses;
        }
    }
}
