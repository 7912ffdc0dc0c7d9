package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.http.TestResources;
import dev.seatport.testkit.wait.Await;
import java.time.Duration;
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
class AvePointFailuresTest {
    private static final TenantSeatQuery ALL = TenantSeatQuery.all(StubbedAvePoint.CUSTOMER, TenantKind.MICROSOFT_365);

    private StubbedAvePoint vendor;

    @BeforeAll
    void start() {
        vendor = StubbedAvePoint.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private VendorException seats() {
        return Await.failure(vendor.connect().tenantSeats().seats(ALL));
    }

    @Nested
    class Statuses {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        400 | INVALID_REQUEST: the vendor refused the request (HTTP 400) (correlation rq-7)
                        401 | AUTHENTICATION_FAILED: the vendor refused a fresh token (HTTP 401); check the client id, the secret and the token URL (correlation rq-7)
                        403 | PERMISSION_DENIED: permission denied (HTTP 403); grant the permission to the app registration and give admin consent (scope elements.license.read.all, correlation rq-7)
                        404 | NOT_FOUND: not found at the vendor (HTTP 404); check the id and the base URL (correlation rq-7)
                        302 | MALFORMED_ANSWER: unexpected response (HTTP 302); check the base URL (correlation rq-7)
                        500 | UNAVAILABLE: the vendor is unavailable (HTTP 500); try again later (correlation rq-7)
                        """)
        void giveOneLineWithAnAction(int status, String message) {
            vendor.respond(status, TestResources.read("avepoint/errors/error-object.json"));
            VendorException failure = seats();
            assertThat(failure).hasMessage("avepoint tenant-seats: " + message).hasNoCause();
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.vendor()).isEqualTo(AvePoint.VENDOR);
            assertThat(failure.operation()).isEqualTo("tenant-seats");
            assertThat(failure.correlationId()).hasValue("rq-7");
            assertThat(failure.violations()).isEmpty();
        }

        @Test
        void of429AreRateLimited() {
            vendor.respond(429, TestResources.read("avepoint/errors/plain.txt"));
            assertThat(seats())
                    .hasMessage("avepoint tenant-seats: RATE_LIMITED: too many requests (HTTP 429); "
                            + "try again later (correlation rq-7)");
        }

        @Test
        void giveTheScopeOfTheDeniedOperation() {
            vendor.respond(403, "");
            AvePoint avePoint = vendor.connect();
            assertThat(Await.failure(avePoint.customers().all()).missingScope())
                    .hasValue("elements.customers.read.all");
            assertThat(Await.failure(avePoint.customers().find(StubbedAvePoint.CUSTOMER))
                            .missingScope())
                    .hasValue("partner.customers.read.all");
            assertThat(Await.failure(vendor.connect(AvePointApiVersion.OLDER)
                                    .customers()
                                    .all())
                            .missingScope())
                    .hasValue("partner.customers.read.all");
            assertThat(seats().missingScope()).hasValue("elements.license.read.all");
        }
    }

    @Nested
    class Bodies {
        @ParameterizedTest
        @ValueSource(
                strings = {"message.json", "error-object.json", "error-description.json", "plain.txt", "nothing.txt"})
        void doNotChangeTheKindAndAreNotShown(String fixture) {
            vendor.respond(404, TestResources.read("avepoint/errors/" + fixture));
            VendorException failure = seats();
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(failure.toString()).doesNotContain("CONFIDENTIAL");
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 403, 404})
        void thatAreHtmlPagesComeFromAGateway(int status) {
            vendor.respond(status, TestResources.read("avepoint/errors/page.html"));
            Product backup = AvePoint.catalogue().byCode(new ProductCode("2048"));
            VendorException failure =
                    Await.failure(vendor.connect().productSeats().seats(StubbedAvePoint.CUSTOMER, backup));
            assertThat(failure)
                    .hasMessage(
                            "avepoint product-seats: UNAVAILABLE: a gateway responded instead of the vendor (HTTP "
                                    + status
                                    + ", an HTML page); check the base URL and the proxy, or try again later (correlation rq-7)");
            assertThat(failure.toString()).doesNotContain("CONFIDENTIAL");
            assertThat(vendor.calls()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"page.html", "plain.txt", "nothing.txt"})
        void thatAreNotJsonUnderA2xxStatusAreMalformed(String fixture) {
            vendor.respond(200, TestResources.read("avepoint/errors/" + fixture));
            VendorException failure = seats();
            assertThat(failure)
                    .hasMessageStartingWith("avepoint tenant-seats: MALFORMED_ANSWER: at $: ")
                    .hasMessageEndingWith(" (correlation rq-7)");
            assertThat(failure.toString()).doesNotContain("CONFIDENTIAL");
        }
    }

    @Nested
    class Tokens {
        @ParameterizedTest
        @ValueSource(strings = {"documented", "life-as-text", "life-missing"})
        void areDecodedAndSent(String fixture) {
            vendor.token(200, TestResources.read("avepoint/token/" + fixture + ".json"))
                    .fixture("tenant-seats/documented.json");
            assertThat(Await.rows(vendor.connect().tenantSeats().seats(ALL))).hasSize(1);
            assertThat(vendor.calls())
                    .extracting(call -> call.getHeader("Authorization"))
                    .containsExactly("Bearer opaque-or-jwt");
        }

        @Test
        void areRequestedWithTheSecretInTheFormOnly() {
            vendor.fixture("tenant-seats/documented.json");
            Await.rows(vendor.connect().tenantSeats().seats(ALL));
            assertThat(vendor.requests().get(0)).satisfies(request -> {
                assertThat(request.getUrl()).isEqualTo(StubbedAvePoint.TOKEN_PATH);
                assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
                assertThat(request.getBodyAsString())
                        .isEqualTo("grant_type=client_credentials&client_id=client"
                                + "&client_secret=CONFIDENTIAL-secret&scope=elements.license.read.all");
            });
        }

        @ParameterizedTest
        @CsvSource({
            "invalid-client, AUTHENTICATION_FAILED",
            "unauthorized-client, AUTHENTICATION_FAILED",
            "invalid-grant, AUTHENTICATION_FAILED",
            "invalid-scope, PERMISSION_DENIED"
        })
        void thatAreRefusedFailTheCallWithoutSendingIt(String error, FailureKind kind) {
            vendor.token(400, TestResources.read("avepoint/errors/oauth-" + error + ".json"));
            VendorException failure = seats();
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.toString()).doesNotContain("CONFIDENTIAL");
            assertThat(vendor.calls()).isEmpty();
        }

        @Test
        void thatAreRefusedForTheirScopeGiveTheScope() {
            vendor.token(400, TestResources.read("avepoint/errors/oauth-invalid-scope.json"));
            assertThat(seats())
                    .hasMessage("avepoint token: PERMISSION_DENIED: token endpoint error invalid_scope (HTTP "
                            + "400); grant the scope to the app registration and give admin consent "
                            + "(scope elements.license.read.all)");
        }
    }

    @Nested
    class NoResponse {
        @Test
        void endsAfterTheRequestTimeout() {
            vendor.slow(Duration.ofSeconds(20));
            AvePoint avePoint = vendor.connect(vendor.options().requestTimeout(Duration.ofMillis(300)));
            VendorException failure = Await.failure(avePoint.tenantSeats().seats(ALL));
            assertThat(failure)
                    .hasMessageStartingWith("avepoint tenant-seats: TIMED_OUT: no ")
                    .hasMessageEndingWith("response within 300 ms; try again later");
            assertThat(failure.status()).isEmpty();
        }
    }

    @Nested
    class Closing {
        @Test
        void refusesNewCalls() {
            AvePoint avePoint = vendor.connect();
            avePoint.close();
            avePoint.close();
            assertThat(Await.failure(avePoint.customers().all()).kind()).isEqualTo(FailureKind.CLOSED);
            assertThat(Await.failure(avePoint.customers().find(StubbedAvePoint.CUSTOMER)))
                    .hasMessage("avepoint customer: CLOSED: this client was closed");
            assertThat(vendor.requests()).isEmpty();
        }
    }
}
