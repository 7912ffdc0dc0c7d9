package dev.seatport.benchmarks.call;

import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.seats.TenantSeatQuery;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.Flow;

/** Seatport's adapter in its default form, called through its port. Its concurrency is limited to that of the other clients. */
final class AdapterClient implements ClientUnderTest {
    private final Vertx vertx = Vertx.vertx();
    private final AvePoint avePoint;
    private final TenantSeatQuery query;

    AdapterClient(String url, String tokenUrl, int concurrency) {
        avePoint = AvePoint.connect(
                vertx,
                AvePointOptions.builder("benchmark", Secret.of("benchmark"))
                        .baseUrl(URI.create(url))
                        .tokenUrl(URI.create(tokenUrl))
                        .limits(ClientLimits.builder()
                                .maxConcurrentCalls(concurrency)
                                .build())
                        .build());
        query = TenantSeatQuery.all(new CustomerId(AvePoint.VENDOR, "customer"), TenantKind.MICROSOFT_365);
    }

    @Override
    public void call(ResultCallback callback) {
        avePoint.tenantSeats().seats(query).subscribe(new Sum(callback));
    }

    @Override
    public void close() {
        avePoint.close();
        vertx.close().await();
    }

    private static final class Sum implements Flow.Subscriber<Observed<TenantSeats>> {
        private final ResultCallback callback;
        private int rows;
        private long assigned;

        Sum(ResultCallback callback) {
            this.callback = callback;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Observed<TenantSeats> row) {
            rows++;
            assigned += row.value().assigned().count().orElseThrow();
        }

        @Override
        public void onError(Throwable failure) {
            callback.failed(failure);
        }

        @Override
        public void onComplete() {
            callback.completed(rows, assigned);
        }
    }
}
