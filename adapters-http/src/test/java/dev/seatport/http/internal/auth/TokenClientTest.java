package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenClientTest {
    @RegisterExtension
    private final LocalTokenServer tokens = new LocalTokenServer();

    private VendorException failure(FailureKind kind) {
        CompletableFuture<TokenResponse> call =
                tokens.client().fetch(null, null).subscribeAsCompletionStage();
        return FailureAssertions.failure(tokens.eventLoop().finish(call), kind);
    }

    @Test
    void returnsATokenAndLeavesNoTimer() {
        CompletableFuture<TokenResponse> call = tokens.client().fetch("s", null).subscribeAsCompletionStage();
        TokenResponse token = FailureAssertions.await(tokens.eventLoop().finish(call));
        assertThat(token.value().reveal()).isEqualTo("token-1");
        assertThat(token.lifetime()).isEqualTo(Duration.ofHours(1));
        tokens.eventLoop().runUntilIdle();
        assertThat(tokens.callListener().exchanges()).containsExactly("token 200 null");
    }

    @Test
    void failsAsRateLimitedAfterA429() {
        tokens.respond((request, number) -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "40")
                .end());
        VendorException failure = failure(FailureKind.RATE_LIMITED);
        assertThat(failure.attempts()).isOne();
        assertThat(failure).hasMessageContaining("token endpoint error (HTTP 429); try again later");
        assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(40));
        assertThat(tokens.callListener().throttles()).isOne();
        assertThat(tokens.callListener().exchanges()).containsExactly("token 429 RATE_LIMITED");
    }

    @Test
    void failsAsUnavailableIfTheConnectionBreaks() {
        tokens.respond((request, number) -> request.connection().close());
        VendorException failure = failure(FailureKind.UNAVAILABLE);
        assertThat(failure).hasMessageContaining("token endpoint: ");
        assertThat(failure.attempts()).isOne();
        assertThat(tokens.callListener().exchanges()).containsExactly("token 0 UNAVAILABLE");
    }

    @Test
    void timesOutWithoutAResponse() {
        tokens.respond((request, number) -> {});
        CompletableFuture<TokenResponse> call =
                tokens.client().fetch(null, null).subscribeAsCompletionStage();
        assertThat(tokens.eventLoop().runPending()).isTrue();
        tokens.eventLoop().fireTimers();
        VendorException failure = FailureAssertions.failure(tokens.eventLoop().finish(call), FailureKind.TIMED_OUT);
        assertThat(failure).hasMessageContaining("token endpoint: no token within 30 s; try again later");
        assertThat(failure.attempts()).isOne();
    }

    @Test
    void sendsNothingIfTheEventLoopIsClosed() {
        CompletableFuture<TokenResponse> call = tokens.client(1, task -> {
                    throw new RejectedExecutionException("gone");
                })
                .fetch(null, null)
                .subscribeAsCompletionStage();
        assertThat(FailureAssertions.failure(call, FailureKind.CLOSED)).hasMessageContaining("this client was closed");
        assertThat(tokens.requests()).isZero();
    }

    @Test
    void doesNotRetryAfterAResponseOfAGateway() {
        tokens.respond(
                (request, number) -> request.response().setStatusCode(403).end("<html>this web app is stopped</html>"));
        VendorException failure = failure(FailureKind.UNAVAILABLE);
        assertThat(failure)
                .hasMessageContaining("token endpoint: a gateway responded instead of the vendor (HTTP 403, ");
        assertThat(failure.status()).hasValue(403);
        assertThat(tokens.requests()).isOne();
        assertThat(tokens.callListener().exchanges()).containsExactly("token 403 UNAVAILABLE");
    }

    @Test
    void namesTheAudienceOfAFailure() {
        tokens.respond((request, number) -> request.response()
                .setStatusCode(400)
                .end("{\"error\":\"unauthorized_client\",\"error_codes\":[700016]}"));
        ErrorBodyParser parser = new ErrorBodyParser() {
            @Override
            public ErrorDetails parse(int status, ErrorBodyFields body) {
                throw new AssertionError("not a response of the API");
            }

            @Override
            public ErrorDetails parseTokenError(int status, ErrorBodyFields body) {
                assertThat(status).isEqualTo(400);
                assertThat(body.text("error")).isEqualTo("unauthorized_client");
                return body.texts("error_codes").contains("700016")
                        ? new ErrorDetails(FailureKind.PERMISSION_DENIED, null, List.of(), null)
                        : ErrorDetails.NONE;
            }
        };
        CompletableFuture<TokenResponse> call =
                tokens.clientPerAudience(parser).fetch("read", "tenant-1").subscribeAsCompletionStage();
        VendorException failure =
                FailureAssertions.failure(tokens.eventLoop().finish(call), FailureKind.PERMISSION_DENIED);
        assertThat(failure.audience()).hasValue("tenant-1");
        assertThat(failure)
                .hasMessageContaining("with code 700016 (HTTP 400); ")
                .hasMessageEndingWith(" (audience tenant-1, scope read)");
    }

    @Test
    void sendsNothingIfTheRequestDoesNotFitTheTokenUrl() {
        CompletableFuture<TokenResponse> without = tokens.clientPerAudience(ErrorBodyParser.none())
                .fetch(null, null)
                .subscribeAsCompletionStage();
        assertThat(FailureAssertions.failure(without, FailureKind.INVALID_REQUEST))
                .hasMessageContaining("names no audience");
        CompletableFuture<TokenResponse> with =
                tokens.client().fetch(null, "tenant-1").subscribeAsCompletionStage();
        assertThat(FailureAssertions.failure(with, FailureKind.INVALID_REQUEST))
                .hasMessageContaining("names an audience");
        assertThat(tokens.requests()).isZero();
    }

    @Test
    void doesNotRetryAfterAnInvalidToken() {
        tokens.respond((request, number) -> request.response().end("{\"access_token\":\"a b\"}"));
        VendorException failure = failure(FailureKind.MALFORMED_ANSWER);
        assertThat(failure)
                .hasMessageContaining("token endpoint: its response has no usable access_token; check the token URL");
        assertThat(failure.attempts()).isOne();
    }

    @Test
    void countsAnyResponseButA429AsAccepted() {
        TokenClient endpoint = tokens.client();
        tokens.respond((request, number) -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "40")
                .end());
        for (int refusals = 1; refusals <= 3; refusals++) {
            CompletableFuture<TokenResponse> call = endpoint.fetch(null, null).subscribeAsCompletionStage();
            FailureAssertions.failure(tokens.eventLoop().finish(call), FailureKind.RATE_LIMITED);
            tokens.eventLoop().advance(Duration.ofSeconds(40));
            assertThat(tokens.rateLimiter()
                            .consecutiveRefusals(tokens.eventLoop().nanoTime()))
                    .isEqualTo(refusals);
            assertThat(tokens.rateLimiter().acceptedAgainCount()).isZero();
        }
        tokens.respondWithStatus(400);
        CompletableFuture<TokenResponse> call = endpoint.fetch(null, null).subscribeAsCompletionStage();
        FailureAssertions.failure(tokens.eventLoop().finish(call), FailureKind.INVALID_REQUEST);
        assertThat(tokens.rateLimiter().consecutiveRefusals(tokens.eventLoop().nanoTime()))
                .isZero();
        assertThat(tokens.rateLimiter().acceptedAgainCount()).isOne();
    }
}
