package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.testkit.http.ScriptedServer;
import dev.seatport.testkit.http.TestResources;
import dev.seatport.testkit.wait.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractFixturesTest {
    private static final String FABRIKAM = "4e02f8b6-7c15-4da9-b064-91d3a5c8e7f2";

    private StubbedGraph vendor;

    @BeforeAll
    void start() {
        vendor = StubbedGraph.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private static Customer customer(String id, String name, String domain) {
        return Customer.builder(new CustomerId(Graph.VENDOR, id))
                .organization(name)
                .tenants(List.of(new Tenant(new TenantId(id), domain, TenantKind.MICROSOFT_365)))
                .build();
    }

    private ListingResult<Observed<Customer>> all() {
        return Await.listing(vendor.connect().customers().all());
    }

    private static JsonObject contract(String customer, String name) {
        return new JsonObject().put("customerId", customer).put("displayName", name);
    }

    @Nested
    class DocumentedResponse {
        @Test
        void isDecoded() {
            ListingResult<Observed<Customer>> listing = all();
            assertThat(listing.complete()).isTrue();
            assertThat(Await.values(listing))
                    .containsExactly(
                            customer(StubbedGraph.TENANT, "Contoso", "contoso.example.com"),
                            customer(FABRIKAM, "Fabrikam", "fabrikam.example.com"));
            assertThat(listing.rows())
                    .extracting(Observed::provenance)
                    .containsOnly(new Provenance(Graph.VENDOR, "customers", StubbedGraph.NOW, StubbedGraph.REQUEST_ID));
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void isRequestedWithTheTokenOfThePartner() {
            all();
            assertThat(vendor.requests())
                    .extracting(request -> request.getMethod() + " " + request.getUrl())
                    .containsExactly("POST /" + GraphServer.PARTNER + "/oauth2/v2.0/token", "GET /v1.0/contracts");
            assertThat(vendor.calls()).singleElement().satisfies(call -> {
                assertThat(call.getHeader("Authorization")).isEqualTo("Bearer opaque-token");
                assertThat(call.getHeader("Accept")).isEqualTo("application/json;odata.metadata=none");
            });
        }
    }

    @Nested
    class SeveralContracts {
        @Test
        void ofOneCustomerAreOneCustomerWithTheNameOfTheFirst() {
            vendor.rows(
                    StubbedGraph.CONTRACTS,
                    contract(StubbedGraph.TENANT, "Contoso"),
                    contract(FABRIKAM, "Fabrikam"),
                    contract(StubbedGraph.TENANT.toUpperCase(Locale.ROOT), "Contoso Ltd."));
            ListingResult<Observed<Customer>> listing = all();
            assertThat(listing.complete()).isTrue();
            assertThat(Await.values(listing))
                    .extracting(found -> found.organization().orElseThrow())
                    .containsExactly("Contoso", "Fabrikam");
        }
    }

    @Nested
    class Ids {
        @Test
        void thatAreMissingEndTheListingAfterItsLastRow() {
            vendor.rows(
                    StubbedGraph.CONTRACTS,
                    contract(StubbedGraph.TENANT, "Contoso"),
                    contract(StubbedGraph.TENANT, "Contoso"),
                    new JsonObject().put("displayName", "without an id"),
                    contract("00000000-0000-0000-0000-000000000000", "with the empty one"),
                    contract(FABRIKAM, "Fabrikam"));
            ListingResult<Observed<Customer>> listing = all();
            assertThat(listing.rows()).hasSize(2);
            assertThat(listing.failure().orElseThrow())
                    .hasMessageContaining("MALFORMED_ANSWER: at $.value[2].customerId: missing");
        }

        @Test
        void ofNullRowsEndTheListing() {
            vendor.respond(StubbedGraph.CONTRACTS, 200, "{\"value\":[null]}");
            assertThat(all().failure().orElseThrow()).hasMessageContaining("at $.value[0]: null where a row is due");
        }
    }

    @Nested
    class Lookups {
        private VendorException failure(String id) {
            return Await.failure(vendor.connect().customers().find(new CustomerId(Graph.VENDOR, id)));
        }

        @Test
        void filterByTheIdInItsSpelling() {
            String upperCase = "C7A91D3E-52B8-4F06-8E1D-3B9F604A72C5";
            Customer found = Await.value(vendor.connect().customers().find(new CustomerId(Graph.VENDOR, upperCase)));
            assertThat(found).isEqualTo(customer(StubbedGraph.TENANT, "Contoso", "contoso.example.com"));
            assertThat(vendor.calls()).singleElement().satisfies(call -> {
                assertThat(call.queryParameter("$filter").firstValue()).isEqualTo("customerId eq " + upperCase);
                assertThat(call.getUrl()).startsWith("/v1.0/contracts?$filter=customerId%20eq%20");
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "contoso.example.com",
                    "{c7a91d3e-52b8-4f06-8e1d-3b9f604a72c5}",
                    "c7a91d3e52b84f068e1d3b9f604a72c5",
                    "00000000-0000-0000-0000-000000000000",
                    "c7a91d3e-52b8-4f06-8e1d-3b9f604a72c5 or true",
                    "c7a91d3e-52b8-4f06-8e1d-3b9f604a72c5&$top=999"
                })
        void ofAnIdThatIsNoGuidAreRefusedBeforeARequest(String id) {
            assertThat(failure(id))
                    .hasMessage("graph customer: INVALID_REQUEST: the customer id must be the id of the customer's"
                            + " tenant, a GUID with dashes");
            assertThat(vendor.requests()).isEmpty();
        }

        @Test
        void withoutAContractAreNotFound() {
            vendor.rows(StubbedGraph.CONTRACTS);
            assertThat(failure(StubbedGraph.TENANT))
                    .hasMessage(
                            "graph customer: NOT_FOUND: the vendor lists no contract with this customer; check the id"
                                    + " (audience " + GraphServer.PARTNER + ")");
        }

        @Test
        void withContractsOfOthersOnlyAreMalformed() {
            vendor.rows(StubbedGraph.CONTRACTS, contract(FABRIKAM, "Fabrikam"));
            assertThat(failure(StubbedGraph.TENANT).kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void thatFailHaveTheFailureOfTheListing() {
            vendor.respond(StubbedGraph.CONTRACTS, 200, "{\"value\":7}");
            assertThat(failure(StubbedGraph.TENANT).kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        }
    }

    @Test
    void countIsUnreportedAndSendsNothing() {
        assertThat(Await.result(vendor.connect().customers().count())).isEqualTo(Quantity.unreported());
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void responseWithoutContentIsNoEmptyList() {
        vendor.respond(StubbedGraph.CONTRACTS, 204, "");
        assertThat(all().failure().orElseThrow().kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
    }

    /** A third response follows the second one. So one of the first two belonged to another request. */
    @Test
    void responsesOfOtherRequestsAreCounted() throws IOException {
        AtomicInteger listings = new AtomicInteger();
        CountDownLatch read = new CountDownLatch(1);
        String contracts = response(TestResources.read("graph/contracts/documented.json"));
        String token = response(TestResources.read("graph/token/documented.json"));
        try (ScriptedServer tokens = ScriptedServer.answering(token);
                ScriptedServer server = ScriptedServer.answering(connection -> {
                    connection.send(contracts);
                    if (listings.incrementAndGet() == 2 && counted(read)) {
                        connection.send(contracts);
                    }
                });
                Graph graph = Graph.connect(
                        vendor.vertx(),
                        ConnectedGraph.options(server.url(""))
                                .loginUrl(tokens.url(""))
                                .build())) {
            assertThat(Await.rows(graph.customers().all())).hasSize(2);
            assertThat(Await.rows(graph.customers().all())).hasSize(2);
            assertThat(Await.result(graph.customers().suspectResponseCount())).isZero();
            read.countDown();
            Await.until(server::clientClosedAlready);
            assertThat(Await.result(graph.customers().suspectResponseCount())).isOne();
        }
    }

    private static boolean counted(CountDownLatch latch) {
        try {
            return latch.await(Await.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String response(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }
}
