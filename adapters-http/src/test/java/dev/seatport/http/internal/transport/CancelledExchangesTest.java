package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelledExchangesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
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

    @Nested
    class Closing {
        @Test
        void failsActiveAndQueuedExchanges() throws Exception {
            Transport single = local.withConnections(1);
            try (ScriptedServer server = silentAfter("")) {
                CompletableFuture<RawResponse> first = LocalTransport.get(single, server.url("/first"), GENEROUS);
                assertThat(server.request()).startsWith("GET /first");
                CompletableFuture<RawResponse> second = LocalTransport.get(single, server.url("/second"), GENEROUS);
                single.close();
                LocalTransport.failure(first, FailureKind.CLOSED);
                LocalTransport.failure(second, FailureKind.CLOSED);
                assertThat(server.clientClosed()).isTrue();
                LocalTransport.failure(LocalTransport.get(single, server.url("/third"), GENEROUS), FailureKind.CLOSED);
                single.close();
            }
        }
    }

    @Nested
    class Cancelling {
        @Test
        void closesAConnectionThatWaitsForAHead() throws Exception {
            try (ScriptedServer server = silentAfter("")) {
                CompletableFuture<RawResponse> exchange = get(server, GENEROUS);
                assertThat(server.request()).startsWith("GET /rows");
                assertThat(exchange.cancel(true)).isTrue();
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void closesAConnectionInTheMiddleOfABody() throws Exception {
            CountDownLatch halfway = new CountDownLatch(1);
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                connection.send(OK + "Content-Length: 100\r\n\r\nhalf");
                halfway.countDown();
                connection.closedWithin(LONG);
            })) {
                CompletableFuture<RawResponse> exchange = get(server, GENEROUS);
                assertThat(halfway.await(60, TimeUnit.SECONDS)).isTrue();
                exchange.cancel(true);
                assertThat(server.clientClosed()).isTrue();
            }
        }

        @Test
        void sendsNothingForAnExchangeWithoutAConnection() throws Exception {
            Transport single = local.withConnections(1);
            CountDownLatch go = new CountDownLatch(1);
            String fine = OK + "Content-Length: 2\r\n\r\nok";
            try (ScriptedServer other = ScriptedServer.answering(fine);
                    ScriptedServer server = ScriptedServer.answering(connection -> {
                        awaitQuietly(go);
                        connection.send(fine);
                    })) {
                CompletableFuture<RawResponse> first = LocalTransport.get(single, server.url("/first"), GENEROUS);
                assertThat(server.request()).startsWith("GET /first");
                CompletableFuture<RawResponse> second = LocalTransport.get(single, server.url("/second"), GENEROUS);
                CompletableFuture<RawResponse> third = LocalTransport.get(single, server.url("/third"), GENEROUS);
                second.cancel(true);
                // After this response, the event loop has handled the cancellation.
                FailureAssertions.await(LocalTransport.get(single, other.url("/"), GENEROUS));
                go.countDown();
                FailureAssertions.await(first);
                assertThat(FailureAssertions.await(third).body()).hasToString("ok");
                assertThat(server.request()).startsWith("GET /third");
            }
        }

        @Test
        void orFailingFreesTheConnectionEvenInAPoolOfOne() throws Exception {
            Transport single = local.withConnections(1);
            ExchangeLimits impatient = new ExchangeLimits(LONG, LONG, TICK, MAX_BYTES);
            try (ScriptedServer server = silentAfter(OK + "Content-Length: 100\r\n\r\nhalf")) {
                for (int i = 0; i < 5; i++) {
                    LocalTransport.failure(
                            LocalTransport.get(single, server.url("/rows"), impatient), FailureKind.TIMED_OUT);
                }
                assertThat(server.connections()).isEqualTo(5);
            }
        }

        @Test
        void doesNotShrinkThePool() throws Exception {
            try (ScriptedServer stuck = silentAfter("");
                    ScriptedServer fine = ScriptedServer.answering(OK + "Content-Length: 2\r\n\r\nok")) {
                List<CompletableFuture<RawResponse>> cancelled = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    cancelled.add(get(stuck, GENEROUS));
                }
                assertThat(stuck.request()).isNotEmpty();
                cancelled.forEach(exchange -> exchange.cancel(true));
                for (int i = 0; i < 10; i++) {
                    FailureAssertions.await(get(fine, GENEROUS));
                }
                CompletableFuture<RawResponse> again = get(stuck, GENEROUS);
                assertThat(stuck.request()).isNotEmpty();
                again.cancel(true);
            }
        }

        private void awaitQuietly(CountDownLatch latch) throws IOException {
            try {
                if (!latch.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("not released in time");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
