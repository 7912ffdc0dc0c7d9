package dev.seatport.benchmarks.listing;

import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.benchmarks.vendor.BenchmarkFleet;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.seats.TenantSeatQuery;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Listing through the port with the adapter in its default form. */
final class PortListing {
    private final AvePoint avePoint;
    private final TenantSeatQuery query = TenantSeatQuery.all(
            new CustomerId(AvePoint.VENDOR, BenchmarkFleet.avePointId(0)), TenantKind.MICROSOFT_365);

    PortListing(Vertx vertx, int port) {
        URI vendor = URI.create("http://127.0.0.1:" + port);
        this.avePoint = AvePoint.connect(
                vertx,
                AvePointOptions.builder("client", Secret.of("secret"))
                        .baseUrl(vendor)
                        .tokenUrl(vendor.resolve("/connect/token"))
                        .build());
    }

    /** Reads the listing once. */
    CompletionStage<SeatSums> read() {
        SumSubscriber subscriber = new SumSubscriber();
        avePoint.tenantSeats().seats(query).subscribe(subscriber);
        return subscriber.result;
    }

    private static final class SumSubscriber implements Flow.Subscriber<Observed<TenantSeats>> {
        private final SeatSums sums = new SeatSums();
        private final CompletableFuture<SeatSums> result = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Observed<TenantSeats> row) {
            TenantSeats seats = row.value();
            sums.add(count(seats.assigned()), count(seats.available()));
        }

        private static long count(Quantity quantity) {
            return quantity instanceof Quantity.Reported reported ? reported.value() : 0;
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            result.complete(sums);
        }
    }
}
