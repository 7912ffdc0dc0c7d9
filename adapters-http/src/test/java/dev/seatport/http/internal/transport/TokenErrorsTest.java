package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenErrorsTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "token", null);

    private static Map<String, @Nullable Object> error(String error) {
        return Collections.singletonMap("error", error);
    }

    private static Map<String, @Nullable Object> fields(String body) {
        return Objects.requireNonNull(JsonCodec.decodeFields(Buffer.buffer(body)));
    }

    private static RawResponse response(int status, String body) {
        return new RawResponse(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body));
    }

    private static AttemptException failure(RawResponse response, Map<String, @Nullable Object> body) {
        return failure(response, body, ErrorDetails.NONE);
    }

    private static AttemptException failure(
            RawResponse response, Map<String, @Nullable Object> body, ErrorDetails details) {
        return HttpErrorMapper.tokenFailure(response, body, details, "things.read", Instant.EPOCH, 0);
    }

    private static VendorException refusal(int status, Map<String, @Nullable Object> body) {
        return failure(response(status, ""), body).toVendorException(OPERATION, 2);
    }

    private static RetryClass retryClass(int status, Map<String, @Nullable Object> body) {
        return failure(response(status, ""), body).retryClass();
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "unauthorized_client,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "invalid_grant,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "invalid_scope,PERMISSION_DENIED,grant the scope to the app registration and give admin consent",
        "invalid_request,INVALID_REQUEST,check the token URL and the client id",
        "unsupported_grant_type,INVALID_REQUEST,check the token URL and the client id",
        "invalid_resource,INVALID_REQUEST,check the token URL and the client id",
        "invalid_target,INVALID_REQUEST,check the token URL and the client id"
    })
    void containADocumentedErrorAndWhatToDo(String error, FailureKind kind, String advice) {
        VendorException refusal = refusal(400, error(error));
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal).hasMessageContaining("token endpoint error " + error + " (HTTP 400); " + advice);
        assertThat(refusal.status()).hasValue(400);
        assertThat(refusal.attempts()).isEqualTo(2);
        for (int status : new int[] {400, 401, 429, 500}) {
            assertThat(retryClass(status, error(error))).isEqualTo(RetryClass.NEVER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST,check the token URL and the client id",
        "401,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "403,PERMISSION_DENIED,grant the scope to the app registration",
        "404,NOT_FOUND,check the token URL",
        "429,RATE_LIMITED,try again later",
        "500,UNAVAILABLE,try again later",
        "302,MALFORMED_ANSWER,check the token URL"
    })
    void useTheStatusWhereTheErrorIsUnknownAndDoNotQuoteIt(int status, FailureKind kind, String advice) {
        for (Map<String, @Nullable Object> body :
                List.of(error("made_up"), error(""), Map.<String, @Nullable Object>of())) {
            VendorException refusal = refusal(status, body);
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal)
                    .hasMessageContaining("token endpoint error (HTTP " + status + "); " + advice)
                    .hasMessageNotContaining("made_up");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "made_up"})
    void areRetriedByTheStatusWhereTheErrorIsUnknown(String error) {
        for (Map<String, @Nullable Object> body : List.of(error(error), Map.<String, @Nullable Object>of())) {
            assertThat(retryClass(400, body)).isEqualTo(RetryClass.NEVER);
            assertThat(retryClass(429, body)).isEqualTo(RetryClass.THROTTLED);
            assertThat(retryClass(503, body)).isEqualTo(RetryClass.TRANSIENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporarily_unavailable", "server_error"})
    void areTransientForAnyStatusIfTheErrorIsTransient(String error) {
        for (int status : new int[] {400, 401, 403, 503}) {
            assertThat(retryClass(status, error(error))).isEqualTo(RetryClass.TRANSIENT);
            VendorException refusal = refusal(status, error(error));
            assertThat(refusal.kind()).isEqualTo(FailureKind.UNAVAILABLE);
            assertThat(refusal)
                    .hasMessageContaining("token endpoint error " + error + " (HTTP " + status + "); try again later");
        }
        assertThat(retryClass(429, error(error))).isEqualTo(RetryClass.THROTTLED);
        assertThat(refusal(429, error(error)).kind()).isEqualTo(FailureKind.RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "[7000222],7000222",
                "'[7000222, 50034]','7000222, 50034'",
                "'[\"7000222\"]',7000222",
                "7000222,7000222",
                "'\"7000222\"',7000222",
                "'[\"canary\",{\"a\":1},-1,7000222,1.5,null,12345678901]',7000222",
                "'[1,2,3,4,5,6]','1, 2, 3, 4, 5'"
            })
    void containOnlyTheNumericCodesOfTheirList(String codes, String shown) {
        String body = "{\"error\":\"invalid_client\",\"error_description\":\"canary\",\"error_codes\":" + codes + "}";
        assertThat(refusal(401, fields(body)))
                .hasMessageContaining("token endpoint error invalid_client with code " + shown + " (HTTP 401); ")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"canary\"", "[\"canary\"]", "{\"a\":7000222}", "true"})
    void containNoCodeIfThereIsNone(String codes) {
        String body = "{\"error\":\"canary\",\"error_codes\":" + codes + "}";
        assertThat(refusal(400, fields(body))).hasMessageContaining("token endpoint error (HTTP 400); ");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void areUnavailableIfAnHtmlPageComes(int status) {
        RawResponse page = response(status, "<html>canary</html>");
        VendorException refusal = failure(page, Map.of()).toVendorException(OPERATION, 1);
        assertThat(refusal.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(refusal)
                .hasMessageContaining("token endpoint: a gateway responded instead of the vendor (HTTP " + status
                        + ", an HTML page); check the token URL")
                .hasMessageNotContaining("canary");
        assertThat(refusal.missingScope()).isEmpty();
        assertThat(failure(page, Map.of()).retryClass()).isEqualTo(RetryClass.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "PERMISSION_DENIED,NEVER,grant the scope to the app registration and give admin consent",
        "NOT_FOUND,NEVER,'check the token URL, and the audience if the request names one'",
        "AUTHENTICATION_FAILED,NEVER,check the client id and the client secret or certificate",
        "UNAVAILABLE,TRANSIENT,try again later",
        "RATE_LIMITED,THROTTLED,try again later"
    })
    void haveTheKindThatTheVendorsParserDeclares(FailureKind kind, RetryClass retryClass, String advice) {
        ErrorDetails declared = new ErrorDetails(kind, "700016", List.of(), null);
        AttemptException failure = failure(response(400, ""), error("unauthorized_client"), declared);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.retryClass()).isEqualTo(retryClass);
        assertThat(failure.explanation())
                .isEqualTo("token endpoint error unauthorized_client with code 700016 (HTTP 400); " + advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "-1", "1.5", "12345678901", ""})
    void containNoCodeOfTheVendorsParserThatIsNotNumeric(String code) {
        ErrorDetails parsed = new ErrorDetails(null, code, List.of(), null);
        assertThat(failure(response(400, ""), error("invalid_client"), parsed).explanation())
                .startsWith("token endpoint error invalid_client (HTTP 400); ");
    }

    @Test
    void containACodeOnceThatTheVendorsParserRepeats() {
        ErrorDetails parsed = new ErrorDetails(null, "7000222", List.of(), null);
        assertThat(failure(response(401, ""), fields("{\"error_codes\":[7000222,1]}"), parsed)
                        .explanation())
                .startsWith("token endpoint error with code 7000222, 1 (HTTP 401); ");
    }

    @Test
    void haveAScopeOnlyIfItIsMissing() {
        assertThat(refusal(400, error("invalid_scope")).missingScope()).hasValue("things.read");
        assertThat(refusal(400, error("invalid_client")).missingScope()).isEmpty();
    }
}
