package dev.seatport.application.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Limit of the rows of one customer, across all of its listings, so that one huge customer does not fill the heap.
 * Thread-safe.
 */
final class CustomerRowLimit {
    private final String customer;
    private final int maxRows;
    private final AtomicInteger rows = new AtomicInteger();
    private final Map<Dataset, VendorException> failures = new ConcurrentHashMap<>();
    private volatile boolean exceeded;

    /**
     * Creates a limit.
     *
     * @param customer the name of the customer for messages
     */
    CustomerRowLimit(String customer, int maxRows) {
        this.customer = customer;
        this.maxRows = maxRows;
    }

    /** Applies the limit to a listing: the first row above it cancels the listing, which fails with {@code ANSWER_TOO_LARGE}. */
    <T> Flow.Publisher<Observed<T>> apply(Dataset dataset, Flow.Publisher<Observed<T>> listing) {
        return subscriber -> listing.subscribe(new CountingSubscriber<>(dataset, subscriber));
    }

    /** Passes on rows up to the limit. Reactive Streams serialises signals, so the fields have no lock. */
    private final class CountingSubscriber<T> implements Flow.Subscriber<Observed<T>> {
        private final Dataset dataset;
        private final Flow.Subscriber<? super Observed<T>> downstream;
        private Flow.@Nullable Subscription upstream;
        private boolean ended;

        CountingSubscriber(Dataset dataset, Flow.Subscriber<? super Observed<T>> downstream) {
            this.dataset = dataset;
            this.downstream = downstream;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            downstream.onSubscribe(subscription);
        }

        @Override
        public void onNext(Observed<T> row) {
            if (ended) {
                return;
            }
            if (rows.incrementAndGet() <= maxRows) {
                downstream.onNext(row);
                return;
            }
            exceeded = true;
            ended = true;
            if (upstream != null) {
                upstream.cancel();
            }
            downstream.onError(failure(dataset, row.provenance().vendor()));
        }

        @Override
        public void onError(Throwable failure) {
            if (!ended) {
                ended = true;
                downstream.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!ended) {
                ended = true;
                downstream.onComplete();
            }
        }
    }

    /** Returns the failure of a dataset, always the same one, so that its gaps are equal and are merged. */
    VendorException failure(Dataset dataset, Vendor vendor) {
        return failures.computeIfAbsent(
                dataset,
                missing -> VendorException.builder(
                                FailureKind.ANSWER_TOO_LARGE,
                                vendor,
                                missing.label(),
                                customer + " has more than " + maxRows
                                        + " rows, the limit of one customer: raise rows-per-customer")
                        .build());
    }

    /** Returns whether a row above the limit arrived. */
    boolean isExceeded() {
        return exceeded;
    }
}
