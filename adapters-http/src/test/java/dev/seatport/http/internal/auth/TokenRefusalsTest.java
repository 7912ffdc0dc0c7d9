package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.Operation;
import dev.seatport.http.internal.exchange.RawAnswer;
import dev.seatport.http.internal.json.JsonFields;
import dev.seatport.http.internal.retry.AttemptFailure.Again;
import dev.seatport.ports.failure.VendorException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRefusalsTest {
    private static final Operation OPERATION = new Operation(new Vendor("acme"), "token", null);

    private static @Nullable JsonFields error(String error) {
        return JsonFields.read(Buffer.buffer("{\"error\":\"" + error + "\"}"));
    }

    private static RawAnswer answer(int status, String body) {
        return new RawAnswer(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body));
    }

    private static VendorException refusal(int status, @Nullable JsonFields body) {
        return TokenRefusals.of(OPERATION, new TokenRefusals.Reply(answer(status, ""), body, null), "things.read", 2);
    }

    private static Again again(int status, @Nullable JsonFields body) {
        return TokenRefusals.again(answer(status, ""), body);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "unauthorized_client,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "invalid_grant,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "invalid_scope,PERMISSION_DENIED,grant the app registration the scope and consent to it",
        "invalid_request,INVALID_REQUEST,check the token URL and the client id",
        "unsupported_grant_type,INVALID_REQUEST,check the token URL and the client id",
        "invalid_resource,INVALID_REQUEST,check the token URL and the client id",
        "invalid_target,INVALID_REQUEST,check the token URL and the client id"
    })
    void nameADocumentedErrorAndWhatToDo(String error, FailureKind kind, String advice) {
        VendorException refusal = refusal(400, error(error));
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal).hasMessageContaining("the token endpoint answered " + error + " (HTTP 400); " + advice);
        assertThat(refusal.status()).hasValue(400);
        assertThat(refusal.attempts()).isEqualTo(2);
        for (int status : new int[] {400, 401, 429, 500}) {
            assertThat(again(status, error(error))).isEqualTo(Again.NEVER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST,check the token URL and the client id",
        "401,AUTHENTICATION_FAILED,check the client id and the client secret or certificate",
        "403,PERMISSION_DENIED,grant the app registration the scope",
        "404,NOT_FOUND,check the token URL",
        "429,RATE_LIMITED,try again later",
        "500,UNAVAILABLE,try again later",
        "302,MALFORMED_ANSWER,check the token URL"
    })
    void goByTheStatusWhereTheErrorIsUnknownAndDoNotQuoteIt(int status, FailureKind kind, String advice) {
        for (JsonFields body : new @Nullable JsonFields[] {error("made_up"), error(""), null}) {
            VendorException refusal = refusal(status, body);
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal)
                    .hasMessageContaining("the token endpoint answered (HTTP " + status + "); " + advice)
                    .hasMessageNotContaining("made_up");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "made_up"})
    void mayPassAsTheStatusSaysWhereTheErrorIsUnknown(String error) {
        for (JsonFields body : new @Nullable JsonFields[] {error(error), null}) {
            assertThat(again(400, body)).isEqualTo(Again.NEVER);
            assertThat(again(429, body)).isEqualTo(Again.THROTTLED);
            assertThat(again(503, body)).isEqualTo(Again.TRANSIENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporarily_unavailable", "server_error"})
    void mayPassWhateverTheStatusWhereTheErrorSaysSo(String error) {
        for (int status : new int[] {400, 401, 403, 503}) {
            assertThat(again(status, error(error))).isEqualTo(Again.TRANSIENT);
            VendorException refusal = refusal(status, error(error));
            assertThat(refusal.kind()).isEqualTo(FailureKind.UNAVAILABLE);
            assertThat(refusal)
                    .hasMessageContaining(
                            "the token endpoint answered " + error + " (HTTP " + status + "); try again later");
        }
        assertThat(again(429, error(error))).isEqualTo(Again.THROTTLED);
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
    void nameTheNumericCodesAndNothingElseOfTheirList(String codes, String shown) {
        String body = "{\"error\":\"invalid_client\",\"error_description\":\"canary\",\"error_codes\":" + codes + "}";
        assertThat(refusal(401, JsonFields.read(Buffer.buffer(body))))
                .hasMessageContaining("the token endpoint answered invalid_client with code " + shown + " (HTTP 401); ")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"canary\"", "[\"canary\"]", "{\"a\":7000222}", "true"})
    void nameNoCodeWhereThereIsNone(String codes) {
        String body = "{\"error\":\"canary\",\"error_codes\":" + codes + "}";
        assertThat(refusal(400, JsonFields.read(Buffer.buffer(body))))
                .hasMessageContaining("the token endpoint answered (HTTP 400); ");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void areNotTheVendorsWhereAPageOfHtmlComes(int status) {
        RawAnswer page = answer(status, "<html>canary</html>");
        VendorException refusal =
                TokenRefusals.of(OPERATION, new TokenRefusals.Reply(page, null, null), "things.read", 1);
        assertThat(refusal.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(refusal)
                .hasMessageContaining("token endpoint: a gateway answered, not the vendor (HTTP " + status
                        + ", an HTML page); check the token URL")
                .hasMessageNotContaining("canary");
        assertThat(refusal.missingScope()).isEmpty();
        assertThat(TokenRefusals.again(page, null)).isEqualTo(Again.NEVER);
    }

    @Test
    void nameTheScopeOnlyWhereItIsMissing() {
        assertThat(refusal(400, error("invalid_scope")).missingScope()).hasValue("things.read");
        assertThat(refusal(400, error("invalid_client")).missingScope()).isEmpty();
    }
}
