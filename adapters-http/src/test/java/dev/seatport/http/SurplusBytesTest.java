package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Vendors that send more bytes than one response. Each call requests a different name, which reveals the response of another
 * call.
 */
@Tag("slow")
class SurplusBytesTest {
    private static final int CALLS = 64;
    private static final int MANY_CALLS = 1_000;
    /** Fewer than the concurrent calls, so that connections are reused as soon as possible. */
    private static final int MAX_CONCURRENT_CALLS = 8;

    private static final int[] CONCURRENCY = {1, 8, 64};
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String FOREIGN = "foreign";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    /** Bytes that a vendor sends instead of one valid response. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions hold no state.
    private enum SurplusKind {
        THE_SAME_TWICE(true, name -> good(name) + good(name)),
        THE_SAME_THREE_TIMES(true, name -> good(name) + good(name) + good(name)),
        ANOTHER_RESPONSE_BEHIND(true, name -> good(name) + good(FOREIGN)),
        NOT_FOUND_BEHIND(true, name -> good(name) + "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}"),
        NO_CONTENT_BEHIND(true, name -> good(name) + "HTTP/1.1 204 No Content\r\n\r\n"),
        AN_OLD_RESPONSE_BEHIND(true, name -> good(name) + "HTTP/1.0 200 OK\r\n\r\n" + body(FOREIGN)),
        AN_INTERIM_RESPONSE_BEHIND(true, name -> good(name) + "HTTP/1.1 100 Continue\r\n\r\n"),
        EARLY_HINTS_BEHIND(true, name -> good(name) + "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"),
        TWO_LETTERS_OF_A_HEAD_BEHIND(true, name -> good(name) + "HT"),
        A_STATUS_LINE_BEHIND(true, name -> good(name) + "HTTP/1.1 404 Not Found\r\n"),
        AN_OPEN_HEADER_BEHIND(true, name -> good(name) + "HTTP/1.1 404 Not Found\r\nX-Open: "),
        A_HEAD_BEHIND(true, name -> good(name) + "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n"),
        HALF_A_BODY_BEHIND(true, name -> good(name) + "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"na"),
        GARBAGE_BEHIND(true, name -> good(name) + "garbage"),
        A_LINE_OF_GARBAGE_BEHIND(true, name -> good(name) + "garbage\r\n\r\n"),
        AN_EMPTY_LINE_BEHIND(true, name -> good(name) + "\r\n"),
        A_LINE_FEED_BEHIND(true, name -> good(name) + "\n"),
        A_BLANK_BEHIND(true, name -> good(name) + " "),
        A_ZERO_BYTE_BEHIND(true, name -> good(name) + "\0"),
        A_CLOSING_BRACE_BEHIND(true, name -> good(name) + "}"),
        AN_EMPTY_LINE_AND_ANOTHER_RESPONSE_BEHIND(true, name -> good(name) + "\r\n" + good(FOREIGN)),
        CHUNKS_AND_AN_EMPTY_LINE_BEHIND(true, name -> chunked(name) + "\r\n"),
        CHUNKS_AND_A_CHUNK_BEHIND(true, name -> chunked(name) + "5\r\nxxxxx\r\n0\r\n\r\n"),
        CHUNKS_AND_ANOTHER_RESPONSE_BEHIND(true, name -> chunked(name) + good(FOREIGN)),
        CHUNKS_WITH_TRAILERS_AND_ANOTHER_BEHIND(
                true, name -> chunked(name).replace("0\r\n\r\n", "0\r\nX-Trailer: 1\r\n\r\n") + good(FOREIGN)),
        INTERIM_IN_FRONT_AND_ANOTHER_BEHIND(true, name -> "HTTP/1.1 100 Continue\r\n\r\n" + good(name) + good(FOREIGN)),
        A_CLOSE_THAT_DOES_NOT_COME(
                true, name -> good(name).replace("Content-L", "Connection: close\r\nContent-L") + good(FOREIGN)),
        NO_CONTENT_WITH_A_BODY(false, name -> "HTTP/1.1 204 No Content\r\n\r\n" + body(FOREIGN)),
        NO_CONTENT_WITH_A_RESPONSE(false, name -> "HTTP/1.1 204 No Content\r\n\r\n" + good(FOREIGN)),
        NO_CONTENT_THAT_DECLARES_A_BODY(
                false, name -> "HTTP/1.1 204 No Content\r\nContent-Length: 18\r\n\r\n" + body(FOREIGN)),
        RESET_CONTENT_WITH_A_BODY(
                false, name -> "HTTP/1.1 205 Reset Content\r\nContent-Length: 18\r\n\r\n" + body(FOREIGN)),
        NOT_MODIFIED_WITH_A_BODY(
                false, name -> "HTTP/1.1 304 Not Modified\r\nContent-Length: 18\r\n\r\n" + body(FOREIGN)),
        NOT_MODIFIED_WITH_A_RESPONSE(false, name -> "HTTP/1.1 304 Not Modified\r\n\r\n" + good(FOREIGN)),
        A_PART(false, name -> good(name).replace("200 OK", "206 Partial Content") + good(FOREIGN)),
        NOTHING_AND_A_RESPONSE(false, name -> "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" + good(FOREIGN)),
        OTHER_PROTOCOLS_AND_A_RESPONSE(
                false,
                name -> "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"
                        + good(FOREIGN)),
        WEBSOCKETS_AND_A_RESPONSE(
                false,
                name -> "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n"
                        + good(FOREIGN)),
        A_LENGTH_THAT_IS_TOO_SMALL(
                false, name -> "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + body(name) + good(FOREIGN)),
        TWO_LENGTHS(
                false,
                name -> "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 18\r\n\r\n" + body(name)
                        + good(FOREIGN)),
        A_LENGTH_AND_CHUNKS(
                false, name -> chunked(name).replace("Transfer", "Content-Length: 0\r\nTransfer") + good(FOREIGN)),
        A_LENGTH_BELOW_ZERO(false, name -> "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" + good(FOREIGN)),
        CHUNKS_OF_AN_OLD_RESPONSE(false, name -> chunked(name).replace("HTTP/1.1", "HTTP/1.0") + good(FOREIGN));

        private final boolean succeeds;
        private final UnaryOperator<String> bytes;

        SurplusKind(boolean succeeds, UnaryOperator<String> bytes) {
            this.succeeds = succeeds;
            this.bytes = bytes;
        }

        private String surplus() {
            return bytes.apply("").substring(bytes.apply("").indexOf(good("")) + good("").length());
        }
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    private static String good(String name) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body(name).length() + "\r\n\r\n" + body(name);
    }

    private static String chunked(String name) {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body(name).length()) + "\r\n" + body(name) + "\r\n0\r\n\r\n";
    }

    private VendorClient client(URI base, ClientLimits.Builder limits) {
        return vendor.client(VendorClientOptions.builder(
                        VendorServer.ACME,
                        base,
                        vendor.url("/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(limits.maxBackoff(Duration.ofMillis(1)).build()));
    }

    private static CompletableFuture<Observed<String>> fetch(VendorClient client, String name) {
        return ThingOperations.fetch(
                client,
                VendorRequest.get(ThingOperations.THING).path("/things/" + name).build());
    }

    private static String requestedName(ScriptedServer.Connection connection) {
        String path = connection.request().split(" ", 3)[1];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Runs {@code calls} calls, {@code concurrency} at a time, and counts right names, wrong names and failures. */
    private static CallOutcomes fetch(VendorClient client, int calls, int concurrency) {
        CallOutcomes received = new CallOutcomes();
        for (int from = 0; from < calls; from += concurrency) {
            List<CompletableFuture<Boolean>> batch = new ArrayList<>();
            for (int i = from; i < Math.min(calls, from + concurrency); i++) {
                String name = "thing-" + i;
                batch.add(fetch(client, name).handle((found, failure) -> received.add(name, found, failure)));
            }
            batch.forEach(FailureAssertions::await);
        }
        return received;
    }

