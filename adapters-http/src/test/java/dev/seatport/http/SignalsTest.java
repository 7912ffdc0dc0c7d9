package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Delivery of signals on an executor of the caller. */
class SignalsTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "result-executor"));
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    private VendorClient client() {
        return vendor.client(vendor.options().executor(executor));
    }

    private DemandSubscriber<Observed<Long>> rows(PagedNumbersQuery query, VendorClient client) {
        DemandSubscriber<Observed<Long>> subscriber = new DemandSubscriber<>();
        query.publisher(client).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(Observed<Long> row) {
                threads.add(Thread.currentThread().getName());
                subscriber.onNext(row);
            }

            @Override
            public void onError(Throwable failure) {
                threads.add(Thread.currentThread().getName());
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                threads.add(Thread.currentThread().getName());
                subscriber.onComplete();
            }
        });
        return subscriber;
    }

    @Test
    void areDeliveredOnTheExecutorUntilCompletion() {
        PagedNumbersQuery query = new PagedNumbersQuery(vendor, 10);
        query.serve(1, 10, 0, 10, 20);
        query.serve(2, 10, 10, 20, 20);
        DemandSubscriber<Observed<Long>> subscriber = rows(query, client()).request(100);
        assertThat(PagedNumbersQuery.values(subscriber.next(20))).isEqualTo(PagedNumbersQuery.ids(0, 20));
        subscriber.completed();
        assertThat(threads).hasSize(21).containsOnly("result-executor");
    }

    @Test
    void deliverTheFailureOnTheExecutorAfterTheRows() {
        PagedNumbersQuery query = new PagedNumbersQuery(vendor, 10);
        query.serve(1, 10, 0, 10, 20);
        DemandSubscriber<Observed<Long>> subscriber = rows(query, client()).request(100);
        subscriber.next(10);
        FailureAssertions.vendorException(subscriber.failure());
        assertThat(threads).hasSize(11).containsOnly("result-executor");
    }

    @Test
    void areNotPrefetchedBeforeDemand() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"one\"}")));
        PagedNumbersQuery query = new PagedNumbersQuery(vendor, 2);
        for (int page = 1; page <= 5; page++) {
            query.serve(page, 2, 2 * page - 2, 2 * page, 10);
        }
        VendorClient client = client();
        DemandSubscriber<Observed<Long>> subscriber = rows(query, client);
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(query.requestedPages()).isEmpty();
        subscriber.request(2).next(2);
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(query.requestedPages()).hasSize(1);
        subscriber.cancel();
    }
}
