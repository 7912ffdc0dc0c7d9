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

/** Rows that are delivered on an executor of the caller's. */
class SignalsTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final ExecutorService mine = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        mine.shutdown();
    }

    private VendorClient client() {
        return vendor.client(vendor.options().executor(mine));
    }

    private DemandSubscriber<Observed<Long>> rows(PagedNumbersQuery pagedNumbersQuery, VendorClient client) {
        DemandSubscriber<Observed<Long>> demandSubscriber = new DemandSubscriber<>();
        pagedNumbersQuery.publisher(client).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                demandSubscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(Observed<Long> row) {
                threads.add(Thread.currentThread().getName());
                demandSubscriber.onNext(row);
            }

            @Override
            public void onError(Throwable failure) {
                threads.add(Thread.currentThread().getName());
                demandSubscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                threads.add(Thread.currentThread().getName());
                demandSubscriber.onComplete();
            }
        });
        return demandSubscriber;
    }

    @Test
    void comeOnThatExecutorToTheEnd() {
        PagedNumbersQuery pagedNumbersQuery = new PagedNumbersQuery(vendor, 10);
        pagedNumbersQuery.serve(1, 10, 0, 10, 20);
        pagedNumbersQuery.serve(2, 10, 10, 20, 20);
        DemandSubscriber<Observed<Long>> demandSubscriber =
                rows(pagedNumbersQuery, client()).ask(100);
        assertThat(PagedNumbersQuery.values(demandSubscriber.next(20))).isEqualTo(PagedNumbersQuery.ids(0, 20));
        demandSubscriber.completed();
        assertThat(threads).hasSize(21).containsOnly("mine");
    }

    @Test
    void failOnThatExecutorAfterTheRowsThatCame() {
        PagedNumbersQuery pagedNumbersQuery = new PagedNumbersQuery(vendor, 10);
        pagedNumbersQuery.serve(1, 10, 0, 10, 20);
        DemandSubscriber<Observed<Long>> demandSubscriber =
                rows(pagedNumbersQuery, client()).ask(100);
        demandSubscriber.next(10);
        FailureAssertions.vendorException(demandSubscriber.failure());
        assertThat(threads).hasSize(11).containsOnly("mine");
    }

    @Test
    void areNotAskedForBeforeTheirSubscriberAsks() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"one\"}")));
        PagedNumbersQuery pagedNumbersQuery = new PagedNumbersQuery(vendor, 2);
        for (int page = 1; page <= 5; page++) {
            pagedNumbersQuery.serve(page, 2, 2 * page - 2, 2 * page, 10);
        }
        VendorClient client = client();
        DemandSubscriber<Observed<Long>> demandSubscriber = rows(pagedNumbersQuery, client);
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(pagedNumbersQuery.asked()).isEmpty();
        demandSubscriber.ask(2).next(2);
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(pagedNumbersQuery.asked()).hasSize(1);
        demandSubscriber.cancel();
    }
}
