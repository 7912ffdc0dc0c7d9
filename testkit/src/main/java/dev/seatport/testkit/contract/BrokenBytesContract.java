package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Contract of an adapter over HTTP: a truncated or changed response ends in a value or in a {@link VendorException} within the
 * timeout. The author of an adapter extends this class.
 *
 * @param <A> the type of the adapter
 */
public abstract class BrokenBytesContract<A> {
    private static final int CHANGES = 1_000;
    private static final List<String> PIECES = List.of(
            "null", "[]", "{}", "\"", "-1", "1e400", "99999999999999999999", "\\u0000", "\uFEFF", ",", "}", "]");

    private @Nullable ScriptedServer server;
    private @Nullable A adapter;
    private volatile byte[] body = {};
    private volatile @Nullable Call current;
    private volatile boolean announced = true;

    /** For subclasses. */
    protected BrokenBytesContract() {}

    /**
     * A call of the adapter.
     *
     * @param name the name in the test report
     * @param response a valid response
     * @param action runs the call and returns its failure; empty if it succeeds
     */
    public record Call(String name, String response, Supplier<Optional<VendorException>> action) {}

    /** Connects the adapter to this URL, with retry delays of milliseconds. Called before each test. */
    protected abstract A connect(URI vendor);

    /** Closes the adapter. Called after each test. */
    protected abstract void disconnect(A adapter);

    /** Returns all calls to test. */
    protected abstract List<Call> calls(A adapter);

    /** Returns the path of the token endpoint. */
    protected abstract String tokenPath();

    /** Returns a valid response of the token endpoint. */
    protected abstract String token();

    /** Returns the failure kind that is accepted for a complete response, because it may belong to another call. */
    protected abstract FailureKind failureOfWholeResponse();

    /**
     * Returns a valid response to another request that the call also sends. Default: empty, so that each request of the call gets the
     * broken response.
     *
     * @param request head of the received request
     */
    protected Optional<String> unbroken(Call call, String request) {
        return Optional.empty();
    }

    /** Consumes a listing to its end and asserts that it ends once. Returns its failure; empty if it completes. */
    protected static <T> Optional<VendorException> end(Flow.Publisher<Observed<T>> publisher) {
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.oneByOne(publisher);
        Optional<VendorException> failure = Await.end(subscriber).failure();
        assertThat(subscriber.isSilent()).as("one end").isTrue();
        return failure;
    }

    /** Waits for the end of a call and returns its failure; empty if it succeeds. */
    protected static Optional<VendorException> end(CompletionStage<?> stage) {
        return ContractAssertions.failureOf(stage).map(ContractAssertions::vendorException);
    }

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.answering(this::respond);
        adapter = connect(server.url(""));
    }

    @AfterEach
    void stop() throws IOException {
        try {
            if (adapter != null) {
                disconnect(adapter);
            }
        } finally {
            Objects.requireNonNull(server).close();
        }
    }

    private void respond(ScriptedServer.Connection connection) throws IOException {
        String request = connection.request();
        Optional<String> unbroken = request.startsWith("POST " + tokenPath())
                ? Optional.of(token())
                : Optional.ofNullable(current).flatMap(call -> unbroken(call, request));
        byte[] bytes =
                unbroken.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(body);
        boolean length = unbroken.isPresent() || announced;
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + (length ? "Content-Length: " + bytes.length : "Connection: close") + "\r\n\r\n");
        connection.send(bytes);
        if (!length) {
            connection.hangUp();
        }
    }

    private Optional<VendorException> send(Call call, byte[] response, boolean withLength) {
        current = call;
        body = response;
        announced = withLength;
        return call.action().get();
    }

    @TestFactory
    Stream<DynamicTest> aTruncatedResponseIsMalformedAtEachLength() {
        return calls(Objects.requireNonNull(adapter)).stream()
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> {
                    byte[] whole = call.response().strip().getBytes(StandardCharsets.UTF_8);
                    assertThat(send(call, whole, true).map(VendorException::kind))
                            .isIn(Optional.empty(), Optional.of(failureOfWholeResponse()));
                    for (int length = 0; length < whole.length; length++) {
                        assertThat(send(call, Arrays.copyOf(whole, length), false)
                                        .map(VendorException::kind))
                                .as("cut after %d bytes", length)
                                .hasValue(FailureKind.MALFORMED_ANSWER);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> changedBytesEndInAValueOrADocumentedFailure() {
        return calls(Objects.requireNonNull(adapter)).stream()
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> {
                    byte[] whole = call.response().strip().getBytes(StandardCharsets.UTF_8);
                    SplittableRandom random = new SplittableRandom(whole.length);
                    for (int i = 0; i < CHANGES; i++) {
                        byte[] changed = changed(whole, random);
                        send(call, changed, true)
                                .ifPresent(failure -> assertThat(failure.getMessage())
                                        .as(new String(changed, StandardCharsets.ISO_8859_1))
                                        .doesNotContain("\n")
                                        .hasSizeLessThan(400));
                    }
                }));
    }

    /** Flips a few bits, or replaces a few characters with a piece of JSON. */
    private static byte[] changed(byte[] whole, SplittableRandom random) {
        if (random.nextBoolean()) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return flipped;
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return (text.substring(0, from) + piece + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }
}
