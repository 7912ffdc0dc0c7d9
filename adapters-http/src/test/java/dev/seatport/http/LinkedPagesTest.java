package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.http.ScriptedServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings of letters whose pages link to the next one. */
class LinkedPagesTest {
    private static final String FIRST = "/api/letters?$filter=a%20or%20b";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    /** The DTO of a page. */
    record LettersDto(
            @Nullable List<String> value, @Nullable String nextLink) {}

    private static class LettersQuery implements LinkedQuery<LettersDto, String, String> {
        private final @Nullable String header;

        LettersQuery(@Nullable String header) {
            this.header = header;
        }

        @Override
        public VendorRequest first() {
            VendorRequest.Builder request =
                    VendorRequest.get(ThingOperations.THING).path("/letters").query("$filter", "a or b");
            return header == null
                    ? request.build()
                    : request.header("Prefer", header).build();
        }

        @Override
        public @Nullable String next(LettersDto page) {
            return page.nextLink();
        }

        @Override
        public Class<LettersDto> pageType() {
            return LettersDto.class;
        }

        @Override
        public Page<String> toPage(LettersDto page, ResponseContext context) {
            return Page.of(context.requireRows(page.value(), "$.value"), OptionalLong.empty());
        }

        @Override
        public String rowPath(int row) {
            return "$.value[" + row + "]";
        }

        @Override
        public Object key(String row) {
            return row;
        }

        @Override
        public RowMapper<String, String> mapper() {
            return (row, path, context) -> row;
        }
    }

    private static String page(@Nullable String link, String... letters) {
        String rows = Arrays.stream(letters).map(letter -> "\"" + letter + "\"").collect(Collectors.joining(","));
        return "{\"value\":[" + rows + "]" + (link == null ? "" : ",\"nextLink\":\"" + link + "\"") + "}";
    }

    private void serve(String url, @Nullable String link, String... letters) {
        vendor.wire().stubFor(get(urlEqualTo(url)).willReturn(okJson(page(link, letters))));
    }

    private static Flow.Publisher<Observed<String>> letters(VendorClient client) {
        return client.pages(new LettersQuery(null));
    }

    private ListingResult<Observed<String>> collect() {
        return FailureAssertions.await(Listings.collect(letters(vendor.client())));
    }

    private static List<String> values(ListingResult<Observed<String>> listing) {
        return listing.rows().stream().map(Observed::value).toList();
    }

    private void assertComplete(String... letters) {
        ListingResult<Observed<String>> listing = collect();
        assertThat(listing.failure()).isEmpty();
        assertThat(values(listing)).containsExactly(letters);
    }

    private List<String> requestedUrls() {
        return vendor.wire().findAll(getRequestedFor(anyUrl())).stream()
                .map(LoggedRequest::getUrl)
                .toList();
    }

