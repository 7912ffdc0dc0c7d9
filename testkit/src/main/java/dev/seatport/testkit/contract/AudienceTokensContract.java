package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import dev.seatport.testkit.wait.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contract of an adapter over HTTP whose vendor has a token endpoint per audience, such as one per tenant: each request has the
 * token of its audience, and a failure concerns and names one audience. The calls for one audience do not wait for the token of
 * another one. The author of an adapter extends this class.
 *
 * @param <A> the type of the adapter
 */
public abstract class AudienceTokensContract<A> {
    /** GUIDs, because some vendors accept nothing else as a tenant. */
    private static final String FIRST = "5d3b9c10-7e42-4a86-b1f5-08c6e2a97d31";

    private static final String SECOND = "e94a7f26-1c58-4d03-9ab7-6f20d8135b4c";
    private static final int CONCURRENT_CALLS = 5;

    private final Map<String, AtomicInteger> tokenRequests = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private final List<String> refusedTokens = new CopyOnWriteArrayList<>();
    private final CountDownLatch tokensReleased = new CountDownLatch(1);
    private volatile boolean holdsTokens;
    private @Nullable ScriptedServer server;
    private @Nullable A adapter;

    /** For subclasses. */
    protected AudienceTokensContract() {}

    /** Connects the adapter to this URL. Called before each test. */
    protected abstract A connect(URI vendor);

    /** Closes the adapter. Called after each test. */
    protected abstract void disconnect(A adapter);

    /** Returns the path of the token endpoint of an audience. The audience is a GUID and needs no encoding. */
    protected abstract String tokenPath(String audience);

    /** Returns a valid response of the API to each request of the call. */
    protected abstract String response();

