package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.TestResources;
import dev.seatport.testkit.wait.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class GraphFailuresTest {
    private static final TenantId TENANT = new TenantId(StubbedGraph.TENANT);

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

    private static String denied() {
        return TestResources.read("graph/errors/documented.json");
    }

    @Nested
    class TokenRefusals {
        private void refuse(String code) {
            vendor.token(400, TestResources.read("graph/token/refusal.json").formatted(code));
        }

        @ParameterizedTest
        @CsvSource({
            "700016, PERMISSION_DENIED",
            "65001, PERMISSION_DENIED",
            "90002, NOT_FOUND",
            "7000215, AUTHENTICATION_FAILED",
            "7000222, AUTHENTICATION_FAILED",
            "50000, AUTHENTICATION_FAILED"
        })
        void haveTheKindOfTheirCodeAndNameTheTenant(String code, FailureKind kind) {
            refuse(code);
            VendorException failure = Await.failure(vendor.licenses());
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.operation()).isEqualTo("token");
            assertThat(failure.audience()).hasValue(StubbedGraph.TENANT);
            assertThat(failure).hasMessageContaining(StubbedGraph.TENANT).hasMessageContaining(code);
            assertThat(failure.toString()).doesNotContain("CONFIDENTIAL");
            assertThat(vendor.calls()).isEmpty();
        }

        @Test
        void areRequestedOnceForBothListings() {
            refuse("700016");
            Await.failure(vendor.licenses());
            assertThat(vendor.requests()).hasSize(1);
        }

        @Test
        void areShownByAConsentCheck() {
            refuse("65001");
            assertThat(Await.failure(vendor.connect().acquireToken(TENANT)).kind())
                    .isEqualTo(FailureKind.PERMISSION_DENIED);
        }
    }

    @Nested
    class Refusals {
        @Test
        void ofTheSkusShowTheirCodeAndNoProse() {
            vendor.respond(StubbedGraph.SKUS, 403, denied());
            VendorException failure = Await.failure(vendor.licenses());
            assertThat(failure)
                    .hasMessage("graph licenses: PERMISSION_DENIED: permission denied (HTTP 403); grant the permission"
                            + " to the app registration and give admin consent, code Authorization_RequestDenied"
                            + " (audience " + StubbedGraph.TENANT + ", correlation " + StubbedGraph.REQUEST_ID + ")");
        }

        @Test
        void withATextInPlaceOfACodeHideIt() {
            vendor.respond(StubbedGraph.CONTRACTS, 400, "{\"error\":{\"code\":\"CONFIDENTIAL text\"}}");
            VendorException failure = Await.failure(vendor.connect().customers().all());
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure.toString()).doesNotContain("CONFIDENTIAL");
        }
    }

    @Nested
    class Subscriptions {
        @ParameterizedTest
        @CsvSource({
            "400, INVALID_REQUEST",
            "401, AUTHENTICATION_FAILED",
            "404, NOT_FOUND",
            "429, RATE_LIMITED",
            "503, UNAVAILABLE"
        })
        void thatFailForAnotherReasonThanARefusalFailTheListing(int status, FailureKind kind) {
            vendor.respond(StubbedGraph.SUBSCRIPTIONS, status, "{}");
            VendorException failure = Await.failure(vendor.licenses());
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.operation()).isEqualTo("subscriptions");
        }

        @Test
        void behindAGatewayFailTheListing() {
            vendor.respond(StubbedGraph.SUBSCRIPTIONS, 403, "<html>");
            assertThat(Await.failure(vendor.licenses()).kind()).isEqualTo(FailureKind.UNAVAILABLE);
        }
    }

    @Nested
    class Tokens {
        @Test
        void ofOneTenantAreSharedByItsRequests() {
            Graph graph = vendor.connect();
            Await.result(graph.acquireToken(TENANT));
            Await.rows(graph.licenses().consumption(StubbedGraph.CUSTOMER, TENANT));
            assertThat(vendor.requests()).hasSize(3);
        }

        @Test
        void ofThePartnerAreAcquiredForEachOperation() {
            Graph graph = vendor.connect();
            assertThat(graph.operations()).extracting(VendorOperation::name).containsExactly("customers", "customer");
            graph.operations().forEach(operation -> Await.result(graph.acquireToken(operation)));
            assertThat(vendor.requests())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.getUrl()).isEqualTo("/" + GraphServer.PARTNER + "/oauth2/v2.0/token"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"../token", "common", "00000000-0000-0000-0000-000000000000"})
        void ofAnIdThatIsNoTenantFailWithoutARequest(String id) {
            assertThat(Await.failure(vendor.connect().acquireToken(new TenantId(id)))
                            .kind())
                    .isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(vendor.requests()).isEmpty();
        }
    }

    @Test
    void closingRefusesNewCalls() {
        Graph graph = vendor.connect();
        graph.close();
        graph.close();
        assertThat(Await.failure(graph.customers().all())).hasMessageContaining("CLOSED: this client was closed");
        assertThat(Await.failure(graph.customers().find(StubbedGraph.CUSTOMER)).kind())
                .isEqualTo(FailureKind.CLOSED);
        assertThat(Await.failure(graph.licenses().consumption(StubbedGraph.CUSTOMER, TENANT))
                        .kind())
                .isEqualTo(FailureKind.CLOSED);
        assertThat(vendor.requests()).isEmpty();
    }
}
