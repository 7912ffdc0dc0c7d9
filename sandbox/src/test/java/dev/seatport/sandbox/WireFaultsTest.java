package dev.seatport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.RawSocketClient.End;
import dev.seatport.sandbox.RawSocketClient.Received;
import dev.seatport.sandbox.faults.ByteOffset;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireFaultsTest {
    private Sandbox sandbox;
    private String token;
    private String url;
    /** The body without faults, one character for each byte. */
    private String document;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(4));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @BeforeEach
    void requestOnce() {
        SandboxClient client = new SandboxClient(sandbox);
        token = client.avePointToken(SandboxClient.ALL_SCOPES);
        url = sandbox.avePointBaseUrl() + "/partner/customers/"
                + sandbox.fleet().customer(0).avePointId();
        document = RawSocketClient.bytes(client.send("GET", url, token, null).body());
    }

    @AfterEach
    void resetFaults() {
        sandbox.faults(FaultPlan.none());
        sandbox.resetStatistics();
        sandbox.clearRequests();
    }

    private Received get(Fault fault) {
        sandbox.faults(FaultPlan.none().with(fault));
        return RawSocketClient.get(sandbox, url, token);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 60, 250})
    void resetsTheConnectionAtAnyByte(int at) {
        Received received = get(Fault.reset(ByteOffset.at(at)));
        assertThat(received.end()).isEqualTo(End.RESET);
        assertThat(received.text().length()).isLessThanOrEqualTo(at);
        assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS).faults(FaultKind.RESET))
                .isEqualTo(1);
    }

    @Test
    void resetsTheConnectionWithinHeadAndBody() {
        Received inHead = get(Fault.reset(ByteOffset.inHead()));
        assertThat(inHead.end()).isEqualTo(End.RESET);
        assertThat(inHead.text()).doesNotContain("\r\n\r\n");
        Received inBody = get(Fault.reset(ByteOffset.body(7)));
        assertThat(inBody.end()).isEqualTo(End.RESET);
        assertThat(inBody.body().length()).isLessThanOrEqualTo(7);
    }

    @Test
    void neverSendsACompleteResponseWithABreak() {
        Received received = get(Fault.truncate(ByteOffset.body(1_000_000)));
        assertThat(received.body()).hasSize(received.contentLength() - 1);
    }

    @Test
    void closesWithoutAResponse() {
        assertThat(get(Fault.close())).isEqualTo(new Received("", End.CLOSED));
        assertThat(sandbox.requests())
                .last()
                .extracting(ReceivedRequest::status)
                .isEqualTo(0);
    }

    @Test
    void closesWithinTheHead() {
        Received received = get(Fault.close(ByteOffset.at(20)));
        assertThat(received.end()).isEqualTo(End.CLOSED);
        assertThat(received.text()).hasSize(20).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void stallsInTheBodyAndKeepsTheConnectionOpen() {
        sandbox.faults(FaultPlan.none().with(Fault.stall(ByteOffset.body(10))));
        Received received = RawSocketClient.getUntilSilent(sandbox, url, token);
        assertThat(received.end()).isEqualTo(End.SILENCE);
        assertThat(received.body()).isEqualTo(document.substring(0, 10));
        assertThat(received.contentLength()).isGreaterThan(10);
    }

    @Test
    void stallsBeforeTheHead() {
        sandbox.faults(FaultPlan.none().with(Fault.stall(ByteOffset.start())));
        assertThat(RawSocketClient.getUntilSilent(sandbox, url, token)).isEqualTo(new Received("", End.SILENCE));
    }

    @Test
    void closesWhileACallIsStalled() {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withCustomers(1))) {
            other.faults(FaultPlan.none().with(Fault.stall(ByteOffset.start())));
            String path = other.avePointBaseUrl() + "/partner/customers";
            assertThat(RawSocketClient.getUntilSilent(other, path, "x").end()).isEqualTo(End.SILENCE);
        }
    }

    @Test
    void dripsTheWholeResponseByteByByte() {
        long start = System.nanoTime();
        Received received = get(Fault.drip(Duration.ofMillis(2), ByteOffset.body(document.length() - 20)));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(38_000_000L);
        assertThat(received.end()).isEqualTo(End.CLOSED);
        assertThat(received.body()).isEqualTo(document);
        assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS).good()).isEqualTo(2);
        assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS).rows()).isEqualTo(2);
    }

    @Test
    void dripsTheHead() {
        Received received = get(Fault.drip(Duration.ofMillis(1), ByteOffset.start()));
        assertThat(received.head()).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(received.body()).isEqualTo(document);
    }

    @Test
    void stopsDrippingWhenTheClientDisconnects() {
        sandbox.faults(FaultPlan.none().with(Fault.drip(Duration.ofMinutes(1), ByteOffset.body(3))));
        assertThat(RawSocketClient.getUntilSilent(sandbox, url, token).body()).hasSize(3);
        sandbox.faults(FaultPlan.none());
        assertThat(RawSocketClient.bytes(
                        new SandboxClient(sandbox).send("GET", url, token, null).body()))
                .isEqualTo(document);
    }

    @Test
    void closesBeforeTheAnnouncedLength() {
        Received received = get(Fault.truncate(ByteOffset.inBody()));
        assertThat(received.end()).isEqualTo(End.CLOSED);
        assertThat(received.contentLength()).isEqualTo(document.length());
        assertThat(received.body()).isEqualTo(document.substring(0, document.length() / 2));
    }

    @Test
    void cutsABodyWithoutALength() {
        Received received = get(Fault.cut(ByteOffset.body(30)));
        assertThat(received.head()).contains("Connection: close").doesNotContain("Content-Length");
        assertThat(received.body()).isEqualTo(document.substring(0, 30));
        sandbox.faults(FaultPlan.none().with(Fault.cut(ByteOffset.body(30))));
        HttpResponse<String> taken = new SandboxClient(sandbox).send("GET", url, token, null);
        assertThat(RawSocketClient.bytes(taken.body())).isEqualTo(document.substring(0, 30));
    }

    @Test
    void omitsTheLastChunk() {
        Received received = get(Fault.openChunks(ByteOffset.body(16)));
        assertThat(received.head()).contains("Transfer-Encoding: chunked");
        assertThat(received.body()).isEqualTo("10\r\n" + document.substring(0, 16) + "\r\n");
        assertThat(get(Fault.openChunks(ByteOffset.body(0))).body()).isEmpty();
    }

    @Test
    void sendsAChunkWithAnInvalidSize() {
        assertThat(get(Fault.badChunk(ByteOffset.body(2))).body()).startsWith("2\r\n{\"\r\nzz\r\n");
        Assertions.assertThatThrownBy(() -> new SandboxClient(sandbox).send("GET", url, token, null))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void breaksAListingThatIsSentInChunks() {
        String listing = sandbox.avePointBaseUrl() + "/partner/customers";
        sandbox.faults(FaultPlan.none().with(Fault.truncate(ByteOffset.body(100))));
        Received received = RawSocketClient.get(sandbox, listing, token);
        assertThat(received.body()).hasSize(100).startsWith("{\"@odata.context\"");
        sandbox.faults(FaultPlan.none().with(Fault.drip(Duration.ofMillis(1), ByteOffset.body(800))));
        assertThat(SandboxClient.json(
                                RawSocketClient.get(sandbox, listing, token).body())
                        .path("value"))
                .hasSize(4);
        assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS).rows()).isEqualTo(5);
    }

    @Test
    void leavesNoConnectionOpen() {
        for (Fault fault : List.of(
                Fault.reset(ByteOffset.start()),
                Fault.close(),
                Fault.truncate(ByteOffset.inBody()),
                Fault.badChunk(ByteOffset.inBody()))) {
            try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withCustomers(1))) {
                other.faults(FaultPlan.none().with(fault));
                String path = other.avePointBaseUrl() + "/partner/customers";
                assertThat(RawSocketClient.get(other, path, "x").end()).isNotEqualTo(End.SILENCE);
                SandboxTest.awaitConnections(other, 0);
            }
        }
    }

    @Test
    void breaksACallOnAReusedConnection() {
        SandboxClient client = new SandboxClient(sandbox);
        assertThat(client.send("GET", url, token, null).statusCode()).isEqualTo(200);
        sandbox.faults(FaultPlan.none()
                .with(Fault.reset(ByteOffset.body(5)).at(RequestMatcher.all().next(1))));
        Assertions.assertThatThrownBy(() -> client.send("GET", url, token, null))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(client.send("GET", url, token, null).statusCode()).isEqualTo(200);
    }
}
