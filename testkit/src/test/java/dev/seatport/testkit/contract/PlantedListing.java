package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A listing with a defect, of a vendor that serves one row per request.
 *
 * @param rows what the vendor has
 * @param ends what it ends with after those; {@code null} if it completes
 */
record PlantedListing<T>(
        PlantedVendor vendor,
        String request,
        List<T> rows,
        @Nullable VendorException ends) implements Flow.Publisher<Observed<T>> {

    @Override
    public void subscribe(Flow.Subscriber<? super Observed<T>> subscriber) {
        Delivery delivery = new Delivery(subscriber);
        if (vendor.has(PlantedDefect.ASKS_WHEN_SUBSCRIBED_TO)) {
            vendor.send(request);
        }
        subscriber.onSubscribe(delivery);
    }

    private final class Delivery implements Flow.Subscription {
        private final Flow.Subscriber<? super Observed<T>> subscriber;
        private int next;
        private boolean cancelled;
        private boolean over;

        Delivery(Flow.Subscriber<? super Observed<T>> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long demand) {
            if (over || (cancelled && !vendor.has(PlantedDefect.DELIVERS_ALTHOUGH_CANCELLED))) {
                return;
            }
            if (next == 0) {
                first();
            }
            if (vendor.isStalled()) {
                return;
            }
            long left = vendor.has(PlantedDefect.FLOODS) ? rows.size() : demand;
            for (; left > 0 && next < rows.size(); left--) {
                if (next > 0) {
                    send();
                }
                subscriber.onNext(vendor.observed(rows.get(next++), next));
            }
            if (next == rows.size() && left > 0) {
                end();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (!vendor.has(PlantedDefect.HANGS_ON)) {
                vendor.leave();
            }
            if (next == 0 && vendor.has(PlantedDefect.ASKS_FOR_NOBODY)) {
                vendor.send(request);
            }
        }

        private void first() {
            int atOnce = vendor.has(PlantedDefect.READS_ALL_AHEAD) ? rows.size() : Math.min(rows.size(), 1);
            for (int i = 0; i < atOnce; i++) {
                vendor.send(request);
            }
            if (ends != null && vendor.has(PlantedDefect.DROPS_ROWS_BEFORE_A_FAILURE)) {
                next = rows.size();
            }
        }

        private void send() {
            if (!vendor.has(PlantedDefect.READS_ALL_AHEAD) && !vendor.has(PlantedDefect.DATES_EVERY_ROW)) {
                vendor.send(request);
            }
        }

        private void end() {
            over = true;
            if (ends == null) {
                subscriber.onComplete();
                if (vendor.has(PlantedDefect.COMPLETES_TWICE)) {
                    subscriber.onComplete();
                }
                return;
            }
            subscriber.onError(
                    vendor.has(PlantedDefect.FAILS_WITH_ANOTHER_EXCEPTION)
                            ? new IllegalStateException("planted")
                            : ends);
            if (vendor.has(PlantedDefect.FAILS_TWICE)) {
                subscriber.onError(ends);
            }
        }
    }
}
