package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import java.io.Serial;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Demand, cancellation and exceptions of a subscriber. */
class SubscriberTest {
    private static final int MORE_THAN_MAX_CONCURRENT_CALLS = 10;

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final PagedNumbersQuery tens = new PagedNumbersQuery(vendor, 10);

    @BeforeEach
    void serve() {
        for (int page = 1; page <= 5; page++) {
            tens.serve(page, 10, (page - 1) * 10, page * 10, 50);
        }
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"one\"}")));
    }

    /** Waits until the event loop has run all earlier tasks. */
    private static void settle(VendorClient client) {
        FailureAssertions.await(ThingOperations.fetch(client));
        FailureAssertions.await(ThingOperations.fetch(client));
    }

    @Nested
    class Requesting {
        @Test
        void oneRowFetchesOnePage() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(tens.publisher(client)).request(1);
            assertThat(PagedNumbersQuery.values(subscriber.next(1))).containsExactly(0L);
            settle(client);
            assertThat(subscriber.hasNoSignals()).isTrue();
            assertThat(tens.requestedPages()).hasSize(1);
        }

        @Test
        void allRowsOfAPageDoesNotFetchTheNextPage() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(tens.publisher(client)).request(10);
            subscriber.next(10);
            settle(client);
            assertThat(tens.requestedPages()).hasSize(1);
            subscriber.request(1).next(1);
            assertThat(tens.requestedPages()).hasSize(2);
        }

        @Test
        void exactlyAllRowsCompletesTheListing() {
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(tens.publisher(vendor.client())).request(50);
            assertThat(PagedNumbersQuery.values(subscriber.next(50))).isEqualTo(PagedNumbersQuery.ids(0, 50));
            subscriber.completed();
        }

        @Test
        void rowByRowDeliversAllRowsInOrder() {
            DemandSubscriber<Observed<Long>> subscriber = DemandSubscriber.of(tens.publisher(vendor.client()));
            for (long id = 0; id < 50; id++) {
                assertThat(PagedNumbersQuery.values(subscriber.request(1).next(1)))
                        .containsExactly(id);
            }
            subscriber.completed();
        }

        @Test
        void nothingDeliversNothing() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> subscriber = DemandSubscriber.of(tens.publisher(client));
            settle(client);
            assertThat(subscriber.hasNoSignals()).isTrue();
            assertThat(tens.requestedPages()).hasSizeLessThanOrEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void lessThanOneRowFailsTheSubscription(long demand) {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(tens.publisher(client)).request(demand);
            assertThat(subscriber.failure()).isInstanceOf(IllegalArgumentException.class);
            subscriber.cancel();
            settle(client);
            assertThat(subscriber.hasNoSignals()).isTrue();
        }
    }

    @Nested
    class Cancelling {
        @Test
        void betweenPagesStopsTheRequests() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(tens.publisher(client)).request(10);
            subscriber.next(10);
            subscriber.cancel();
            subscriber.request(10);
            settle(client);
            assertThat(tens.requestedPages()).hasSize(1);
            assertThat(subscriber.hasNoSignals()).isTrue();
        }

        @Test
        void duringAPageReleasesItsPermit() {
            vendor.wire()
                    .stubFor(any(urlEqualTo("/api/rows?page=1&size=10"))
                            .willReturn(okJson("{}").withFixedDelay(10_000)));
            VendorClient client = vendor.client();
            for (int i = 0; i < MORE_THAN_MAX_CONCURRENT_CALLS; i++) {
                DemandSubscriber<Observed<Long>> subscriber =
                        DemandSubscriber.of(tens.publisher(client)).request(1);
                subscriber.cancel();
            }
            settle(client);
        }

        @Test
        void theFutureOfACollectedListingReleasesItsPermit() {
            vendor.wire()
                    .stubFor(any(urlEqualTo("/api/rows?page=1&size=10"))
                            .willReturn(okJson("{}").withFixedDelay(10_000)));
            VendorClient client = vendor.client();
            for (int i = 0; i < MORE_THAN_MAX_CONCURRENT_CALLS; i++) {
                Listings.collect(tens.publisher(client)).toCompletableFuture().cancel(true);
            }
            settle(client);
        }
    }

    @Nested
    class Throwing {
        /** Violates the Reactive Streams specification; other subscribers must not be affected. */
        private static final class Thrower implements Flow.Subscriber<Observed<Long>> {
            private final CountDownLatch thrown = new CountDownLatch(1);
            private final boolean inOnNext;

            Thrower(boolean inOnNext) {
                this.inOnNext = inOnNext;
            }

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Observed<Long> row) {
                if (inOnNext) {
                    thrown.countDown();
                    throw new Thrown();
                }
            }

            @Override
            public void onError(Throwable failure) {
                throwAtTheEnd();
            }

            @Override
            public void onComplete() {
                throwAtTheEnd();
            }

            private void throwAtTheEnd() {
                thrown.countDown();
                if (!inOnNext) {
                    throw new Thrown();
                }
            }

            /** Without a stack trace, which would fill the log. */
            private static final class Thrown extends RuntimeException {
                @Serial
                private static final long serialVersionUID = 1L;

                Thrown() {
                    super("thrown by a subscriber", null, false, false);
                }
            }

            void awaitThrow() throws InterruptedException {
                assertThat(thrown.await(60, TimeUnit.SECONDS)).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void releasesThePermit(boolean inOnNext) throws InterruptedException {
            VendorClient client = vendor.client();
            for (int i = 0; i < MORE_THAN_MAX_CONCURRENT_CALLS; i++) {
                Thrower thrower = new Thrower(inOnNext);
                tens.publisher(client).subscribe(thrower);
                thrower.awaitThrow();
            }
            settle(client);
            assertThat(tens.requestedPages()).hasSize(MORE_THAN_MAX_CONCURRENT_CALLS * (inOnNext ? 1 : 5));
        }

        @Test
        void doesNotAffectOtherCallsThatWaitForTheToken() throws InterruptedException {
            vendor.tokens(VendorServer.json(503, "").withFixedDelay(200));
            VendorClient client = vendor.client();
            Thrower thrower = new Thrower(false);
            tens.publisher(client).subscribe(thrower);
            List<CompletableFuture<Observed<String>>> others =
                    List.of(ThingOperations.fetch(client), ThingOperations.fetch(client));
            thrower.awaitThrow();
            others.forEach(other -> FailureAssertions.failure(other, FailureKind.UNAVAILABLE));
        }
    }

    @Nested
    class SingleResponse {
        private Flow.Publisher<Observed<Long>> list(VendorClient client) {
            return client.list(
                    () -> tens.request(1, 10),
                    PagedNumbersQuery.PageDto.class,
                    (page, context) ->
                            context.mapToListing(tens.toPage(page, context).rows(), tens::rowPath, tens.mapper()));
        }

        @Test
        void isDeliveredOnDemand() {
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(list(vendor.client())).request(3);
            assertThat(PagedNumbersQuery.values(subscriber.next(3))).containsExactly(0L, 1L, 2L);
            assertThat(subscriber.hasNoSignals()).isTrue();
            subscriber.request(7).next(7);
            subscriber.completed();
        }

        @Test
        void deliversValidRowsBeforeTheFailure() {
            tens.serve(1, 10, "{\"data\":[{\"id\":0},{},{\"id\":2}]}");
            ListingResult<Observed<Long>> listing = FailureAssertions.await(Listings.collect(list(vendor.client())));
            assertThat(PagedNumbersQuery.values(listing.rows())).containsExactly(0L);
            assertThat(listing.failure().map(VendorException::kind)).hasValue(FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void isFetchedAgainForEachSubscription() {
            Flow.Publisher<Observed<Long>> list = list(vendor.client());
            assertThat(tens.requestedPages()).isEmpty();
            FailureAssertions.await(Listings.collect(list));
            FailureAssertions.await(Listings.collect(list));
            assertThat(tens.requestedPages()).hasSize(2);
        }
    }
}
