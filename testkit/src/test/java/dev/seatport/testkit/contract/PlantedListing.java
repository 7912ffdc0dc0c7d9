package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Listing with a defect, of a vendor that serves one row per request.
 *
 * @param rows the rows of the vendor
 * @param ends the failure after the rows; {@code null} if it completes
 */
record PlantedListing<T>(
        PlantedVendor vendor,
        String request,
        List<T> rows,
        @Nullable VendorException ends) implements Flow.Publisher<Observed<T>> {

    @Override
    public void subscribe(Flow.Subscriber<? super Observed<T>> subscriber) {
        if (ends != null && rows.isEmpty() && vendor.has(PlantedDefect.THROWS_REJECTIONS_ON_SUBSCRIBE)) {
            throw ends;
        }
        PlantedSubscription subscription = new PlantedSubscription(subscriber);
        if (vendor.has(PlantedDefect.SENDS_ON_SUBSCRIBE)) {
            vendor.send(request);
        }
        subscriber.onSubscribe(subscription);
    }

    private final class PlantedSubscription implements Flow.Subscription {
        private final Flow.Subscriber<? super Observed<T>> subscriber;
        private int next;
        private boolean cancelled;
        private boolean over;

        PlantedSubscription(Flow.Subscriber<? super Observed<T>> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long demand) {
            if (over || (cancelled && !vendor.has(PlantedDefect.DELIVERS_AFTER_CANCEL))) {
                return;
            }
            if (next == 0) {
                sendFirstRequests();
            }
            if (vendor.has(PlantedDefect.SHARES_THE_POSITION_OF_SUBSCRIPTIONS)) {
                next = vendor.sharedPosition();
            }
            if (vendor.isStalled()) {
                return;
            }
            long left = vendor.has(PlantedDefect.IGNORES_DEMAND) ? rows.size() : demand;
            for (; left > 0 && next < rows.size(); left--) {
                if (next > 0) {
                    send();
                }
                subscriber.onNext(vendor.observed(rows.get(next++), next));
            }
            vendor.sharePosition(next);
            if (next == rows.size() && left > 0) {
                end();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (!vendor.has(PlantedDefect.IGNORES_CANCEL)) {
                vendor.disconnect();
            }
            if (next == 0 && vendor.has(PlantedDefect.SENDS_AFTER_CANCEL)) {
                vendor.send(request);
            }
        }

        private void sendFirstRequests() {
            int atOnce = vendor.has(PlantedDefect.READS_ALL_PAGES_AT_ONCE) ? rows.size() : Math.min(rows.size(), 1);
            for (int i = 0; i < atOnce; i++) {
                vendor.send(request);
            }
            if (ends != null && vendor.has(PlantedDefect.DROPS_ROWS_BEFORE_A_FAILURE)) {
                next = rows.size();
            }
        }

        private void send() {
            if (!vendor.has(PlantedDefect.READS_ALL_PAGES_AT_ONCE) && !vendor.has(PlantedDefect.PROVENANCE_PER_ROW)) {
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
