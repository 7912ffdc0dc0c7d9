package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.RejectedRequestField;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.TestResources;
import dev.seatport.testkit.wait.Await;
import java.util.Collections;
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
class C3FailuresTest {
    private static final String CORRELATION = "da879f7a-732a-4045-84bb-b1777a1ffc3c";

    private StubbedC3 vendor;

    @BeforeAll
    void start() {
        vendor = StubbedC3.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private VendorException licenses() {
        return Await.failure(vendor.connect().licenses().consumption(StubbedC3.CUSTOMER, StubbedC3.TENANT));
    }

    private VendorException licenses(int status, String fixture) {
        vendor.respond(status, TestResources.read("c3/" + fixture));
        return licenses();
    }

    @Nested
    class Violations {
        @Test
        void ofTheSampleAreShownAsAttributeAndCode() {
            VendorException failure = licenses(400, "license-consumption/documented-bad-request.json");
            assertThat(failure)
                    .hasMessage("c3 licenses: INVALID_REQUEST: the vendor refused the request (HTTP 400), code "
                            + "ERROR_DESC_BAD_INPUT: CustomerId INVALID_C3_CUSTOMER_ID, TenantId INVALID_TENANT_ID "
                            + "(correlation e002cf54-bbaf-4838-8a66-f016c70c907a)")
                    .hasNoCause();
            assertThat(failure.violations())
                    .containsExactly(
                            new RejectedRequestField("CustomerId", "INVALID_C3_CUSTOMER_ID"),
                            new RejectedRequestField("TenantId", "INVALID_TENANT_ID"));
            assertThat(failure.toString()).doesNotContain("9582D9F2", "0f96f6b1");
        }

        @Test
        void areDecodedInTheCorrectSpellingToo() {
            VendorException failure = licenses(400, "errors/bad-request-right-spelling.json");
            assertThat(failure.violations())
                    .containsExactly(
                            new RejectedRequestField("CustomerId", "INVALID_C3_CUSTOMER_ID"),
                            new RejectedRequestField("TenantId", "INVALID_TENANT_ID"));
            assertThat(failure.toString()).doesNotContain("CONFIDENTIAL");
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 400, 404, 500})
        void makeTheRequestInvalidUnderAnyHttpStatus(int status) {
            VendorException failure = licenses(status, "license-consumption/documented-bad-request.json");
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.violations()).hasSize(2);
        }

