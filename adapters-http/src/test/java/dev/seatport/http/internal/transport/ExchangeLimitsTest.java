package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ExchangeLimitsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int MAX_BYTES = 1000;
    private static final ExchangeLimits GENEROUS = new ExchangeLimits(LONG, LONG, LONG, MAX_BYTES);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @RegisterExtension
    private final LocalTransport local = new LocalTransport();

    private CompletableFuture<RawResponse> get(ScriptedServer server, ExchangeLimits limits) {
        return local.get(server, limits);
    }

    private static ScriptedServer silentAfter(String sent) throws IOException {
        return ScriptedServer.answering(connection -> connection.send(sent).closedWithin(LONG));
    }

    @Test
    void areAtMostTheTotalTimeout() {
        ExchangeLimits limits = new ExchangeLimits(SHORT, LONG, LONG, MAX_BYTES);
        assertThat(limits.headTimeout()).isEqualTo(SHORT);
        assertThat(limits.idleTimeout()).isEqualTo(SHORT);
        assertThatThrownBy(() -> new ExchangeLimits(Duration.ZERO, LONG, LONG, MAX_BYTES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Time {
        @Test
        void endsAnExchangeWithoutAHead() throws Exception {
            try (ScriptedServer server = silentAfter("")) {
                AttemptException failure = LocalTransport.failure(
                        get(server, new ExchangeLimits(LONG, SHORT, LONG, MAX_BYTES)), FailureKind.TIMED_OUT);
                assertThat(failure.explanation()).isEqualTo("no response within 300 ms; try again later");
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void endsAStalledBodyAtTheIdleTimeout() throws Exception {
            try (ScriptedServer server = silentAfter(OK + "Content-Length: 100\r\n\r\nhalf")) {
                AttemptException failure = LocalTransport.failure(
                        get(server, new ExchangeLimits(LONG, LONG, SHORT, MAX_BYTES)), FailureKind.TIMED_OUT);
                assertThat(failure.explanation()).startsWith("the response stalled for 300 ms");
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void endsASlowBodyAtTheTotalTimeout() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                connection.send(OK + "Content-Length: 1000\r\n\r\n");
                while (!connection.closedWithin(TICK)) {
                    connection.send("x");
                }
            })) {
                AttemptException failure = LocalTransport.failure(
                        get(server, new ExchangeLimits(Duration.ofSeconds(1), LONG, LONG, MAX_BYTES)),
                        FailureKind.TIMED_OUT);
                assertThat(failure.explanation()).startsWith("no complete response within 1 s");
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void endsASlowHeadAtTheHeadTimeout() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                connection.send(OK);
                while (!connection.closedWithin(TICK)) {
                    connection.send("X-More: x\r\n");
                }
            })) {
                LocalTransport.failure(
                        get(server, new ExchangeLimits(LONG, SHORT, LONG, MAX_BYTES)), FailureKind.TIMED_OUT);
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void doesNotEndABodyThatKeepsArriving() throws IOException {
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                connection.send(OK + "Content-Length: 12\r\n\r\n");
                for (int i = 0; i < 12; i++) {
                    connection.closedWithin(TICK);
                    connection.send("x");
                }
            })) {
                RawResponse response =
                        FailureAssertions.await(get(server, new ExchangeLimits(LONG, LONG, SHORT, MAX_BYTES)));
                assertThat(response.body()).hasToString("x".repeat(12));
            }
        }

        @Test
        void includesTheWaitForAConnection() throws Exception {
            Transport single = local.withConnections(1);
            try (ScriptedServer server = silentAfter("")) {
                CompletableFuture<RawResponse> first = LocalTransport.get(single, server.url("/first"), GENEROUS);
                assertThat(server.request()).startsWith("GET /first");
                CompletableFuture<RawResponse> second = LocalTransport.get(
                        single, server.url("/second"), new ExchangeLimits(SHORT, LONG, LONG, MAX_BYTES));
                LocalTransport.failure(second, FailureKind.TIMED_OUT);
                assertThat(first).isNotDone();
            }
        }
    }

    @Nested
    class Size {
        @Test
        void allowsABodyOfExactlyTheLimit() throws IOException {
            try (ScriptedServer server = ScriptedServer.answering(
                    OK + "Content-Length: " + MAX_BYTES + "\r\n\r\n" + "x".repeat(MAX_BYTES))) {
                assertThat(FailureAssertions.await(get(server, GENEROUS)).body().length())
                        .isEqualTo(MAX_BYTES);
            }
        }

        @Test
        void endsAnEndlessChunkedBody() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                connection.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    connection.send("a\r\n0123456789\r\n");
                }
            })) {
                LocalTransport.failure(get(server, GENEROUS), FailureKind.ANSWER_TOO_LARGE);
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void rejectsATooLargeContentLengthBeforeTheBody() throws Exception {
            try (ScriptedServer server = silentAfter(OK + "Content-Length: 2147483648\r\n\r\n")) {
                AttemptException failure = LocalTransport.failure(get(server, GENEROUS), FailureKind.ANSWER_TOO_LARGE);
                assertThat(failure.explanation()).isEqualTo("the response is larger than 1000 bytes");
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void keepsStatusAndHeadersOfAnErrorWithAHugeBody() throws Exception {
            try (ScriptedServer declared =
                            silentAfter("HTTP/1.1 503 No\r\nRetry-After: 7\r\nContent-Length: 2147483648\r\n\r\n");
                    ScriptedServer endless = ScriptedServer.answering(connection -> {
                        connection.send("HTTP/1.1 429 No\r\nRetry-After: 8\r\nTransfer-Encoding: chunked\r\n\r\n");
                        while (true) {
                            connection.send("3e8\r\n" + "x".repeat(1000) + "\r\n");
                        }
                    })) {
                RawResponse first = FailureAssertions.await(get(declared, GENEROUS));
                assertThat(first.status()).isEqualTo(503);
                assertThat(first.headers().get("Retry-After")).isEqualTo("7");
                assertThat(declared.clientClosed()).isTrue();
                RawResponse second = FailureAssertions.await(get(endless, GENEROUS));
                assertThat(second.status()).isEqualTo(429);
                assertThat(second.headers().get("Retry-After")).isEqualTo("8");
                assertThat(second.body()).hasToString("x".repeat(16));
                assertThat(endless.clientClosed()).isTrue();
            }
        }

        @Test
        void keepsEnoughOfAHugeErrorBodyToRecognizeHtml() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                connection.send("HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n \r\n<html>\r\n");
                while (true) {
                    connection.send("3e8\r\n" + "x".repeat(1000) + "\r\n");
                }
            })) {
                assertThat(FailureAssertions.await(get(server, GENEROUS)).isFromGateway())
                        .isTrue();
            }
        }

        @Test
        void allowsAnErrorBodyBeyondASmallLimit() throws IOException {
            try (ScriptedServer server =
                    ScriptedServer.answering("HTTP/1.1 400 No\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(2000))) {
                assertThat(FailureAssertions.await(get(server, GENEROUS)).body().length())
                        .isEqualTo(2000);
            }
        }
    }
}