    @Nested
    class Complete {
        @Test
        void followsAbsoluteAndRelativeLinksInOrder() {
            serve(FIRST, vendor.url("/api/letters?skip=X%27-1").toString(), "a");
            serve("/api/letters?skip=X%27-1", "/other/letters?skip=2", "b");
            serve("/other/letters?skip=2", "more?skip=3", "c");
            serve("/other/more?skip=3", "?skip=4", "d");
            serve("/other/more?skip=4", null, "e");
            assertComplete("a", "b", "c", "d", "e");
            assertThat(requestedUrls())
                    .containsExactly(
                            FIRST,
                            "/api/letters?skip=X%27-1",
                            "/other/letters?skip=2",
                            "/other/more?skip=3",
                            "/other/more?skip=4");
            assertThat(vendor.tokenRequests()).isOne();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void endsAtABlankLink(String link) {
            serve(FIRST, link, "a");
            assertComplete("a");
        }

        @Test
        void goesOnAfterAnEmptyPageWithALink() {
            serve(FIRST, "?skip=1");
            serve("/api/letters?skip=1", "?skip=2", "a");
            serve("/api/letters?skip=2", "?skip=3");
            serve("/api/letters?skip=3", null, "b");
            assertComplete("a", "b");
        }

        @Test
        void mayHaveNoContentAtAll() {
            vendor.wire().stubFor(get(urlEqualTo(FIRST)).willReturn(VendorServer.json(204, "")));
            assertComplete();
        }

        @Test
        void deliversARepeatedRowOnce() {
            serve(FIRST, "?skip=1", "a", "b");
            serve("/api/letters?skip=1", null, "b", "c");
            assertComplete("a", "b", "c");
            assertThat(vendor.callListener().repeated()).isOne();
        }

        @Test
        void sendsTheHeadersOfTheFirstRequestWithEachPage() {
            serve(FIRST, "?skip=1", "a");
            serve("/api/letters?skip=1", null, "b");
            FailureAssertions.await(Listings.collect(vendor.client().pages(new LettersQuery("minimal"))));
            vendor.wire()
                    .verify(
                            2,
                            getRequestedFor(anyUrl())
                                    .withHeader("Prefer", equalTo("minimal"))
                                    .withHeader("Accept", equalTo("application/json"))
                                    .withHeader("Authorization", equalTo("Bearer " + VendorServer.TOKEN)));
        }

        @Test
        void sendsNoOtherHeadersByDefault() {
            serve(FIRST, null, "a");
            assertComplete("a");
            vendor.wire().verify(1, getRequestedFor(anyUrl()).withHeader("Prefer", absent()));
        }

        @Test
        void requestsAPageOnDemand() {
            serve(FIRST, "?skip=1", "a", "b");
            serve("/api/letters?skip=1", null, "c");
            DemandSubscriber<Observed<String>> subscriber = DemandSubscriber.of(letters(vendor.client()));
            assertThat(requestedUrls()).isEmpty();
            subscriber.request(2).next(2);
            assertThat(requestedUrls()).hasSize(1);
            subscriber.request(1).next(1);
            subscriber.completed();
            assertThat(requestedUrls()).hasSize(2);
        }

        @Test
        void startsOverForEachSubscription() {
            serve(FIRST, "?skip=1", "a");
            serve("/api/letters?skip=1", null, "b");
            Flow.Publisher<Observed<String>> publisher = letters(vendor.client());
            for (int i = 0; i < 2; i++) {
                assertThat(values(FailureAssertions.await(Listings.collect(publisher))))
                        .containsExactly("a", "b");
            }
            assertThat(requestedUrls()).hasSize(4);
        }

        @Test
        void losesNoRowWhenTheTokenExpiresBetweenTwoPages() {
            serve(FIRST, "?skip=1", "a");
            serve("/api/letters?skip=1", null, "b");
            DemandSubscriber<Observed<String>> subscriber = DemandSubscriber.of(letters(vendor.client()));
            subscriber.request(1).next(1);
            vendor.clock().advance(Duration.ofHours(2));
            subscriber.request(1).next(1);
            subscriber.completed();
            assertThat(vendor.tokenRequests()).isEqualTo(2);
        }

        @Test
        void sendsALinkAgainIfItsPageFailedTransiently() {
            serve(FIRST, "?skip=1", "a");
            vendor.wire()
                    .stubFor(get(urlEqualTo("/api/letters?skip=1"))
                            .inScenario("busy")
                            .whenScenarioStateIs(Scenario.STARTED)
                            .willReturn(VendorServer.json(503, ""))
                            .willSetStateTo("fine"));
            vendor.wire()
                    .stubFor(get(urlEqualTo("/api/letters?skip=1"))
                            .inScenario("busy")
                            .whenScenarioStateIs("fine")
                            .willReturn(okJson(page(null, "b"))));
            VendorClient client = vendor.client(vendor.options()
                    .limits(ClientLimits.builder()
                            .attempts(2)
                            .maxBackoff(Duration.ofMillis(1))
                            .build()));
            assertThat(values(FailureAssertions.await(Listings.collect(letters(client)))))
                    .containsExactly("a", "b");
        }
    }

    @Nested
    class Incomplete {
        private VendorException failure(FailureKind kind, String... letters) {
            ListingResult<Observed<String>> listing = collect();
            assertThat(values(listing)).containsExactly(letters);
            VendorException failure =
                    FailureAssertions.vendorException(listing.failure().orElseThrow());
            assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
            return failure;
        }

        @Test
        void whenALinkLeadsToAnotherServerWhichGetsNothing() throws Exception {
            try (ScriptedServer other = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
                String link = other.url("/api/letters?secret=canary").toString();
                serve(FIRST, link, "a");
                assertThat(failure(FailureKind.INCOMPLETE_LISTING, "a"))
                        .hasMessageContaining("leads to another scheme, host or port")
                        .hasMessageNotContaining("canary");
                assertThat(other.connections()).isZero();
            }
        }

        @Test
        void whenLinksFormALoop() {
            serve(FIRST, "?skip=1", "a");
            serve("/api/letters?skip=1", "?skip=2", "b");
            serve("/api/letters?skip=2", "?skip=1", "c");
            failure(FailureKind.INCOMPLETE_LISTING, "a", "b", "c");
            assertThat(requestedUrls()).hasSize(3);
        }

        @Test
        void whenALinkedPageIsMissing() {
            serve(FIRST, "?skip=1", "a");
            assertThat(failure(FailureKind.NOT_FOUND, "a").operation()).isEqualTo("thing");
        }

        @Test
        void whenALinkedPageHasNoContent() {
            serve(FIRST, "?skip=1", "a");
            vendor.wire().stubFor(get(urlEqualTo("/api/letters?skip=1")).willReturn(VendorServer.json(204, "")));
            assertThat(failure(FailureKind.INCOMPLETE_LISTING, "a")).hasMessageContaining("page 2 has no content");
        }

        @Test
        void whenALinkedPageHasNoRows() {
            serve(FIRST, "?skip=1", "a");
            vendor.wire()
                    .stubFor(get(urlEqualTo("/api/letters?skip=1")).willReturn(okJson("{\"nextLink\":\"?skip=2\"}")));
            failure(FailureKind.MALFORMED_ANSWER, "a");
        }
    }