    /**
     * Calls the vendor with the token of an audience. A call may send several requests.
     *
     * @return completes when the call ends; fails with its failure
     */
    protected abstract CompletionStage<?> call(A connected, String audience);

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.answering(this::respond);
        adapter = connect(server.url(""));
    }

    @AfterEach
    void stop() throws IOException {
        tokensReleased.countDown();
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
        for (String audience : List.of(FIRST, SECOND)) {
            if (request.startsWith("POST " + tokenPath(audience) + " ")) {
                respondToTokenRequest(connection, audience);
                return;
            }
        }
        String bearer = bearer(request);
        bearers.add(bearer);
        send(connection, refusedTokens.contains(bearer) ? "401 Unauthorized" : "200 OK", response());
    }

    private void respondToTokenRequest(ScriptedServer.Connection connection, String audience) throws IOException {
        int number = tokenRequests
                .computeIfAbsent(audience, unused -> new AtomicInteger())
                .incrementAndGet();
        if (holdsTokens) {
            awaitRelease();
        }
        String refusal = refusals.get(audience);
        if (refusal == null) {
            send(
                    connection,
                    "200 OK",
                    "{\"access_token\":\"" + token(audience, number)
                            + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        } else {
            send(connection, "400 Bad Request", refusal);
        }
    }

    private void awaitRelease() {
        try {
            if (!tokensReleased.await(Await.TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the test did not release the tokens");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An adapter may respond synchronously, so each concurrent call has its thread. */
    private CompletionStage<?> callOnThread(A connected, String audience, List<Thread> threads) {
        CompletableFuture<CompletionStage<?>> call =
                CompletableFuture.supplyAsync(() -> call(connected, audience), task -> {
                    Thread thread = new Thread(task, "call-for-" + audience);
                    threads.add(thread);
                    thread.start();
                });
        return call.thenCompose(stage -> stage);
    }

    /** Waits until no call can still find a token in the cache only because it came late. */
    private void awaitTokenRequests(Map<String, List<Thread>> threads) {
        long start = System.nanoTime();
        while (!threads.entrySet().stream().allMatch(calls -> allNeedAToken(calls.getKey(), calls.getValue()))) {
            if (System.nanoTime() - start > Await.TIMEOUT.toNanos()) {
                throw new AssertionError(
                        "the calls for two audiences did not request a token of each at the same time");
            }
            Thread.onSpinWait();
        }
    }

    /** A call needs a token if it returned, waits for another call, or sent a token request. A synchronous one reads its response. */
    private boolean allNeedAToken(String audience, List<Thread> threads) {
        int requests = tokenRequests(audience);
        List<Thread.State> states = threads.stream().map(Thread::getState).toList();
        long running = states.stream()
                .filter(state -> state == Thread.State.NEW || state == Thread.State.RUNNABLE)
                .count();
        return requests > 0 && running <= (states.contains(Thread.State.TERMINATED) ? 0 : requests);
    }

    private static void send(ScriptedServer.Connection connection, String status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.send("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\n\r\n");
        connection.send(bytes);
    }

    private static String bearer(String request) {
        return request.lines()
                .filter(line -> line.regionMatches(true, 0, "authorization: bearer ", 0, 22))
                .map(line -> line.substring(22))
                .findFirst()
                .orElse("none");
    }

    private static String token(String audience, int number) {
        return "token-" + number + "-of-" + audience;
    }

    /** Returns the received tokens in order, each once per call: a call may send several requests with its token. */
    private List<String> bearersPerCall() {
        List<String> changes = new ArrayList<>();
        for (String bearer : bearers) {
            if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(bearer)) {
                changes.add(bearer);
            }
        }
        return changes;
    }

    private int tokenRequests(String audience) {
        AtomicInteger requests = tokenRequests.get(audience);
        return requests == null ? 0 : requests.get();
    }

    private Optional<VendorException> outcome(String audience) {
        return outcome(call(Objects.requireNonNull(adapter), audience));
    }

    private static Optional<VendorException> outcome(CompletionStage<?> stage) {
        return Await.result(stage.<Optional<Throwable>>handle((value, thrown) -> Optional.ofNullable(thrown)))
                .map(thrown -> thrown instanceof CompletionException
                        ? Objects.requireNonNullElse(thrown.getCause(), thrown)
                        : thrown)
                .map(ContractAssertions::vendorException);
    }

    @Test
    void sendsTheTokenOfItsAudienceWithEachCall() {
        for (String audience : List.of(FIRST, SECOND, FIRST)) {
            assertThat(outcome(audience)).isEmpty();
        }

        assertThat(bearersPerCall()).containsExactly(token(FIRST, 1), token(SECOND, 1), token(FIRST, 1));
        assertThat(tokenRequests(FIRST))
                .as("token requests of the first audience")
                .isOne();
        assertThat(tokenRequests(SECOND))
                .as("token requests of the second audience")
                .isOne();
    }

    @Test
    void requestsOneTokenPerAudienceForConcurrentCalls() {
        holdsTokens = true;
        A connected = Objects.requireNonNull(adapter);
        Map<String, List<Thread>> threads = Map.of(FIRST, new ArrayList<>(), SECOND, new ArrayList<>());
        List<CompletionStage<?>> calls = new ArrayList<>();
        for (int i = 0; i < CONCURRENT_CALLS; i++) {
            threads.forEach((audience, started) -> calls.add(callOnThread(connected, audience, started)));
        }

        awaitTokenRequests(threads);
        tokensReleased.countDown();

        assertThat(calls).allSatisfy(stage -> assertThat(outcome(stage)).isEmpty());
        assertThat(tokenRequests(FIRST))
                .as("token requests of the first audience")
                .isOne();
        assertThat(tokenRequests(SECOND))
                .as("token requests of the second audience")
                .isOne();
    }

    @Test
    void failsOnlyTheCallsOfAnAudienceWithoutAToken() {
        refusals.put(FIRST, "{\"error\":\"unauthorized_client\"}");

        VendorException failure = outcome(FIRST).orElseThrow(() -> new AssertionError("the call did not fail"));

        assertThat(failure.audience()).as("audience of %s", failure).hasValue(FIRST);
        assertThat(failure.getMessage()).contains(FIRST);
        assertThat(outcome(SECOND)).isEmpty();
        assertThat(bearersPerCall()).containsExactly(token(SECOND, 1));
    }

    @Test
    void renewsARefusedTokenOfItsAudienceOnly() {
        assertThat(outcome(FIRST)).isEmpty();
        assertThat(outcome(SECOND)).isEmpty();
        refusedTokens.add(token(FIRST, 1));

        assertThat(outcome(FIRST)).isEmpty();
        assertThat(outcome(SECOND)).isEmpty();

        assertThat(bearersPerCall()).endsWith(token(FIRST, 1), token(FIRST, 2), token(SECOND, 1));
        assertThat(tokenRequests(SECOND))
                .as("token requests of the second audience")
                .isOne();
    }

    @Test
    void rejectsAnAudienceThatWouldChangeTheTokenUrlAndSendsNothing() {
        for (String audience : List.of("../" + FIRST, "a/b", "a?b", "a#b", "a%2fb")) {
            assertThat(outcome(audience).map(VendorException::kind))
                    .as("kind of the failure for %s", audience)
                    .hasValue(FailureKind.INVALID_REQUEST);
        }

        assertThat(bearers).isEmpty();
        assertThat(tokenRequests).isEmpty();
    }
}
