package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Effects of connection faults on calls. */
class ConnectionFaultsTest {
    private static final String ROWS = "{\"data\":[{\"id\":1},{\"id\":2}],\"status\":\"Success\"}";
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private VendorClient client(URI base, ClientLimits.Builder limits) {
        return vendor.client(VendorClientOptions.builder(
                        VendorServer.ACME,
                        base,
                        vendor.url("/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(limits.build()));
    }

    private static ClientLimits.Builder quick() {
        return ClientLimits.builder().maxBackoff(Duration.ofMillis(1)).connectTimeout(Duration.ofMillis(300));
    }

    private static String okResponse(String body) {
        return OK + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static ListingResult<Long> values(ListingResult<dev.seatport.domain.observed.Observed<Long>> listing) {
        return new ListingResult<>(
                listing.rows().stream()
                        .map(dev.seatport.domain.observed.Observed::value)
                        .toList(),
                listing.failure().orElse(null));
    }

    @Test
    void aConnectionClosedOnReuseCostsOneRequestAndNoRow() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            if (requests.getAndIncrement() % 2 == 0) {
                connection.send(okResponse(ROWS));
            } else {
                connection.hangUp();
            }
        })) {
            VendorClient client = client(server.url(""), quick());
            for (int i = 0; i < 2; i++) {
                assertThat(values(FailureAssertions.await(Listings.collect(client.list(new StreamedNumbersQuery())))))
                        .isEqualTo(new ListingResult<>(List.of(1L, 2L), null));
            }
            assertThat(server.connections()).isEqualTo(2);
            assertThat(requests).hasValue(3);
        }
    }

    @Test
    void aConnectionBrokenDuringALargeListingRestartsTheListing() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            if (requests.getAndIncrement() == 0) {
                connection
                        .send(okResponse(ROWS).substring(0, okResponse(ROWS).length() - 20))
                        .hangUp();
            } else {
                connection.send(okResponse(ROWS));
            }
        })) {
            VendorClient client = client(server.url(""), quick());
            assertThat(values(FailureAssertions.await(Listings.collect(client.list(new StreamedNumbersQuery())))))
                    .isEqualTo(new ListingResult<>(List.of(1L, 2L), null));
            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void aConnectionThatIsNotAcceptedTimesOutAndIsRetried() throws IOException {
        List<SocketChannel> queue = new ArrayList<>();
        try (ServerSocket fullQueue = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) fullQueue.getLocalSocketAddress();
            for (int i = 0; i < 4; i++) {
                SocketChannel waiting = SocketChannel.open();
                waiting.configureBlocking(false);
                waiting.connect(address);
                queue.add(waiting);
            }
            VendorException failure = FailureAssertions.failure(
                    ThingOperations.fetch(client(URI.create("http://127.0.0.1:" + address.getPort()), quick())),
                    FailureKind.UNAVAILABLE);
            assertThat(failure)
                    .hasMessageContaining("no connection in time; check the host, the port and the firewall");
            assertThat(failure.attempts()).isEqualTo(4);
        } finally {
            for (SocketChannel waiting : queue) {
                waiting.close();
            }
        }
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (ScriptedServer trap = ScriptedServer.answering(okResponse(ROWS))) {
            for (int status : new int[] {302, 307}) {
                try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 " + status + " Elsewhere\r\nLocation: "
                        + trap.url("/trap") + "\r\nContent-Length: 0\r\n\r\n")) {
                    FailureAssertions.failure(
                            ThingOperations.fetch(client(server.url(""), quick())), FailureKind.MALFORMED_ANSWER);
                    assertThat(server.connections()).isOne();
                }
            }
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void compressedResponsesAreRejected() throws Exception {
        String bomb = "{\"name\":\"" + "x".repeat(1_000_000) + "\"}";
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bomb.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(compressed.size()).isLessThan(10_000);
        String response = OK + "Content-Encoding: gzip\r\nContent-Length: " + compressed.size() + "\r\n\r\n"
                + compressed.toString(StandardCharsets.ISO_8859_1);
        try (ScriptedServer server = ScriptedServer.answering(response)) {
            VendorClient client = client(server.url(""), quick());
            VendorException failure =
                    FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.MALFORMED_ANSWER);
            assertThat(failure).hasMessageContaining("unexpected compressed response; ");
            assertThat(failure.attempts()).isOne();
            assertThat(server.request()).containsIgnoringCase("accept-encoding: identity\r\n");
            FailureAssertions.failure(
                    Listings.collect(client.list(new StreamedNumbersQuery()))
                            .thenCompose(listing -> java.util.concurrent.CompletableFuture.failedFuture(
                                    listing.failure().orElseThrow())),
                    FailureKind.MALFORMED_ANSWER);
        }
    }
}