    @Test
    void reportAClosedClientToTheSubscriber() {
        VendorClient client = vendor.client();
        client.close();
        VendorException failure =
                FailureAssertions.vendorException(FailureAssertions.await(Listings.collect(letters(client)))
                        .failure()
                        .orElseThrow());
        assertThat(failure.kind()).isEqualTo(FailureKind.CLOSED);
        vendor.wire().verify(0, getRequestedFor(anyUrl()));
    }

    @Nested
    class QueriesOfOneSubscription {
        @Test
        void areCreatedForEachSubscription() {
            serve(FIRST, null, "a");
            AtomicInteger created = new AtomicInteger();
            Flow.Publisher<Observed<String>> publisher = vendor.client().pages(() -> {
                created.incrementAndGet();
                return new LettersQuery(null);
            });

            assertThat(created).hasValue(0);
            for (int i = 1; i <= 2; i++) {
                assertThat(values(FailureAssertions.await(Listings.collect(publisher))))
                        .containsExactly("a");
                assertThat(created).hasValue(i);
            }
        }

        @Test
        void createTheirFirstRequestOnce() {
            serve(FIRST, "?skip=1", "a");
            serve("/api/letters?skip=1", null, "b");
            AtomicInteger created = new AtomicInteger();
            LinkedQuery<?, ?, String> query = new LettersQuery(null) {
                @Override
                public VendorRequest first() {
                    created.incrementAndGet();
                    return super.first();
                }
            };

            assertThat(values(FailureAssertions.await(
                            Listings.collect(vendor.client().pages(query)))))
                    .containsExactly("a", "b");
            assertThat(created).hasValue(1);
        }
    }

    @Nested
    class DependentListings {
        private final List<ListingResult<String>> received = new CopyOnWriteArrayList<>();

        private ListingResult<Observed<String>> dependent(LinkedQuery<?, ?, String> prior) {
            return FailureAssertions.await(Listings.collect(vendor.client().pages(prior, listing -> {
                received.add(new ListingResult<>(values(listing), listing.endedBy()));
                listing.failure()
                        .filter(failure -> failure.kind() != FailureKind.NOT_FOUND)
                        .ifPresent(failure -> {
                            throw failure;
                        });
                return new LettersQuery(null);
            })));
        }

        private LinkedQuery<?, ?, String> at(String path) {
            return new LettersQuery(null) {
                @Override
                public VendorRequest first() {
                    return VendorRequest.get(ThingOperations.THING).path(path).build();
                }
            };
        }

        @Test
        void getAllRowsOfThePriorListing() {
            serve("/api/prior", "/api/prior?skip=1", "x");
            serve("/api/prior?skip=1", null, "y");
            serve(FIRST, "/api/letters?skip=1", "a");
            serve("/api/letters?skip=1", null, "b");

            assertThat(values(dependent(at("/prior")))).containsExactly("a", "b");

            assertThat(received).containsExactly(new ListingResult<>(List.of("x", "y"), null));
            assertThat(requestedUrls())
                    .containsExactly("/api/prior", "/api/prior?skip=1", FIRST, "/api/letters?skip=1");
        }

        @Test
        void mayContinueAfterAFailureOfThePriorListing() {
            serve("/api/prior", "/api/missing", "x");
            serve(FIRST, null, "a");

            assertThat(values(dependent(at("/prior")))).containsExactly("a");

            assertThat(received).singleElement().satisfies(prior -> {
                assertThat(prior.rows()).containsExactly("x");
                assertThat(prior.failure().map(VendorException::kind)).hasValue(FailureKind.NOT_FOUND);
            });
        }

        @Test
        void failWithTheExceptionOfTheirQuery() {
            vendor.wire().stubFor(get(urlEqualTo("/api/prior")).willReturn(okJson("{}")));

            ListingResult<Observed<String>> listing = dependent(at("/prior"));

            assertThat(listing.rows()).isEmpty();
            assertThat(listing.failure().map(VendorException::kind)).hasValue(FailureKind.MALFORMED_ANSWER);
            assertThat(requestedUrls()).containsExactly("/api/prior");
        }

        @Test
        void rejectAnInvalidPriorRequestAndSendNothing() {
            LinkedQuery<?, ?, String> invalid = new LettersQuery("line\nbreak");

            assertThat(dependent(invalid).failure().map(VendorException::kind)).hasValue(FailureKind.INVALID_REQUEST);

            assertThat(requestedUrls()).isEmpty();
        }
    }

    @Nested
    class SingleObjects {
        private CompletionStage<Observed<String>> last() {
            return vendor.client().fetch(new LettersQuery(null), listing -> {
                listing.failure().ifPresent(failure -> {
                    throw failure;
                });
                return listing.rows().get(listing.rows().size() - 1);
            });
        }

        @Test
        void areSelectedFromAllPages() {
            serve(FIRST, "?skip=1", "a");
            serve("/api/letters?skip=1", null, "b");

            assertThat(FailureAssertions.await(last()).value()).isEqualTo("b");
        }

        @Test
        void failWithTheExceptionOfTheSelection() {
            vendor.wire().stubFor(get(urlEqualTo(FIRST)).willReturn(okJson("{}")));

            assertThat(FailureAssertions.failure(last()).kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        }
    }
}
