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
import dev.seatport.ports.listing.Listing;
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

/** What a subscriber may do to a listing. */
class SubscriberTest {
    private static final int MORE_THAN_THE_PERMITS = 10;

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

    /** Ends once the event loop has done what was handed to it before, so that nothing is under way. */
    private static void settle(VendorClient client) {
        FailureAssertions.await(ThingOperations.fetch(client));
        FailureAssertions.await(ThingOperations.fetch(client));
    }

    @Nested
    class Asking {
        @Test
        void forOneRowBringsOnePage() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(tens.publisher(client)).ask(1);
            assertThat(PagedNumbersQuery.values(demandSubscriber.next(1))).containsExactly(0L);
            settle(client);
            assertThat(demandSubscriber.silent()).isTrue();
            assertThat(tens.asked()).hasSize(1);
        }

        @Test
        void forAllRowsOfAPageDoesNotBringTheNext() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(tens.publisher(client)).ask(10);
            demandSubscriber.next(10);
            settle(client);
            assertThat(tens.asked()).hasSize(1);
            demandSubscriber.ask(1).next(1);
            assertThat(tens.asked()).hasSize(2);
        }

        @Test
        void forExactlyAllRowsBringsTheEndToo() {
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(tens.publisher(vendor.client())).ask(50);
            assertThat(PagedNumbersQuery.values(demandSubscriber.next(50))).isEqualTo(PagedNumbersQuery.ids(0, 50));
            demandSubscriber.completed();
        }

        @Test
        void forOneAfterTheOtherBringsAllInOrder() {
            DemandSubscriber<Observed<Long>> demandSubscriber = DemandSubscriber.of(tens.publisher(vendor.client()));
            for (long id = 0; id < 50; id++) {
                assertThat(PagedNumbersQuery.values(demandSubscriber.ask(1).next(1)))
                        .containsExactly(id);
            }
            demandSubscriber.completed();
        }

        @Test
        void forNothingBringsNothing() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> demandSubscriber = DemandSubscriber.of(tens.publisher(client));
            settle(client);
            assertThat(demandSubscriber.silent()).isTrue();
            assertThat(tens.asked()).hasSizeLessThanOrEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void forLessThanOneRowIsAnErrorAndEndsTheListing(long demand) {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(tens.publisher(client)).ask(demand);
            assertThat(demandSubscriber.failure()).isInstanceOf(IllegalArgumentException.class);
            demandSubscriber.cancel();
            settle(client);
            assertThat(demandSubscriber.silent()).isTrue();
        }
    }

    @Nested
    class Leaving {
        @Test
        void betweenPagesEndsTheRequests() {
            VendorClient client = vendor.client();
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(tens.publisher(client)).ask(10);
            demandSubscriber.next(10);
            demandSubscriber.cancel();
            demandSubscriber.ask(10);
            settle(client);
            assertThat(tens.asked()).hasSize(1);
            assertThat(demandSubscriber.silent()).isTrue();
        }

        @Test
        void inTheMiddleOfAPageGivesItsPermitBack() {
            vendor.wire()
                    .stubFor(any(urlEqualTo("/api/rows?page=1&size=10"))
                            .willReturn(okJson("{}").withFixedDelay(10_000)));
            VendorClient client = vendor.client();
            for (int i = 0; i < MORE_THAN_THE_PERMITS; i++) {
                DemandSubscriber<Observed<Long>> demandSubscriber =
                        DemandSubscriber.of(tens.publisher(client)).ask(1);
                demandSubscriber.cancel();
            }
            settle(client);
        }

        @Test
        void throughTheFutureOfACollectedListingEndsIt() {
            vendor.wire()
                    .stubFor(any(urlEqualTo("/api/rows?page=1&size=10"))
                            .willReturn(okJson("{}").withFixedDelay(10_000)));
            VendorClient client = vendor.client();
            for (int i = 0; i < MORE_THAN_THE_PERMITS; i++) {
                Listings.collect(tens.publisher(client)).toCompletableFuture().cancel(true);
            }
            settle(client);
        }
    }

    @Nested
    class Throwing {
        /** Against the rules, but it must not cost the others anything. */
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

            /** Without a trace, which would fill the log. */
            private static final class Thrown extends RuntimeException {
                @Serial
                private static final long serialVersionUID = 1L;

                Thrown() {
                    super("thrown by a subscriber", null, false, false);
                }
            }

            void hasThrown() throws InterruptedException {
                assertThat(thrown.await(60, TimeUnit.SECONDS)).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void keepsNoPermit(boolean inOnNext) throws InterruptedException {
            VendorClient client = vendor.client();
            for (int i = 0; i < MORE_THAN_THE_PERMITS; i++) {
                Thrower thrower = new Thrower(inOnNext);
                tens.publisher(client).subscribe(thrower);
                thrower.hasThrown();
            }
            settle(client);
            assertThat(tens.asked()).hasSize(MORE_THAN_THE_PERMITS * (inOnNext ? 1 : 5));
        }

        @Test
        void harmsNoOtherThatWaitsForTheSameToken() throws InterruptedException {
            vendor.tokens(VendorServer.json(503, "").withFixedDelay(200));
            VendorClient client = vendor.client();
            Thrower thrower = new Thrower(false);
            tens.publisher(client).subscribe(thrower);
            List<CompletableFuture<Observed<String>>> others =
                    List.of(ThingOperations.fetch(client), ThingOperations.fetch(client));
            thrower.hasThrown();
            others.forEach(other -> FailureAssertions.failure(other, FailureKind.UNAVAILABLE));
        }
    }

    @Nested
    class OneAnswer {
        private Flow.Publisher<Observed<Long>> list(VendorClient client) {
            return client.list(
                    () -> tens.request(1, 10),
                    PagedNumbersQuery.PageDto.class,
                    (page, answer) -> answer.mapToListing(tens.toPage(page, answer).rows(), tens::rowPath, tens.mapper()));
        }

        @Test
        void isDeliveredAsItsSubscriberAsks() {
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(list(vendor.client())).ask(3);
            assertThat(PagedNumbersQuery.values(demandSubscriber.next(3))).containsExactly(0L, 1L, 2L);
            assertThat(demandSubscriber.silent()).isTrue();
            demandSubscriber.ask(7).next(7);
            demandSubscriber.completed();
        }

        @Test
        void deliversItsGoodRowsBeforeItsFailure() {
            tens.serve(1, 10, "{\"data\":[{\"id\":0},{},{\"id\":2}]}");
            Listing<Observed<Long>> listing = FailureAssertions.await(Listings.collect(list(vendor.client())));
            assertThat(PagedNumbersQuery.values(listing.rows())).containsExactly(0L);
            assertThat(listing.failure().map(VendorException::kind)).hasValue(FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void isAskedForAnewByEachSubscription() {
            Flow.Publisher<Observed<Long>> list = list(vendor.client());
            assertThat(tens.asked()).isEmpty();
            FailureAssertions.await(Listings.collect(list));
            FailureAssertions.await(Listings.collect(list));
            assertThat(tens.asked()).hasSize(2);
        }
    }
}
