package dev.seatport.http.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.RejectedRequestField;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests decoding of one response without a vendor. */
class ResponseHandlerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "things", "things.read");

    private static final Class<?> TYPE = Map.class;

    private static final String SECRET = "s3cret-0123456789-abcdefghijkl";
    private static final Secret TOKEN = Secret.of("t0ken-of-the-request-9876543210");

    private final RecordingListener callListener = new RecordingListener();
    private final SecretDetector secrets = new SecretDetector(List.of(Secret.of(SECRET)));
    private ErrorBodyParser errorBodyParser = ErrorBodyParser.none();
    private @Nullable String correlationHeader = "X-Id";

    /** Decodes the response to the third request of a call. */
    private DecodableResponse<?, ?> decode(int status, Map<String, String> headers, String body) {
        MultiMap all = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        ResponseHandler handler =
                new ResponseHandler(errorBodyParser, correlationHeader, callListener, () -> NOW, secrets);
        return decode(handler, TYPE, new RawResponse(status, all, Buffer.buffer(body)));
    }

    private static <D> DecodableResponse<?, ?> decode(
            ResponseHandler handler, Class<D> type, RawResponse decodableResponse) {
        BufferedBody<D, Void> responseBody = new BufferedBody<>(type);
        responseBody.accept(decodableResponse.body());
        return handler.decode(new DecodableResponse<>(OPERATION, TOKEN, decodableResponse, responseBody, 3, 99));
    }

    private AttemptException attempt(int status, Map<String, String> headers, String body) {
        Throwable thrown = catchThrowable(() -> decode(status, headers, body));
        assertThat(thrown).isInstanceOf(AttemptException.class);
        return (AttemptException) thrown;
    }

    /** Returns the failure of a call that sent three requests. */
    private VendorException vendorFailure(int status, Map<String, String> headers, String body) {
        return attempt(status, headers, body).toVendorException(OPERATION, 3);
    }

    private void declareFailure(FailureKind kind) {
        errorBodyParser = (status, body) -> new ErrorDetails(kind, "E 7", List.of(), "of the body");
    }

    @Nested
    class Successful {
        @Test
        void hasItsContentAndProvenance() {
            DecodableResponse<?, ?> decodableResponse = decode(200, Map.of("X-Id", " id 1"), "{\"a\":1}");
            assertThat(decodableResponse.content()).isEqualTo(Map.of("a", 1));
            Observed<String> observed = decodableResponse.context().observed("value");
            assertThat(observed.provenance().vendor()).isEqualTo(OPERATION.vendor());
            assertThat(observed.provenance().operation()).isEqualTo("things");
            assertThat(observed.provenance().correlationId()).isEqualTo("id_1");
        }

        @Test
        void hasNoCorrelationIdWhenTheVendorHasNoHeaderForIt() {
            correlationHeader = null;
            assertThat(decode(200, Map.of("X-Id", "id"), "{}")
                            .context()
                            .provenance()
                            .correlationId())
                    .isNull();
        }

        @Test
        void hasTheNumberOfRequestsInALaterFailure() {
            VendorException complaint = decode(201, Map.of(), "{}").context().malformed("$", "odd");
            assertThat(complaint.attempts()).isEqualTo(3);
            assertThat(complaint.status()).hasValue(201);
        }
    }

    @Nested
    class ATextThatEchoesASecret {
        private @Nullable String idOf(String sent) {
            return decode(200, Map.of("X-Id", sent), "{}")
                    .context()
                    .provenance()
                    .correlationId();
        }

        @Test
        void isNoCorrelationId() {
            assertThat(idOf(SECRET)).isNull();
            assertThat(idOf("id-" + SECRET.substring(5, 21) + "-1")).isNull();
            assertThat(idOf("id-" + SECRET.substring(5, 20) + "-1")).isEqualTo("id-" + SECRET.substring(5, 20) + "-1");
        }

        @Test
        void isRecognizedAlthoughManyOtherTokensWereUsedMeanwhile() {
            secrets.add(TOKEN.reveal());
            for (int tenant = 0; tenant < 100; tenant++) {
                secrets.add("token-of-another-tenant-" + tenant);
            }
            assertThat(idOf(TOKEN.reveal())).isNull();
            assertThat(vendorFailure(400, Map.of("X-Id", TOKEN.reveal()), "").correlationId())
                    .isEmpty();
        }

        @Test
        void isNoCorrelationIdOfAFailureEither() {
            errorBodyParser = (status, body) -> new ErrorDetails(null, null, List.of(), SECRET);
            assertThat(vendorFailure(500, Map.of("X-Id", "of-the-header"), "").correlationId())
                    .hasValue("of-the-header");
            assertThat(vendorFailure(500, Map.of("X-Id", SECRET), "").correlationId())
                    .isEmpty();
        }

        @Test
        void isNotShownAsACodeOrViolation() {
            errorBodyParser = (status, body) -> new ErrorDetails(
                    null,
                    SECRET,
                    List.of(new RejectedRequestField(SECRET, "TOO_LONG"), new RejectedRequestField("name", SECRET)),
                    null);
            VendorException failure = vendorFailure(400, Map.of(), "");
            assertThat(failure).hasMessageNotContaining("0123456789").hasMessageNotContaining("code");
            assertThat(failure.violations())
                    .containsExactly(new RejectedRequestField("?", "TOO_LONG"), new RejectedRequestField("name", "?"));
        }
    }

    @Nested
    class ACorrelationId {
        private @Nullable String idOf(String sent) {
            return decode(200, Map.of("X-Id", sent), "{}")
                    .context()
                    .provenance()
                    .correlationId();
        }

        @Test
        void isKeptWholeUpTo128Characters() {
            assertThat(idOf(" " + "x".repeat(128))).isEqualTo("x".repeat(128));
        }

        @Test
        void isDroppedIfItIsLonger() {
            assertThat(idOf("x".repeat(129))).isNull();
        }
    }

    @Nested
    class Unreadable {
        private VendorException complaint(String body) {
            Throwable thrown = catchThrowable(() -> decode(200, Map.of("X-Id", "of-the-header"), body));
            assertThat(thrown).isInstanceOf(VendorException.class);
            return (VendorException) thrown;
        }

        @Test
        void isMalformedAndNotRetried() {
            VendorException complaint = complaint("{\"a\":");
            assertThat(complaint.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
            assertThat(complaint.correlationId()).hasValue("of-the-header");
            assertThat(complaint.attempts()).isEqualTo(3);
        }

        @Test
        void hasTheCorrelationIdOfTheBodyIfPresent() {
            errorBodyParser = (status, body) -> new ErrorDetails(null, null, List.of(), "of-the-body");
            assertThat(complaint("[").correlationId()).hasValue("of-the-body");
        }

        @Test
        void isTheFailureThatItDeclares() {
            declareFailure(FailureKind.UNAVAILABLE);
            assertThat(vendorFailure(200, Map.of(), "[1]").kind()).isEqualTo(FailureKind.UNAVAILABLE);
        }
    }

    @Nested
    class Refused {
        @ParameterizedTest
        @CsvSource({
            "400,INVALID_REQUEST,the vendor refused the request (HTTP 400)",
            "401,AUTHENTICATION_FAILED,the vendor refused a fresh token (HTTP 401); check the client id",
            "403,PERMISSION_DENIED,permission denied (HTTP 403); grant the permission to the app registration",
            "404,NOT_FOUND,not found at the vendor (HTTP 404); check the id",
            "429,RATE_LIMITED,too many requests (HTTP 429); try again later",
            "503,UNAVAILABLE,the vendor is unavailable (HTTP 503); try again later",
            "302,MALFORMED_ANSWER,unexpected response (HTTP 302); check the base URL"
        })
        void explainsWhatHappenedAndWhatToDo(int status, FailureKind kind, String explanation) {
            VendorException failure = vendorFailure(status, Map.of("X-Id", "id"), "");
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).hasMessageContaining(explanation);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.attempts()).isEqualTo(3);
            assertThat(failure.correlationId()).hasValue("id");
            assertThat(failure).hasMessageNotContaining(", code");
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 409, 422})
        void isUnavailableIfItIsAnHtmlPage(int status) {
            declareFailure(FailureKind.NOT_FOUND);
            VendorException failure =
                    vendorFailure(status, Map.of("Content-Type", "text/html", "X-Id", "id"), "<html>canary</html>");
            assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
            assertThat(failure)
                    .hasMessageContaining("a gateway responded instead of the vendor (HTTP " + status
                            + ", an HTML page); check the base URL and the proxy, or try again later")
                    .hasMessageNotContaining("canary");
            assertThat(failure.missingScope()).isEmpty();
            assertThat(failure.status()).hasValue(status);
            assertThat(attempt(status, Map.of(), "<html>").retryClass()).isEqualTo(RetryClass.NEVER);
        }

        @Test
        void isRetriedAfterA429Or503AlsoIfItIsAnHtmlPage() {
            Map<String, String> headers = Map.of("Content-Type", "text/html", "Retry-After", "17");
            VendorException failure = vendorFailure(429, headers, "<html>");
            assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
            assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(17));
            assertThat(attempt(429, headers, "<html>").retryClass()).isEqualTo(RetryClass.THROTTLED);
            assertThat(attempt(503, headers, "<html>").retryClass()).isEqualTo(RetryClass.TRANSIENT);
        }

        @Test
        void hasAMissingScopeOnlyIfAPermissionIsMissing() {
            assertThat(vendorFailure(403, Map.of(), "").missingScope()).hasValue("things.read");
            assertThat(vendorFailure(404, Map.of(), "").missingScope()).isEmpty();
        }

        @Test
        void containsTheSanitizedCodeAndViolations() {
            errorBodyParser = (status, body) -> new ErrorDetails(
                    null,
                    "E 7",
                    List.of(new RejectedRequestField("a\nb", ""), new RejectedRequestField(" ", "c d")),
                    null);
            VendorException failure = vendorFailure(400, Map.of(), "{}");
            assertThat(failure).hasMessageContaining(", code E_7");
            assertThat(failure.violations())
                    .containsExactly(new RejectedRequestField("a_b", "?"), new RejectedRequestField("?", "c_d"));
        }

        @Test
        void isTheFailureThatTheBodyDeclaresForAnyStatus() {
            declareFailure(FailureKind.NOT_FOUND);
            VendorException failure = vendorFailure(500, Map.of("X-Id", "of-the-header"), "{}");
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(failure.correlationId()).hasValue("of_the_body");
        }

        @Test
        void hasTheRetryAfterOfTheVendor() {
            assertThat(vendorFailure(429, Map.of("Retry-After", "17"), "").retryAfter())
                    .hasValue(Duration.ofSeconds(17));
            assertThat(vendorFailure(503, Map.of("Retry-After", "Sun, 01 Mar 2026 12:00:05 GMT"), "")
                            .retryAfter())
                    .hasValue(Duration.ofSeconds(5));
            assertThat(vendorFailure(
                                    503,
                                    Map.of(
                                            "Retry-After",
                                            "Sun, 01 Mar 2026 12:00:05 GMT",
                                            "Date",
                                            "Sun, 01 Mar 2026 12:00:01 GMT"),
                                    "")
                            .retryAfter())
                    .hasValue(Duration.ofSeconds(4));
            assertThat(vendorFailure(503, Map.of(), "").retryAfter()).isEmpty();
        }

        @Test
        void hasTheTimeAtWhichItsRequestWasSent() {
            assertThat(attempt(429, Map.of(), "").sentAt()).isEqualTo(99);
        }

        @ParameterizedTest
        @CsvSource({
            "200,UNAVAILABLE,TRANSIENT",
            "400,UNAVAILABLE,TRANSIENT",
            "200,RATE_LIMITED,THROTTLED",
            "500,RATE_LIMITED,THROTTLED",
            "503,INVALID_REQUEST,NEVER",
            "429,NOT_FOUND,NEVER",
            "503,,TRANSIENT",
            "429,,THROTTLED",
            "404,,NEVER"
        })
        void isRetriedByTheDeclaredFailureOrElseByItsStatus(int status, @Nullable FailureKind declared, String again) {
            if (declared != null) {
                declareFailure(declared);
            }
            assertThat(attempt(status, Map.of(), status == 200 ? "no json" : "").retryClass())
                    .hasToString(again);
        }
    }
}
