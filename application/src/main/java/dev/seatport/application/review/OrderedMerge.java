package dev.seatport.application.review;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * Works on several items of a publisher at once and delivers the results in the items' order. An item is begun only while
 * fewer than {@code concurrency} are at work or wait for their turn, so that a slow subscriber holds the work back and
 * nothing piles up. As many items again are asked for ahead, so that a publisher that reads them page by page has the next
 * page when it is needed, and the work does not pause at the end of each.
 *
 * <p>A failure of the publisher is delivered after the results of the items before it; a failure of the work in its
 * item's turn, and it ends the rest.
 *
 * @param <T> what the publisher delivers
 * @param <R> what becomes of it
 */
record OrderedMerge<T, R>(Flow.Publisher<T> items, int concurrency, Function<T, Uni<R>> work)
        implements Flow.Publisher<R> {

    @Override
    public void subscribe(Flow.Subscriber<? super R> subscriber) {
        OrderedMergeSubscription<T, R> subscription = new OrderedMergeSubscription<>(subscriber, concurrency, work);
        try {
            items.subscribe(subscription);
        } catch (RuntimeException | Error e) {
            subscription.refused(e);
        }
    }
}