        @Test
        void hideTextsThatAreNeitherNamesNorCodes() {
            VendorException failure = licenses(200, "errors/violations-odd.json");
            assertThat(failure)
                    .hasMessage("c3 licenses: INVALID_REQUEST: the vendor refused the request (HTTP 200): ? ?, "
                            + "TenantId INVALID_TENANT_ID, ? ? (correlation " + CORRELATION + ")");
        }
    }

    @Nested
    class ErrorsWithoutViolations {
        @ParameterizedTest
        @ValueSource(strings = {"without-violations", "without-violations-empty", "data-of-another-shape"})
        void underA2xxStatusAreUnavailable(String fixture) {
            assertThat(licenses(200, "errors/" + fixture + ".json"))
                    .hasMessage("c3 licenses: UNAVAILABLE: the vendor is unavailable (HTTP 200); try again later, code "
                            + "ERROR_DESC_INTERNAL (correlation " + CORRELATION + ")");
        }

        @ParameterizedTest
        @CsvSource({
            "400, INVALID_REQUEST",
            "401, AUTHENTICATION_FAILED",
            "403, PERMISSION_DENIED",
            "404, NOT_FOUND",
            "429, RATE_LIMITED",
            "500, UNAVAILABLE"
        })
        void haveTheKindOfAnotherHttpStatus(int status, FailureKind kind) {
            VendorException failure = licenses(status, "errors/without-violations.json");
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.correlationId()).hasValue(CORRELATION);
            assertThat(failure.missingScope()).isEmpty();
        }

        @Test
        void showTheirCodeAndNoProse() {
            assertThat(licenses(403, "errors/without-violations.json"))
                    .hasMessage("c3 licenses: PERMISSION_DENIED: permission denied (HTTP 403); "
                            + "grant the permission to the app registration and give admin consent, code ERROR_DESC_INTERNAL (correlation "
                            + CORRELATION + ")");
        }
    }

    @Nested
    class EnvelopesWithoutAKnownStatus {
        @ParameterizedTest
        @ValueSource(strings = {"status-missing", "status-null", "status-unknown"})
        void areMalformed(String fixture) {
            assertThat(licenses(200, "errors/" + fixture + ".json"))
                    .hasMessage("c3 licenses: MALFORMED_ANSWER: unexpected response (HTTP 200); check "
                            + "the base URL (correlation " + CORRELATION + ")");
        }

        @Test
        void areMalformedIfTheyAreNotEnvelopes() {
            assertThat(licenses(200, "errors/page.html"))
                    .hasMessage("c3 licenses: MALFORMED_ANSWER: at $: not one complete JSON document");
        }

        @Test
        void doNotChangeTheKindOfAFailedHttpStatus() {
            assertThat(licenses(503, "errors/page.html"))
                    .hasMessage("c3 licenses: UNAVAILABLE: the vendor is unavailable (HTTP 503); try again later");
        }

        @Test
        void comeFromAGatewayIfTheyAreHtmlPages() {
            assertThat(licenses(403, "errors/page.html"))
                    .hasMessage(
                            "c3 licenses: UNAVAILABLE: a gateway responded instead of the vendor (HTTP 403, an HTML page); "
                                    + "check the base URL and the proxy, or try again later");
        }
    }

    @Nested
    class Customers {
        @Test
        void failInTheSameWay() {
            vendor.respond(200, TestResources.read("c3/errors/without-violations.json"));
            C3 c3 = vendor.connect();
            assertThat(Await.failure(c3.customers().all()).kind()).isEqualTo(FailureKind.UNAVAILABLE);
            assertThat(Await.failure(c3.customers().find(StubbedC3.CUSTOMER)).kind())
                    .isEqualTo(FailureKind.UNAVAILABLE);
        }
    }

    @Nested
    class MalformedResponses {
        @Test
        void keepTheirCorrelationId() {
            assertThat(licenses(200, "license-consumption/count-with-fraction.json")
                            .correlationId())
                    .hasValue(CORRELATION);
        }
    }

    @Nested
    class LargeResponses {
        private static final int BYTES_ABOVE_THE_LIMIT = 9 * 1024 * 1024;

        private String listing(String row) {
            int rows = BYTES_ABOVE_THE_LIMIT / row.length();
            return "{\"Status\":\"Success\",\"Data\":[" + String.join(",", Collections.nCopies(rows, row)) + "]}";
        }

        @Test
        void areAcceptedForCustomerListings() {
            vendor.respond(200, listing("{\"CustomerID\":\"c1\",\"TenantId\":\"t1\",\"TenantName\":\"T\"}"));
            assertThat(Await.rows(vendor.connect().customers().all())).hasSize(1);
        }

        @Test
        void areRejectedForLicenseReports() {
            vendor.respond(200, listing("{\"ProductSkuId\":\"sku-1\"}"));
            assertThat(licenses())
                    .hasMessage("c3 licenses: ANSWER_TOO_LARGE: the response is larger than 8388608 bytes");
        }
    }

    @Nested
    class Closing {
        @Test
        void refusesNewCalls() {
            C3 c3 = vendor.connect();
            c3.close();
            c3.close();
            assertThat(Await.failure(c3.customers().all())).hasMessage("c3 customers: CLOSED: this client was closed");
            assertThat(Await.failure(c3.customers().find(StubbedC3.CUSTOMER)).kind())
                    .isEqualTo(FailureKind.CLOSED);
            assertThat(vendor.requests()).isEmpty();
        }
    }
}
