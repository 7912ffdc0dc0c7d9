package dev.seatport.testkit.fake;

import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.listing.ListingResult;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cold publisher of stubbed rows. Emits on the thread of the subscriber. Calls the supplier once for each subscription, at its first
 * request for rows, like an adapter that sends nothing before.
 */
record RowPublisher<T>(Supplier<ListingResult<T>> listing) implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        subscriber.onSubscribe(new RowSubscription<>(subscriber, listing));
    }

    private static final class RowSubscription<T> implements Flow.Subscription {
        private final Flow.Subscriber<? super T> subscriber;
        private final Supplier<ListingResult<T>> listing;
        private final AtomicLong requested = new AtomicLong();
        private @Nullable ListingResult<T> started;
        private int next;
        private volatile boolean over;

        RowSubscription(Flow.Subscriber<? super T> subscriber, Supplier<ListingResult<T>> listing) {
            this.subscriber = subscriber;
            this.listing = listing;
        }

        @Override
        public void request(long more) {
            if (over) {
                return;
            }
            if (more <= 0) {
                over = true;
                subscriber.onError(new IllegalArgumentException("a subscriber must request 1 or more"));
                return;
            }
            // The call that raises the demand from 0 runs the drain loop. A request from onNext only adds to the
            // demand.
            if (requested.getAndAccumulate(more, RowSubscription::cappedSum) == 0) {
                drain(more);
            }
        }

        @Override
        public void cancel() {
            over = true;
        }

        private void drain(long demand) {
            ListingResult<T> all = started;
            if (all == null) {
                try {
                    all = listing.get();
                } catch (LedgerException e) {
                    over = true;
                    subscriber.onError(e);
                    return;
                }
                started = all;
            }
            long left = demand;
            long delivered = 0;
            while (left > 0) {
                while (delivered < left && next < all.rows().size() && !over) {
                    subscriber.onNext(all.rows().get(next++));
                    delivered++;
                }
                if (over) {
                    return;
                }
                if (next == all.rows().size()) {
                    end(all);
                    return;
                }
                left = requested.addAndGet(-delivered);
                delivered = 0;
            }
        }

        private void end(ListingResult<T> all) {
            over = true;
            all.failure().ifPresentOrElse(subscriber::onError, subscriber::onComplete);
        }

        private static long cappedSum(long one, long other) {
            long sum = one + other;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }
    }
}
