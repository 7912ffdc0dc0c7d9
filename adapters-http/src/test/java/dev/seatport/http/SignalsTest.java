package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.support.Failures;
import dev.seatport.http.support.Rows;
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

    private Rows<Observed<Long>> rows(Catalogue catalogue, VendorClient client) {
        Rows<Observed<Long>> rows = new Rows<>();
        catalogue.publisher(client).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                rows.onSubscribe(subscription);
            }

            @Override
            public void onNext(Observed<Long> row) {
                threads.add(Thread.currentThread().getName());
                rows.onNext(row);
            }

            @Override
            public void onError(Throwable failure) {
                threads.add(Thread.currentThread().getName());
                rows.onError(failure);
            }

            @Override
            public void onComplete() {
                threads.add(Thread.currentThread().getName());
                rows.onComplete();
            }
        });
        return rows;
    }

    @Test
    void comeOnThatExecutorToTheEnd() {
        Catalogue catalogue = new Catalogue(vendor, 10);
        catalogue.serve(1, 10, 0, 10, 20);
        catalogue.serve(2, 10, 10, 20, 20);
        Rows<Observed<Long>> rows = rows(catalogue, client()).ask(100);
        assertThat(Catalogue.values(rows.next(20))).isEqualTo(Catalogue.ids(0, 20));
        rows.completed();
        assertThat(threads).hasSize(21).containsOnly("mine");
    }

    @Test
    void failOnThatExecutorAfterTheRowsThatCame() {
        Catalogue catalogue = new Catalogue(vendor, 10);
        catalogue.serve(1, 10, 0, 10, 20);
        Rows<Observed<Long>> rows = rows(catalogue, client()).ask(100);
        rows.next(10);
        Failures.vendorException(rows.failure());
        assertThat(threads).hasSize(11).containsOnly("mine");
    }

    @Test
    void areNotAskedForBeforeTheirSubscriberAsks() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"one\"}")));
        Catalogue catalogue = new Catalogue(vendor, 2);
        for (int page = 1; page <= 5; page++) {
            catalogue.serve(page, 2, 2 * page - 2, 2 * page, 10);
        }
        VendorClient client = client();
        Rows<Observed<Long>> rows = rows(catalogue, client);
        Failures.await(Things.fetch(client));
        assertThat(catalogue.asked()).isEmpty();
        rows.ask(2).next(2);
        Failures.await(Things.fetch(client));
        assertThat(catalogue.asked()).hasSize(1);
        rows.cancel();
    }
}
