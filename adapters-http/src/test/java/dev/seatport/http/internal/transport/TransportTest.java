package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.testkit.http.ScriptedServer;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ExchangeLimits GENEROUS = new ExchangeLimits(LONG, LONG, LONG, 1024 * 1024);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @RegisterExtension
    private final LocalTransport local = new LocalTransport();

    /** The responses take the time by which the server advances the clock. */
    @Nested
    class TheWaitBeforeSuspectResponsesAreCounted {
        private static final Duration SLOWEST = Duration.ofSeconds(3);

        private final AtomicLong nanos = new AtomicLong();
        private final AtomicBoolean slow = new AtomicBoolean(true);

        /** Records the wait of a count, and ends it at once. */
        private final class CountScheduler implements Scheduler {
            private final Scheduler timers;
            private volatile @Nullable CompletableFuture<Duration> wait;

            CountScheduler(Scheduler timers) {
                this.timers = timers;
            }

            @Override
            public long nanoTime() {
                return nanos.get();
            }

            @Override
            public ScheduledTask schedule(Duration delay, Runnable task) {
                CompletableFuture<Duration> counting = wait;
                if (counting == null) {
                    return timers.schedule(delay, task);
                }
                counting.complete(delay);
                return timers.schedule(Duration.ZERO, task);
            }
        }

        private Duration waitOf(Transport transport, CountScheduler scheduler) {
            CompletableFuture<Duration> wait = new CompletableFuture<>();
            scheduler.wait = wait;
            assertThat(FailureAssertions.await(transport.suspectResponseCount()))
                    .isZero();
            scheduler.wait = null;
            return FailureAssertions.await(wait);
        }

        @Test
        void isSkippedIfTheClientWasIdleForLonger() throws IOException {
            CompletableFuture<Void> arrived = new CompletableFuture<>();
            CompletableFuture<Void> released = new CompletableFuture<>();
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                if (slow.getAndSet(false)) {
                    nanos.addAndGet(SLOWEST.toNanos());
                }
                if (connection.request().startsWith("GET /held ")) {
                    nanos.addAndGet(2 * SLOWEST.toNanos());
                    arrived.complete(null);
                    FailureAssertions.await(released);
                }
                connection.send(OK + "Content-Length: 0\r\n\r\n");
            })) {
                Context context = local.context();
                CountScheduler scheduler = new CountScheduler(local.scheduler(context));
                Transport transport = new Transport(
                        local.vertx(), context, scheduler, LocalTransport.connectionOptions(1), 1024 * 1024);
                FailureAssertions.await(LocalTransport.get(transport, server.url("/a"), GENEROUS));
                FailureAssertions.await(LocalTransport.get(transport, server.url("/b"), GENEROUS));
                assertThat(waitOf(transport, scheduler)).isEqualTo(Duration.ofSeconds(1));

                nanos.addAndGet(SLOWEST.toNanos() - 1);
                assertThat(waitOf(transport, scheduler)).isEqualTo(Duration.ofSeconds(1));
                nanos.addAndGet(1);
                assertThat(waitOf(transport, scheduler)).isZero();

                CompletableFuture<RawResponse> held = LocalTransport.get(transport, server.url("/held"), GENEROUS);
                FailureAssertions.await(arrived);
                assertThat(waitOf(transport, scheduler)).isEqualTo(Duration.ofSeconds(1));
                released.complete(null);
                FailureAssertions.await(held);
                assertThat(waitOf(transport, scheduler)).isEqualTo(Duration.ofSeconds(1));
                assertThat(server.connections()).isOne();
            }
        }
    }

    @Nested
    class Sending {
        @Test
        void returnsStatusHeadersAndBody() throws IOException {
            try (ScriptedServer server = ScriptedServer.answering(OK + "X-Id: 7\r\nContent-Length: 4\r\n\r\nbody")) {
                RawResponse response = FailureAssertions.await(local.get(server, GENEROUS));
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.headers().get("x-id")).isEqualTo("7");
                assertThat(response.body()).hasToString("body");
                assertThat(response).hasToString("HTTP 200, 4 bytes");
            }
        }

        @Test
        void sendsThePathUnchangedWithUserAgentAndIdentityEncoding() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(OK + "Content-Length: 0\r\n\r\n")) {
                FailureAssertions.await(local.get(server.url("/a/%D7%90%20b~c/%2A?x=1"), GENEROUS));
                assertThat(server.request())
                        .startsWith("GET /a/%D7%90%20b~c/%2A?x=1 HTTP/1.1\r\n")
                        .containsPattern("(?i)\\r\\nuser-agent: seatport/[0-9][-.0-9A-Z]*\\r\\n")
                        .containsPattern("(?i)\\r\\naccept-encoding: identity\\r\\n");
            }
        }

        @Test
        void sendsABodyWithItsLength() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(OK + "Content-Length: 0\r\n\r\n")) {
                FailureAssertions.await(local.transport()
                        .send(
                                new Transport.OutgoingRequest(
                                        HttpMethod.POST,
                                        server.url("/rows"),
                                        HttpHeaders.headers(),
                                        Buffer.buffer("{\"a\":1}")),
                                GENEROUS)
                        .subscribeAsCompletionStage());
                assertThat(server.request())
                        .containsIgnoringCase("content-length: 7")
                        .endsWith("\r\n\r\n{\"a\":1}");
            }
        }

        @Test
        void sendsNothingBeforeItIsSubscribedTo() throws IOException {
            try (ScriptedServer server = ScriptedServer.answering(OK + "Content-Length: 0\r\n\r\n")) {
                var unused = local.transport()
                        .send(
                                new Transport.OutgoingRequest(
                                        HttpMethod.GET, server.url("/"), HttpHeaders.headers(), null),
                                GENEROUS);
                FailureAssertions.await(local.get(server, GENEROUS));
                assertThat(server.connections()).isOne();
                assertThat(unused).isNotNull();
            }
        }

        @Test
        void acceptsAHeadOfUpTo64KiB() throws IOException {
            String policy = "Content-Security-Policy: " + "x".repeat(10_000) + "\r\n";
            for (String head : List.of(policy, policy.repeat(6), "Set-Cookie: a=1\r\n".repeat(3_000))) {
                try (ScriptedServer server = ScriptedServer.answering(OK + head + "Content-Length: 4\r\n\r\nbody")) {
                    assertThat(FailureAssertions.await(local.get(server, GENEROUS))
                                    .body())
                            .hasToString("body");
                }
            }
        }

        @Test
        void rejectsALargerHeadWithoutRetry() throws Exception {
            String odd = "X-Canary: " + "x".repeat(10_000) + "\r\n";
            for (String head : List.of(
                    OK + odd.repeat(7),
                    OK + "X-Canary: " + "x".repeat(70_000) + "\r\n",
                    "HTTP/1.1 200 " + "x".repeat(70_000) + "\r\n")) {
                try (ScriptedServer server = ScriptedServer.answering(head + "Content-Length: 4\r\n\r\nbody")) {
                    AttemptException failure =
                            LocalTransport.failure(local.get(server, GENEROUS), FailureKind.ANSWER_TOO_LARGE);
                    assertThat(failure.retryClass()).isEqualTo(RetryClass.NEVER);
                    assertThat(failure.explanation())
                            .isEqualTo(
                                    "the head of the response is larger than 64 KiB; look for a gateway or proxy that "
                                            + "adds headers");
                    assertThat(server.clientClosed()).isTrue();
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "br", "zstd", "deflate", "identity, gzip"})
        void rejectsACompressedBody(String coding) throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(
                    OK + "Content-Encoding: " + coding + "\r\nContent-Length: 4\r\n\r\nbody")) {
                AttemptException failure =
                        LocalTransport.failure(local.get(server, GENEROUS), FailureKind.MALFORMED_ANSWER);
                assertThat(failure.retryClass()).isEqualTo(RetryClass.NEVER);
                assertThat(failure.explanation()).startsWith("unexpected compressed response; ");
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void rejectsACompressedBodyWithoutADeclaredEncoding() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(OK + "Content-Length: 4\r\n\r\n\u001F???")) {
                LocalTransport.failure(local.get(server, GENEROUS), FailureKind.MALFORMED_ANSWER);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"identity", "utf-8", ""})
        void acceptsABodyWithAnIdentityEncoding(String coding) throws IOException {
            try (ScriptedServer server = ScriptedServer.answering(
                    OK + "Content-Encoding: " + coding + "\r\nContent-Length: 4\r\n\r\nbody")) {
                assertThat(FailureAssertions.await(local.get(server, GENEROUS)).body())
                        .hasToString("body");
            }
        }

        @Test
        void returnsTheStatusOfACompressedError() throws IOException {
            try (ScriptedServer server = ScriptedServer.answering(
                    "HTTP/1.1 403 No\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001F???")) {
                assertThat(FailureAssertions.await(local.get(server, GENEROUS)).status())
                        .isEqualTo(403);
            }
        }

        @Test
        void reusesAConnectionAfterEachCompleteResponse() throws IOException {
            try (ScriptedServer server = ScriptedServer.answering(OK + "Content-Length: 4\r\n\r\nbody")) {
                for (int i = 0; i < 20; i++) {
                    FailureAssertions.await(local.get(server, GENEROUS));
                }
                assertThat(server.connections()).isOne();
                assertThat(server.clientClosedAlready()).isFalse();
            }
        }

        @Test
        void buffersABodyOfManyChunks() throws IOException {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < 50_000; i++) {
                body.append(i).append(',');
            }
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                connection.send(OK + "Content-Length: " + body.length() + "\r\n\r\n");
                for (int from = 0; from < body.length(); from += 777) {
                    connection.send(body.substring(from, Math.min(body.length(), from + 777)));
                }
            })) {
                assertThat(FailureAssertions.await(local.get(server, GENEROUS))
                                .body()
                                .toString())
                        .isEqualTo(body.toString());
            }
        }
    }

    @Nested
    class AnInterimResponse {
        /** Interim responses. The next call must not get the final response of this one. */
        @ParameterizedTest
        @ValueSource(ints = {102, 104, 199})
        void isNotMistakenForTheFinalResponse(int status) throws IOException {
            AtomicInteger requests = new AtomicInteger();
            ScriptedServer.Script script = connection -> {
                connection.send("HTTP/1.1 " + status + " Wait\r\n\r\n");
                connection.send(OK + "Content-Length: 1\r\n\r\n" + requests.incrementAndGet());
            };
            try (ScriptedServer server = ScriptedServer.answering(script)) {
                for (int call = 1; call <= 3; call++) {
                    assertThat(LocalTransport.failure(local.get(server, GENEROUS), FailureKind.MALFORMED_ANSWER))
                            .hasMessageContaining("HTTP " + status);
                }
                assertThat(server.connections()).isEqualTo(3);
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {100, 103})
        void withStatus100Or103IsSkipped(int status) throws IOException {
            String response = "HTTP/1.1 " + status + " Wait\r\n\r\n" + OK + "Content-Length: 4\r\n\r\nbody";
            try (ScriptedServer server = ScriptedServer.answering(response)) {
                assertThat(FailureAssertions.await(local.get(server, GENEROUS)).status())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    class BrokenConnection {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "HTTP/1.1 20",
                    "HTTP/1.1 200 OK\r\nContent-Len",
                    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[1,2]",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1,2]\r\n",
                    "HTTP/1.1 500 Oops\r\nContent-Length: 10\r\n\r\n[1,2]"
                })
        void isUnavailable(String sent) throws IOException {
            try (ScriptedServer closing = ScriptedServer.answering(
                            connection -> connection.send(sent).hangUp());
                    ScriptedServer resetting = ScriptedServer.answering(
                            connection -> connection.send(sent).reset())) {
                LocalTransport.failure(local.get(closing, GENEROUS), FailureKind.UNAVAILABLE);
                LocalTransport.failure(local.get(resetting, GENEROUS), FailureKind.UNAVAILABLE);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 200 OK\r\nContent-Length: nine\r\n\r\nbody",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nbody\r\n",
                    "SSH-2.0-OpenSSH_9.6\r\n\r\n"
                })
        void isUnavailableAfterInvalidHttp(String sent) throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(sent)) {
                LocalTransport.failure(local.get(server, GENEROUS), FailureKind.UNAVAILABLE);
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void isUnavailableWhenRefused() throws IOException {
            int port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }
            assertThat(LocalTransport.failure(
                                    local.get(URI.create("http://127.0.0.1:" + port + "/"), GENEROUS),
                                    FailureKind.UNAVAILABLE)
                            .explanation())
                    .contains("refused");
        }

        @Test
        void isUnavailableWhenTheHostIsNotKnown() {
            assertThat(LocalTransport.failure(
                                    local.get(URI.create("http://seatport.invalid/"), GENEROUS),
                                    FailureKind.UNAVAILABLE)
                            .explanation())
                    .contains("the host is not known");
        }

        @Test
        void isUnavailableWhenTlsMeetsPlainHttp() throws IOException {
            try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CompletableFuture<RawResponse> exchange =
                        local.get(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/"), GENEROUS);
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    assertThat(LocalTransport.failure(exchange, FailureKind.UNAVAILABLE)
                                    .explanation())
                            .contains("TLS");
                }
            }
        }
    }
}
