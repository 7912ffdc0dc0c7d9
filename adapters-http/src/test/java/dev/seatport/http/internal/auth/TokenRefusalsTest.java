package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.Operation;
import dev.seatport.http.internal.json.JsonFields;
import dev.seatport.ports.failure.VendorException;
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

    private static VendorException refusal(int status, @Nullable JsonFields body) {
        return TokenRefusals.of(OPERATION, new TokenRefusals.Reply(status, body, null), "things.read", 2);
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
        assertThat(TokenRefusals.isAnswerForGood(error(error))).isTrue();
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
    @ValueSource(strings = {"", "made_up", "temporarily_unavailable", "server_error"})
    void mayPassWhereTheEndpointDoesNotSayThatTheRequestIsWrong(String error) {
        assertThat(TokenRefusals.isAnswerForGood(error(error))).isFalse();
        assertThat(TokenRefusals.isAnswerForGood(null)).isFalse();
    }

    @Test
    void nameTheScopeOnlyWhereItIsMissing() {
        assertThat(refusal(400, error("invalid_scope")).missingScope()).hasValue("things.read");
        assertThat(refusal(400, error("invalid_client")).missingScope()).isEmpty();
    }
}
