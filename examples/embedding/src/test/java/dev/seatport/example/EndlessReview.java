package dev.seatport.example;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Review that emits a tenant of 10 kB per requested event, until it is cancelled or fails. */
final class EndlessReview implements Flow.Publisher<ReviewEvent> {
    private static final String LONG_NAME = "x".repeat(10_000);
    private static final int EVENTS_BEFORE_FAILURE = 20;

    private final @Nullable RuntimeException failure;

    final AtomicLong emitted = new AtomicLong();
    final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    EndlessReview() {
        this.failure = null;
    }

    /** Creates a review that fails after {@link #EVENTS_BEFORE_FAILURE} events. */
    EndlessReview(RuntimeException failure) {
        this.failure = failure;
    }

    private static ReviewEvent tenant(long number) {
        CustomerId customer = new CustomerId(new Vendor("acme"), "customer-" + number);
        return new ReviewEvent.Unmatched(new UnmatchedLicenseTenant(
                customer, LONG_NAME, new TenantId("tenant-" + number), List.of(), true, false));
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ReviewEvent> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long more) {
                for (long i = 0; i < more && !cancelled.isDone(); i++) {
                    subscriber.onNext(tenant(emitted.incrementAndGet()));
                    if (failure != null && emitted.get() == EVENTS_BEFORE_FAILURE) {
                        cancelled.complete(null);
                        subscriber.onError(failure);
                    }
                }
            }

            @Override
            public void cancel() {
                cancelled.complete(null);
            }
        });
    }
}