    private static final class CallOutcomes {
        private final AtomicInteger right = new AtomicInteger();
        private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        private final List<VendorException> failures = Collections.synchronizedList(new ArrayList<>());

        boolean add(String name, @Nullable Observed<String> found, @Nullable Throwable failure) {
            if (failure instanceof VendorException vendorFailure) {
                failures.add(vendorFailure);
            } else if (found != null && found.value().equals(name)) {
                right.incrementAndGet();
            } else {
                wrong.add(name + ": " + found + failure);
            }
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(SurplusKind.class)
    void inOneWriteNeverReachAnotherCall(SurplusKind surplus) throws IOException {
        inOneWrite(surplus, CALLS);
    }

    @ParameterizedTest
    @EnumSource(SurplusKind.class)
    @Tag("soak")
    void inOneWriteNeverReachAnotherCallInAThousandCalls(SurplusKind surplus) throws IOException {
        inOneWrite(surplus, MANY_CALLS);
    }

    private void inOneWrite(SurplusKind surplus, int calls) throws IOException {
        AtomicInteger reused = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            connection.send(surplus.bytes.apply(requestedName(connection)));
            if (!connection.closedWithin(TIMEOUT)) {
                reused.incrementAndGet();
            }
        })) {
            for (int concurrency : CONCURRENCY) {
                VendorClient client = client(
                        server.url(""),
                        VendorServer.oneTry().maxConcurrentCalls(Math.min(concurrency, MAX_CONCURRENT_CALLS)));
                CallOutcomes received = fetch(client, calls, concurrency);
                assertThat(received.wrong).isEmpty();
                assertThat(received.right).hasValue(surplus.succeeds ? calls : 0);
                assertThat(reused).hasValue(0);
                assertThat(FailureAssertions.await(client.suspectResponseCount()))
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SurplusKind.class)
    void afterALaterResponseFailOnlyThatExchange(SurplusKind surplus) throws IOException {
        afterALaterResponse(surplus, CALLS);
    }

    @ParameterizedTest
    @EnumSource(SurplusKind.class)
    @Tag("soak")
    void afterALaterResponseFailOnlyThatExchangeInAThousandCalls(SurplusKind surplus) throws IOException {
        afterALaterResponse(surplus, MANY_CALLS);
    }

    private void afterALaterResponse(SurplusKind surplus, int calls) throws IOException {
        AtomicInteger responses = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            String name = requestedName(connection);
            // Not the first response of a connection, provided that connections are reused.
            connection.send(responses.incrementAndGet() % 5 == 0 ? surplus.bytes.apply(name) : good(name));
        })) {
            for (int concurrency : CONCURRENCY) {
                VendorClient client = client(
                        server.url(""),
                        ClientLimits.builder().maxConcurrentCalls(Math.min(concurrency, MAX_CONCURRENT_CALLS)));
                CallOutcomes received = fetch(client, calls, concurrency);
                assertThat(received.wrong).isEmpty();
                assertThat(received.right.get() + received.failures.size()).isEqualTo(calls);
                if (surplus.succeeds) {
                    assertThat(received.failures).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SurplusKind.class)
    void onAnIdleConnectionCloseIt(SurplusKind surplus) throws Exception {
        if (!surplus.succeeds) {
            return;
        }
        BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            connection.send(good(requestedName(connection)));
            connection.idle(Duration.ofMillis(5)).send(surplus.surplus().isEmpty() ? "x" : surplus.surplus());
            ended.add(connection.closedWithin(TIMEOUT));
        })) {
            VendorClient client = client(server.url(""), VendorServer.oneTry());
            for (int i = 0; i < 5; i++) {
                String name = String.format(Locale.ROOT, "thing-%d", i);
                assertThat(FailureAssertions.await(fetch(client, name)).value()).isEqualTo(name);
                assertThat(ended.poll(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(server.connections()).isEqualTo(5);
            assertThat(FailureAssertions.await(client.suspectResponseCount())).isZero();
        }
    }

    /** The second request gets the surplus response of the first, which HTTP/1.1 does not distinguish. */
    @Test
    void afterTheNextRequestAreDetectedAndCounted() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            switch (requests.incrementAndGet()) {
                case 1 -> connection.send(good(requestedName(connection)));
                case 2 -> {
                    connection.send(good("thing-1"));
                    connection.idle(Duration.ofMillis(5)).send(good(requestedName(connection)));
                    ended.add(connection.closedWithin(TIMEOUT));
                }
                default -> connection.send(good(requestedName(connection)));
            }
        })) {
            VendorClient client = client(server.url(""), VendorServer.oneTry());
            assertThat(FailureAssertions.await(fetch(client, "thing-1")).value())
                    .isEqualTo("thing-1");
            assertThat(FailureAssertions.await(fetch(client, "thing-2")).value())
                    .isEqualTo("thing-1");
            assertThat(ended.poll(60, TimeUnit.SECONDS)).isTrue();
            assertThat(FailureAssertions.await(fetch(client, "thing-3")).value())
                    .isEqualTo("thing-3");
            assertThat(FailureAssertions.await(client.suspectResponseCount())).isOne();
            // From now on, the client uses a new connection for each request.
            FailureAssertions.await(fetch(client, "thing-4"));
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void ofATokenEndpointNeverMixUpTokens() throws IOException {
        try (ScriptedServer tokens = ScriptedServer.answering(connection -> {
                    String form = connection.request();
                    String scope = form.substring(form.indexOf("scope-")).split("[^a-z0-9-]", 2)[0];
                    String token = VendorServer.token("token-for-" + scope);
                    String whole = "HTTP/1.1 200 OK\r\nContent-Length: " + token.length() + "\r\n\r\n" + token;
                    connection.send(whole + whole);
                });
                ScriptedServer server = ScriptedServer.answering(connection -> {
                    String request = connection.request();
                    connection.send(good(
                            request.substring(request.indexOf("token-for-")).split("\r", 2)[0]));
                })) {
            VendorClient client = vendor.client(VendorClientOptions.builder(
                            VendorServer.ACME,
                            server.url(""),
                            tokens.url("/token"),
                            Credentials.clientSecret("the-client", Secret.of("the-secret")))
                    .limits(VendorServer.oneTry().build()));
            List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(ThingOperations.fetch(
                        client,
                        VendorRequest.get(new VendorOperation(VendorServer.ACME, "thing", "scope-" + i))
                                .path("/thing")
                                .build()));
            }
            for (int i = 0; i < CALLS; i++) {
                assertThat(FailureAssertions.await(calls.get(i)).value()).isEqualTo("token-for-scope-" + i);
            }
        }
    }

    @Test
    void ofAPartialResponseAreRejectedWithoutARetry() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good("thing").replace("200 OK", "206 Partial Content"))) {
            VendorException failure = FailureAssertions.failure(
                    fetch(client(server.url(""), ClientLimits.builder()), "thing"), FailureKind.MALFORMED_ANSWER);
            assertThat(failure.attempts()).isOne();
            assertThat(failure).hasMessageContaining("206");
        }
    }
}
